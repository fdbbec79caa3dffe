import Foundation
import TestSupport

/// A folder for one test, with the built `codegen` to run in it; it goes when the test is over.
final class Workspace {
    private let folder: URL
    private let manager = FileManager.default

    init() throws {
        folder = manager.temporaryDirectory.appendingPathComponent("codegen-\(UUID().uuidString)")
        try manager.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? manager.removeItem(at: folder) }

    struct Result {
        let status: Int32
        let output: String
        let error: String
    }

    /// Runs `codegen` in the folder.
    func codegen(_ arguments: [String]) async throws -> Result {
        try await run(BuiltProducts.folder.appendingPathComponent("codegen").path, arguments)
    }

    /// Runs any program in the folder.
    @discardableResult
    func run(_ program: String, _ arguments: [String]) async throws -> Result {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.currentDirectoryURL = folder
        // Files and no pipes: a pipe that nobody reads while the other is drained can fill up.
        let (outputFile, errorFile) = (folder.appendingPathExtension("out"), folder.appendingPathExtension("err"))
        defer { for file in [outputFile, errorFile] { try? manager.removeItem(at: file) } }
        for file in [outputFile, errorFile] { try Data().write(to: file) }
        process.standardOutput = try FileHandle(forWritingTo: outputFile)
        process.standardError = try FileHandle(forWritingTo: errorFile)
        try await process.runToEnd()
        return Result(
            status: process.terminationStatus,
            output: try String(contentsOf: outputFile, encoding: .utf8),
            error: try String(contentsOf: errorFile, encoding: .utf8)
        )
    }

    func path(_ path: String) -> String { url(path).path }

    /// The names in a folder, hidden ones as well, in order.
    func names(in path: String) throws -> [String] {
        try manager.contentsOfDirectory(atPath: url(path).path).sorted()
    }

    func write(_ text: String, to path: String) throws {
        let file = url(path)
        try manager.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    func exists(_ path: String) -> Bool { manager.fileExists(atPath: url(path).path) }

    func link(_ path: String, to target: String) throws {
        try manager.createSymbolicLink(at: url(path), withDestinationURL: url(target))
    }

    /// The paths of the files below a folder, in order.
    func files(below path: String) throws -> [String] {
        try contents(below: path).keys.sorted()
    }

    /// The contents of the files below a folder, by path; a link is not followed.
    func contents(below path: String) throws -> [String: Data] {
        try read(below: path) { try Data(contentsOf: $0) }
    }

    /// For the files below a folder, what changes when a file is written anew: its number and the time of its change.
    func identities(below path: String) throws -> [String: String] {
        try read(below: path) { file in
            let attributes = try manager.attributesOfItem(atPath: file.path)
            let number = attributes[.systemFileNumber] as? NSNumber
            let date = attributes[.modificationDate] as? Date
            return "\(number?.stringValue ?? "") \(date?.timeIntervalSinceReferenceDate ?? 0)"
        }
    }

    private func read<Value>(below path: String, _ value: (URL) throws -> Value) throws -> [String: Value] {
        let root = url(path)
        var values: [String: Value] = [:]
        for case let name as String in manager.enumerator(atPath: root.path) ?? FileManager.DirectoryEnumerator() {
            let file = root.appendingPathComponent(name)
            var isFolder: ObjCBool = false
            guard manager.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue else { continue }
            values[name] = try value(file)
        }
        return values
    }

    private func url(_ path: String) -> URL { path.isEmpty ? folder : folder.appendingPathComponent(path) }
}
