package import Source

/// A constant of the spec. Numbers are in decimal, as Swift and JSON both write them.
package enum Literal: Hashable, Sendable {
    case null
    case boolean(Bool)
    case integer(String)
    case number(String)
    case string(String)
    /// An integer beyond 64 bits.
    case exact(String)

    /// The constant that a scalar node holds; nil for a collection, and for what is no number of JSON: an infinity, not
    /// a number.
    package init?(_ node: YAMLNode) {
        switch node.kind {
        case .null: self = .null
        case .bool: self = .boolean(node.bool ?? false)
        case .integer:
            if let value = node.integer {
                self = .integer(String(value))
            } else if let text = Self.decimal(node.text) {
                self = .exact(text)
            } else {
                return nil
            }
        case .float:
            guard let value = node.double, value.isFinite else { return nil }
            self = .number(String(value))
        case .string: self = .string(node.text)
        case .sequence, .mapping: return nil
        }
    }

    /// The decimal spelling of a long integer; nil for another base.
    private static func decimal(_ text: String) -> String? {
        let digits = text.first == "-" || text.first == "+" ? text.dropFirst() : text[...]
        guard !digits.isEmpty, digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
            return nil
        }
        let significant = digits.drop { $0 == "0" }
        return (text.first == "-" ? "-" : "") + (significant.isEmpty ? "0" : significant)
    }

    /// The constant as JSON writes it, but a string without its quotes: for texts.
    package var text: String {
        switch self {
        case .null: "null"
        case .boolean(let value): String(value)
        case .integer(let text), .number(let text), .string(let text), .exact(let text): text
        }
    }
}
