package import Source

/// A constant of the spec. Numbers are in decimal, as Swift and JSON both write them.
package enum Literal: Hashable, Sendable {
    case null
    case boolean(Bool)
    case integer(String)
    case number(String)
    case string(String)

    /// The constant that a scalar node holds; nil for a collection, and for a number that no type here holds: an integer
    /// beyond 64 bits, an infinity, not a number.
    package init?(_ node: YAMLNode) {
        switch node.kind {
        case .null: self = .null
        case .bool: self = .boolean(node.bool ?? false)
        case .integer:
            guard let value = node.integer else { return nil }
            self = .integer(String(value))
        case .float:
            guard let value = node.double, value.isFinite else { return nil }
            self = .number(String(value))
        case .string: self = .string(node.text)
        case .sequence, .mapping: return nil
        }
    }

    /// The constant as JSON writes it, for texts.
    package var text: String {
        switch self {
        case .null: "null"
        case .boolean(let value): String(value)
        case .integer(let text), .number(let text), .string(let text): text
        }
    }
}
