import OpenAPI
import SwiftEmitter

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What has to happen in the output folder so that it holds the generated files and no other generated ones.
struct OutputPlan {
    /// One file of the folder.
    struct Item {
        let path: String
        let action: Action
        let old: Data?
        let new: [UInt8]?
    }

    enum Action: Hashable {
        case create, update, keep, delete
    }

    /// The output folder.
    let folder: String
    /// In the order of their paths.
    let items: [Item]

    func count(_ action: Action) -> Int { items.count { $0.action == action } }

    /// The items that are not to be kept as they are.
    var changes: [Item] { items.filter { $0.action != .keep } }

    /// Compares the generated files with the folder.
    ///
    /// - Throws: `OutputError` when a file that is not ours stands in the way, or the folder cannot be read.
    static func make(for generated: [GeneratedFile], module: String, in folder: String) throws -> OutputPlan {
        var items: [Item] = []
        items.reserveCapacity(generated.count)
        // There are few folders and many files, and the disk is slow: by folder, whether it is there.
        var folders: [String: Bool] = [:]
        for file in generated {
            let path = folder + "/" + file.path
            let place = FilePaths.folder(of: path)
            if folders[place] == nil {
                try requireInside(folder, path)
                folders[place] = FileManager.default.fileExists(atPath: place)
            }
            let new = file.bytes
            guard folders[place] == true, let old = try contents(of: path) else {
                items.append(Item(path: file.path, action: .create, old: nil, new: new))
                continue
            }
            guard isOurs(old) else { throw OutputError.foreignFile(path) }
            items.append(Item(path: file.path, action: old == Data(new) ? .keep : .update, old: old, new: new))
        }
        let wanted = Set(generated.map(\.path))
        for path in try swiftFiles(below: module, in: folder) where !wanted.contains(path) {
            guard let old = try contents(of: folder + "/" + path), isOurs(old) else { continue }
            items.append(Item(path: path, action: .delete, old: old, new: nil))
        }
        return OutputPlan(folder: folder, items: items.sorted { $0.path < $1.path })
    }

    /// Whether a file begins with the line that marks it as generated.
    private static func isOurs(_ data: Data) -> Bool {
        let firstLine = data.prefix(200).prefix { $0 != UInt8(ascii: "\n") }
        return String(decoding: firstLine, as: UTF8.self).contains(FileHeader.marker)
    }

    /// Whether there is anything at a path, be it a link that leads nowhere.
    static func exists(_ path: String) -> Bool {
        (try? FileManager.default.attributesOfItem(atPath: path)) != nil
    }

    /// The content of a regular file, or nil when there is none.
    private static func contents(of path: String) throws -> Data? {
        guard let isFolder = SystemCalls.isFolder(path) else { return nil }
        guard !isFolder else { throw OutputError.folderInTheWay(path) }
        do {
            // Told that it is a file, the URL does not look.
            return try Data(contentsOf: URL(fileURLWithPath: path, isDirectory: false))
        } catch {
            throw OutputError.unreadable(path, SystemCalls.reason(of: error))
        }
    }

    /// The Swift files below the module's folder, links not followed.
    private static func swiftFiles(below module: String, in folder: String) throws -> [String] {
        let root = folder + "/" + module
        guard FileManager.default.fileExists(atPath: root) else { return [] }
        do {
            let names = try FileManager.default.subpathsOfDirectory(atPath: root)
            return names.filter { $0.hasSuffix(".swift") }.map { module + "/" + $0 }.sorted()
        } catch {
            throw OutputError.unreadable(root, SystemCalls.reason(of: error))
        }
    }

    /// Refuses a path that a symbolic link leads out of the output folder.
    private static func requireInside(_ folder: String, _ path: String) throws {
        let root = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
        let target = URL(fileURLWithPath: FilePaths.folder(of: path)).resolvingSymlinksInPath().path
        guard target == root || target.hasPrefix(root + "/") else { throw OutputError.outside(path) }
    }
}

/// What can go wrong in the output folder.
enum OutputError: Error, CustomStringConvertible {
    case foreignFile(String)
    case inTheWay(String)
    case folderInTheWay(String)
    case unreadable(String, String)
    case unwritable(String, String)
    case outside(String)

    var description: String {
        switch self {
        case .foreignFile(let path):
            "'\(path)' is not a generated file, and is not overwritten; move it, or choose another output folder"
        case .inTheWay(let path): "'\(path)' is there already, and is not overwritten; nothing was made"
        case .folderInTheWay(let path): "'\(path)' is a folder, and a file is to go there"
        case .unreadable(let path, let reason): "'\(path)' cannot be read: \(reason)"
        case .unwritable(let path, let reason): "'\(path)' cannot be written: \(reason); nothing was changed"
        case .outside(let path): "'\(path)' is outside the output folder, by a symbolic link; nothing is written there"
        }
    }
}
