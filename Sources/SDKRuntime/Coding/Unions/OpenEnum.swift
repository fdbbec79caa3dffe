/// A set of known raw values that others may join later: any raw value is decoded, kept and encoded.
///
/// Conform to ``OpenEnum`` for strings, to ``OpenIntegerEnum`` for integers, to ``OpenNumberEnum`` for numbers, and to
/// ``OpenJSONEnum`` for values of several kinds.
public protocol OpenRawValue: RawRepresentable, JSONCodable, Codable, Hashable, CustomStringConvertible
where RawValue: JSONCodable & Codable & Hashable & CustomStringConvertible {
    /// The value with that raw value, known or not.
    init(rawValue: RawValue)

    /// The raw values that the API description lists, in its order.
    static var knownRawValues: [RawValue] { get }

    /// The values that the API description marks as deprecated, and what it says about them. A client that sends one
    /// logs a warning, once for each value. None by default.
    static var deprecatedValues: [RawValue: String] { get }
}

// What the conforming types share goes through `OpenRawValueCoding`, which the optimizer cannot see from other modules: it
// would write a copy for each type.
extension OpenRawValue {
    /// The values that the API description lists, in its order.
    public static var allKnownValues: [Self] { OpenRawValueCoding.allKnownValues() }

    /// Whether the API description lists this value; a number of ``OpenJSONEnum`` however it is spelled.
    public var isKnown: Bool { OpenRawValueCoding.isKnown(self) }

    /// None.
    public static var deprecatedValues: [RawValue: String] { OpenRawValueCoding.noDeprecatedValues() }

    /// The raw value as text.
    public var description: String { OpenRawValueCoding.description(of: self) }

    /// Reads a raw value, known or not.
    public init(reading json: inout JSONReader) {
        self = OpenRawValueCoding.read(&json)
    }

    /// Writes the raw value.
    public func write(to json: inout JSONWriter) {
        OpenRawValueCoding.write(self, to: &json)
    }

    /// The value with an empty raw value.
    public static var emptyValue: Self { OpenRawValueCoding.emptyValue() }

    /// What the raw value accepts.
    public static var acceptedKinds: JSONKinds { OpenRawValueCoding.acceptedKinds(of: Self.self) }

    /// Whether the raw values are equal.
    public static func == (left: Self, right: Self) -> Bool {
        OpenRawValueCoding.areEqual(left, right)
    }

    /// Hashes the raw value.
    public func hash(into hasher: inout Hasher) {
        OpenRawValueCoding.hash(self, into: &hasher)
    }

    /// The hash of the raw value.
    public var hashValue: Int { OpenRawValueCoding.hashValue(of: self) }

    /// Reads a raw value, known or not.
    public init(from decoder: any Decoder) throws {
        self = try OpenRawValueCoding.decode(from: decoder)
    }

    /// Writes the raw value.
    public func encode(to encoder: any Encoder) throws {
        try OpenRawValueCoding.encode(self, to: encoder)
    }
}

/// An open set of strings. A string literal is a value, known or not.
///
/// ```swift
/// public nonisolated struct FileScope: OpenEnum {
///     public let rawValue: String
///     public init(rawValue: String) { self.rawValue = rawValue }
///     public static var session: Self { "session" }
///     public static var knownRawValues: [String] { ["session"] }
/// }
/// ```
public protocol OpenEnum: OpenRawValue, ExpressibleByStringLiteral where RawValue == String {}

extension OpenEnum {
    /// Reads a raw value, known or not.
    public init(reading json: inout JSONReader) {
        self = OpenRawValueCoding.readString(&json)
    }

    /// The value with that raw value, known or not.
    public init(stringLiteral value: String) {
        self = OpenRawValueCoding.value(value)
    }

    /// The value with that raw value, known or not.
    public init(extendedGraphemeClusterLiteral value: String) {
        self = OpenRawValueCoding.value(value)
    }

    /// The value with that raw value, known or not.
    public init(unicodeScalarLiteral value: String) {
        self = OpenRawValueCoding.value(value)
    }
}

/// An open set of integers. An integer literal is a value, known or not.
public protocol OpenIntegerEnum: OpenRawValue, ExpressibleByIntegerLiteral where RawValue == Int {}

extension OpenIntegerEnum {
    /// The value with that raw value, known or not.
    public init(integerLiteral value: Int) {
        self = OpenRawValueCoding.value(value)
    }
}

/// An open set of numbers. A number literal is a value, known or not.
public protocol OpenNumberEnum: OpenRawValue, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral
where RawValue == Double {}

extension OpenNumberEnum {
    /// The value with that raw value, known or not.
    public init(floatLiteral value: Double) {
        self = OpenRawValueCoding.value(value)
    }

    /// The value with that raw value, known or not.
    public init(integerLiteral value: Int64) {
        self = OpenRawValueCoding.value(Double(value))
    }
}

/// An open set of JSON values of any kind. A literal is a value, known or not.
///
/// ```swift
/// public nonisolated struct Size: OpenJSONEnum {
///     public let rawValue: JSONValue
///     public init(rawValue: JSONValue) { self.rawValue = rawValue }
///     public static var auto: Self { "auto" }
///     public static var _1: Self { 1 }
///     public static var knownRawValues: [JSONValue] { ["auto", 1] }
/// }
/// ```
public protocol OpenJSONEnum: OpenRawValue, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral
where RawValue == JSONValue {}

extension OpenJSONEnum {
    /// The value with that raw value, known or not.
    public init(stringLiteral value: String) {
        self = OpenRawValueCoding.value(.string(value))
    }

    /// The value with that raw value, known or not.
    public init(integerLiteral value: Int64) {
        self = OpenRawValueCoding.value(JSONValue(integerLiteral: value))
    }

    /// The value with that raw value, known or not.
    public init(floatLiteral value: Double) {
        self = OpenRawValueCoding.value(JSONValue(floatLiteral: value))
    }

    /// The value with that raw value, known or not.
    public init(booleanLiteral value: Bool) {
        self = OpenRawValueCoding.value(.bool(value))
    }
}
