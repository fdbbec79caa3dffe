import Foundation
import OpenAPI
import Source

/// A document that was read from texts, with what was reported.
final class DocumentReading {
    let files = SourceFiles()
    let report: Report
    let document: Document?
    private let folder: URL?

    /// Reads a document of one file.
    ///
    /// - Parameter text: All of it or, when it does not begin with `openapi`, what follows the head of one.
    init(_ text: String, version: String = "3.2.0") {
        report = Report(files: files)
        folder = nil
        let head = text.hasPrefix("openapi") ? "" : "openapi: \(version)\ninfo: {title: T, version: '1'}\n"
        let file = files.add(path: "test.yaml", bytes: Array((head + text).utf8))
        document = DocumentReader.read(file, files: files, report: report)
    }

    /// Reads a document whose entry is `openapi.yaml` among several files, which are written to a folder of their own.
    init(files texts: [String: String]) throws {
        report = Report(files: files)
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("openapi-\(UUID().uuidString)")
        self.folder = folder
        for (path, text) in texts {
            let url = folder.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            let head = "openapi: 3.2.0\ninfo: {title: T, version: '1'}\n"
            try Data(((path == "openapi.yaml" && !text.hasPrefix("openapi") ? head : "") + text).utf8).write(to: url)
        }
        let file = try files.load(path: folder.path + "/openapi.yaml")
        document = DocumentReader.read(file, files: files, report: report)
    }

    deinit {
        if let folder { try? FileManager.default.removeItem(at: folder) }
    }

    /// Each diagnostic as `severity: message [rule] (hint)`.
    var messages: [String] {
        report.diagnostics.map { diagnostic in
            let hint = diagnostic.hint.map { " (\($0))" } ?? ""
            let message = "\(diagnostic.severity.rawValue): \(diagnostic.message) [\(diagnostic.rule.rawValue)]\(hint)"
            return folder.map { message.replacingOccurrences(of: $0.path + "/", with: "") } ?? message
        }
    }

    /// The node at some keys below the root; references on the way are followed.
    subscript(_ keys: String...) -> YAMLNode? {
        guard let document else { return nil }
        var node = document.root.node
        for key in keys {
            guard let target = document.resolve(node), let child = target[key] else { return nil }
            node = child
        }
        return document.resolve(node)
    }
}
