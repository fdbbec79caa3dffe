/// A tag of the YAML 1.2 core schema.
enum CoreTag: String {
    case null
    case bool
    case int
    case float
    case str
    case map
    case seq

    /// Makes a plain scalar a string.
    static let nonSpecific = "!"

    private static let prefix = "tag:yaml.org,2002:"

    /// Nil for every other tag.
    init?(_ tag: String) {
        guard tag.hasPrefix(Self.prefix) else { return nil }
        self.init(rawValue: String(tag.dropFirst(Self.prefix.count)))
    }

    /// A tag as people write it: `!!binary`.
    static func shorthand(of tag: String) -> String {
        tag.hasPrefix(prefix) ? "!!" + tag.dropFirst(prefix.count) : tag
    }

    /// The kind of a scalar with this tag; nil when the text does not fit.
    /// - Parameter plain: the kind of the same text without a tag or quotes.
    func kind(ofScalar plain: YAMLNode.Kind) -> YAMLNode.Kind? {
        switch self {
        case .str: .string
        case .null: plain == .null ? .null : nil
        case .bool: plain == .bool ? .bool : nil
        case .int: plain == .integer ? .integer : nil
        case .float: plain == .integer || plain == .float ? .float : nil
        case .map, .seq: nil
        }
    }
}
