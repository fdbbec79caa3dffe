/// Where a ``MemoryTool`` keeps its files: a folder on disk (``FolderMemory``), a database, a dictionary.
///
/// A storage moves whole texts. What the model's commands mean, such as the replacement of a piece of text, is the tool's
/// business, which makes one call at a time.
public protocol MemoryStorage: Sendable {
    /// What is at a place; nil when there is nothing. There always is a folder at the top.
    func item(at path: MemoryPath) async throws -> MemoryItem?

    /// The text of a file.
    func read(_ path: MemoryPath) async throws -> String

    /// The names of what a folder holds, in any order.
    func names(in path: MemoryPath) async throws -> [String]

    /// Writes a file, and makes the folders around it if they are not there.
    func write(_ text: String, to path: MemoryPath) async throws

    /// Deletes a file, or a folder with what it holds.
    func delete(_ path: MemoryPath) async throws

    /// Moves a file or folder to a place where there is nothing, and makes the folders around that if they are not there.
    func move(_ path: MemoryPath, to destination: MemoryPath) async throws
}

/// What is at a place of a memory.
public enum MemoryItem: Sendable, Hashable {
    /// A file, with its size in bytes.
    case file(size: Int)
    /// A folder.
    case folder
}
