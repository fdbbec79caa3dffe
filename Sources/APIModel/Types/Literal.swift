package import Source

/// A constant of the spec. Numbers keep their spelling.
package enum Literal: Hashable, Sendable {
    case null
    case boolean(Bool)
    case integer(String)
    case number(String)
    case string(String)

    /// The constant that a scalar node holds, or nil for a collection.
    package init?(_ node: YAMLNode) {
        switch node.kind {
        case .null: self = .null
        case .bool: self = .boolean(node.bool ?? false)
        case .integer: self = .integer(node.text)
        case .float: self = .number(node.text)
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
