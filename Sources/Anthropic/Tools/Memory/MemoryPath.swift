/// A place in a memory: `/memories`, or a file or folder below it.
///
/// A path has been checked when there is one: it leads nowhere else.
public struct MemoryPath: Sendable, Hashable, CustomStringConvertible {
    /// The names on the way from the memory's top to the place; none for the top.
    public let components: [String]

    /// The top of a memory.
    public static let root = MemoryPath(components: [])

    private init(components: [String]) {
        self.components = components
    }

    /// The place that a path of the model names.
    ///
    /// - Throws: ``ToolError`` when the path does not begin with `/memories`, or when one of its names could lead out of the
    ///   memory: an empty one, `.`, `..` (also if percent-encoded), or one with a backslash or a control character.
    public init(_ text: String) throws(ToolError) {
        // By scalars: a combining character makes another character of the slash before it.
        var names = text.unicodeScalars.split(separator: "/", omittingEmptySubsequences: false).map { String($0) }
        guard names.count >= 2, names[0].isEmpty, names[1] == Self.top else {
            throw ToolError("Error: the path '\(text)' is not below /\(Self.top)")
        }
        names.removeFirst(2)
        // A slash at the end says that a folder is meant.
        if names.last?.isEmpty == true { names.removeLast() }
        guard names.allSatisfy(Self.isAllowed) else {
            throw ToolError("Error: the path '\(text)' has a part that is not allowed")
        }
        components = names
    }

    /// The path as the model writes it.
    public var description: String { "/" + ([Self.top] + components).joined(separator: "/") }

    /// The name of the file or folder; that of the top for the top.
    public var name: String { components.last ?? Self.top }

    /// The folder around the place; nil for the top.
    public var parent: MemoryPath? { components.isEmpty ? nil : MemoryPath(components: components.dropLast()) }

    /// A place in this folder.
    ///
    /// - Throws: ``ToolError`` when the name is none, or could lead out of the memory.
    public func appending(_ name: String) throws(ToolError) -> MemoryPath {
        guard Self.isAllowed(name) else {
            throw ToolError("Error: the name '\(name)' is not allowed")
        }
        return MemoryPath(components: components + [name])
    }

    /// Whether the place is this one or below it.
    public func contains(_ other: MemoryPath) -> Bool { other.components.starts(with: components) }

    private static let top = "memories"

    private static func isAllowed(_ name: String) -> Bool {
        let plain = name.lowercased().replacing("%2e", with: ".")
        return !plain.isEmpty && plain != "." && plain != ".." && !plain.contains("%2f") && !plain.contains("%5c")
            && name.unicodeScalars.allSatisfy { $0 != "/" && $0 != "\\" && $0.properties.generalCategory != .control }
    }
}
