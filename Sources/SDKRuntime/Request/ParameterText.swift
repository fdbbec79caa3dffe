/// The text of a scalar in a path, a query or a header.
enum ParameterText {
    /// A value that has no text where a scalar is expected.
    struct NotAScalar: Error, CustomStringConvertible {
        var description: String { "nested arrays and objects have no form here" }
    }

    /// A number that is infinite, or none.
    struct NotFinite: Error, CustomStringConvertible {
        var description: String { "infinity and NaN have no form here" }
    }

    /// A string as it is, a number in plain decimal digits, `true` or `false`; nil for null.
    static func scalar(_ value: JSONValue) throws -> String? {
        switch value {
        case .null: nil
        case .bool(let bool): bool ? "true" : "false"
        case .number(let number) where !number.isFinite: throw NotFinite()
        case .number(let number): try PlainDecimal.text(number.description)
        case .string(let string): string
        case .array, .object: throw NotAScalar()
        }
    }
}
