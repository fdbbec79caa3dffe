import SDKRuntime

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A memory in a folder on disk.
///
/// What the model asks for stays in the folder. Symbolic links in it are refused, wherever they lead: they are not listed,
/// read, written, moved or deleted. No other program should make links there meanwhile, as a path is looked at before it is
/// used.
public struct FolderMemory: MemoryStorage {
    private let root: String

    /// A file that is larger is not read: it would not fit into a conversation.
    private static let largestFile = 1 << 20

    /// Makes a memory of a folder, which is created when it is not there.
    ///
    /// - Throws: What creating the folder throws.
    public init(_ path: String) throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        // The folder itself may be reached by links: it is the program that has chosen it.
        root = URL(filePath: path).resolvingSymlinksInPath().path
    }

    /// What is at a place.
    ///
    /// - Throws: ``ToolError`` when the way there leads over a symbolic link, or when it is neither file nor folder.
    public func item(at path: MemoryPath) throws -> MemoryItem? {
        var place = root
        var attributes = try telling("the memory cannot be read") { try self.attributes(of: place) }
        for name in path.components {
            guard attributes?.isFolder == true else { return nil }
            place += "/\(name)"
            let next = try telling("\(path) cannot be reached") { try self.attributes(of: place) }
            guard let found = next else { return nil }
            if found.isLink { throw ToolError("Error: \(path) leads over a symbolic link") }
            attributes = found
        }
        guard let attributes else { return nil }
        if attributes.isFolder { return .folder }
        guard attributes.isFile else { throw ToolError("Error: \(path) is neither a file nor a folder") }
        return .file(size: attributes.size)
    }

    /// The text of a file.
    ///
    /// - Throws: ``ToolError`` when there is none, when it is larger than 1 MiB, or when it is not UTF-8.
    public func read(_ path: MemoryPath) throws -> String {
        guard case .file(let size)? = try item(at: path) else { throw ToolError("Error: there is no file \(path)") }
        guard size <= Self.largestFile else { throw ToolError("Error: \(path) is too large: \(size) bytes") }
        let data = try telling("\(path) cannot be read") { try Data(contentsOf: URL(filePath: location(of: path))) }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw ToolError("Error: \(path) is not a text")
        }
        return text
    }

    /// The names of what a folder holds, without symbolic links and what is neither file nor folder.
    public func names(in path: MemoryPath) throws -> [String] {
        guard try item(at: path) == .folder else { throw ToolError("Error: there is no folder \(path)") }
        let names = try telling("\(path) cannot be listed") {
            try FileManager.default.contentsOfDirectory(atPath: location(of: path))
        }
        return names.filter { name in
            guard let item = try? path.appending(name) else { return false }
            return (try? self.item(at: item)) != nil
        }
    }

    /// Writes a file at once or not at all.
    public func write(_ text: String, to path: MemoryPath) throws {
        try makeFolder(around: path)
        guard try item(at: path) != .folder else { throw ToolError("Error: \(path) is a folder") }
        try telling("\(path) cannot be written") {
            try Data(text.utf8).write(to: URL(filePath: location(of: path)), options: .atomic)
        }
    }

    /// Deletes a file, or a folder with what it holds. Links in the folder go, what they lead to stays.
    public func delete(_ path: MemoryPath) throws {
        guard path != .root, try item(at: path) != nil else { throw ToolError("Error: \(path) cannot be deleted") }
        try telling("\(path) cannot be deleted") { try FileManager.default.removeItem(atPath: location(of: path)) }
    }

    /// Moves a file or folder to a place where there is nothing.
    public func move(_ path: MemoryPath, to destination: MemoryPath) throws {
        guard try item(at: path) != nil, try item(at: destination) == nil else {
            throw ToolError("Error: \(path) cannot become \(destination)")
        }
        try makeFolder(around: destination)
        try telling("\(path) cannot become \(destination)") {
            try FileManager.default.moveItem(atPath: location(of: path), toPath: location(of: destination))
        }
    }

    private func location(of path: MemoryPath) -> String {
        ([root] + path.components).joined(separator: "/")
    }

    /// Looks at each folder on the way before the next one is made: none of them may be a link.
    private func makeFolder(around path: MemoryPath) throws {
        guard let folder = path.parent else { return }
        switch try item(at: folder) {
        case .folder: return
        case .file: throw ToolError("Error: \(folder) is a file")
        case nil:
            try makeFolder(around: folder)
            try telling("\(folder) cannot be created") {
                try FileManager.default.createDirectory(
                    atPath: location(of: folder),
                    withIntermediateDirectories: folder == .root
                )
            }
        }
    }

    /// Does something with a file. Foundation's errors name its place on this machine, which is not for the model.
    private func telling<Value>(_ problem: String, _ body: () throws -> Value) throws(ToolError) -> Value {
        do { return try body() } catch { throw ToolError("Error: \(problem)") }
    }

    private struct Attributes {
        let isLink: Bool
        let isFolder: Bool
        let isFile: Bool
        let size: Int
    }

    /// What is at a location, without following a link; nil when there is nothing.
    private func attributes(of location: String) throws -> Attributes? {
        do {
            let found = try FileManager.default.attributesOfItem(atPath: location)
            let type = found[.type] as? FileAttributeType
            return Attributes(
                isLink: type == .typeSymbolicLink,
                isFolder: type == .typeDirectory,
                isFile: type == .typeRegular,
                size: (found[.size] as? UInt64).map { Int(clamping: $0) } ?? found[.size] as? Int ?? .max
            )
        } catch let error as CocoaError where error.code == .fileReadNoSuchFile || error.code == .fileNoSuchFile {
            return nil
        }
    }
}
