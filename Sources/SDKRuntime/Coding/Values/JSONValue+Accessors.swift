#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension JSONValue {
    /// Whether the value is `null`.
    public var isNull: Bool { self == .null }

    /// The boolean, or nil if the value is not `true` or `false`.
    public var boolValue: Bool? {
        if case .bool(let value) = self { value } else { nil }
    }

    /// The string, or nil if the value is not a string.
    public var stringValue: String? {
        if case .string(let value) = self { value } else { nil }
    }

    /// The number, or nil if the value is not a number.
    public var numberValue: JSONNumber? {
        if case .number(let value) = self { value } else { nil }
    }

    /// The number as an integer, or nil if the value is not a number, has a fraction or does not fit.
    public var intValue: Int? { numberValue?.int64.flatMap(Int.init(exactly:)) }

    /// The number as a double, or nil if the value is not a number or is beyond the range of `Double`.
    public var doubleValue: Double? { numberValue?.double }

    /// The number as a decimal, or nil if the value is not a number or a decimal cannot hold it exactly.
    public var decimalValue: Decimal? { numberValue?.decimal }

    /// The elements, or nil if the value is not an array.
    public var arrayValue: [JSONValue]? {
        if case .array(let value) = self { value } else { nil }
    }

    /// The members, or nil if the value is not an object.
    public var objectValue: JSONObject? {
        if case .object(let value) = self { value } else { nil }
    }

    /// The member of that name, or nil if there is none or the value is not an object.
    public subscript(key: String) -> JSONValue? { objectValue?[key] }

    /// The element at that position, or nil if there is none or the value is not an array.
    public subscript(index: Int) -> JSONValue? {
        guard let elements = arrayValue, elements.indices.contains(index) else { return nil }
        return elements[index]
    }
}
