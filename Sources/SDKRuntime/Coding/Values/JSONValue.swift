/// Any JSON value (RFC 8259), kept without loss: numbers keep their spelling, objects the order of their members.
///
/// Literals work where a value is expected: `["limit": 10, "tags": ["a", nil]]`.
public enum JSONValue: Hashable, Sendable {
    /// The literal `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A number, exactly as it is spelled.
    case number(JSONNumber)
    /// A string.
    case string(String)
    /// An array.
    case array([JSONValue])
    /// An object.
    case object(JSONObject)
}

extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByFloatLiteral, ExpressibleByStringInterpolation, ExpressibleByArrayLiteral,
    ExpressibleByDictionaryLiteral
{
    /// `nil` is `.null`.
    public init(nilLiteral: ()) {
        self = .null
    }

    /// A boolean literal is `.bool`.
    public init(booleanLiteral value: Bool) {
        self = .bool(value)
    }

    /// An integer literal is a `.number` without a fraction.
    public init(integerLiteral value: Int64) {
        self = .number(JSONNumber(value))
    }

    /// A floating-point literal is a `.number`; `2.0` stays `2.0`, which differs from `2`.
    public init(floatLiteral value: Double) {
        self = .number(JSONNumber(value))
    }

    /// A string literal is `.string`.
    public init(stringLiteral value: String) {
        self = .string(value)
    }

    /// An array literal is `.array`.
    public init(arrayLiteral elements: JSONValue...) {
        self = .array(elements)
    }

    /// A dictionary literal is `.object`, in the order written; the last of equal keys wins.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(JSONObject(elements))
    }
}

extension JSONValue: CustomStringConvertible {
    /// The value as compact JSON text.
    ///
    /// A number that is not finite, which JSON cannot express, is shown as `null`.
    public var description: String {
        var writer = JSONWriter()
        write(to: &writer)
        return writer.text
    }
}
