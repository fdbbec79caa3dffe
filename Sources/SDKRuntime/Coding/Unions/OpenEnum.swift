/// A set of known raw values that others may join later: any raw value is decoded, kept and encoded.
///
/// Conform to ``OpenEnum`` for strings, to ``OpenIntegerEnum`` for integers, to ``OpenNumberEnum`` for numbers, and to
/// ``OpenJSONEnum`` for values of several kinds.
public protocol OpenRawValue: RawRepresentable, JSONCodable, Codable, Hashable, CustomStringConvertible
where RawValue: JSONCodable & Codable & Hashable & CustomStringConvertible {
    /// The value with that raw value, known or not.
    init(rawValue: RawValue)

    /// The values the API description lists, in its order.
    static var allKnownValues: [Self] { get }

    /// Whether the API description lists this value.
    var isKnown: Bool { get }

    /// The values that the API description marks as deprecated, and what it says about them. A client that sends one
    /// logs a warning, once for each value. None by default.
    static var deprecatedValues: [RawValue: String] { get }
}

extension OpenRawValue {
    /// Whether the API description lists this value.
    public var isKnown: Bool {
        Self.allKnownValues.contains(self)
    }

    /// None.
    public static var deprecatedValues: [RawValue: String] { [:] }

    /// The raw value as text.
    public var description: String { rawValue.description }

    /// Reads a raw value, known or not.
    public init(reading json: inout JSONReader) {
        self.init(rawValue: RawValue(reading: &json))
    }

    /// Writes the raw value.
    public func write(to json: inout JSONWriter) {
        rawValue.write(to: &json)
        if json.notesDeprecatedValues, let message = Self.deprecatedValues[rawValue] {
            json.note(DeprecatedValue(type: "\(Self.self)", value: description, message: message))
        }
    }

    /// The value with an empty raw value.
    public static var emptyValue: Self { Self(rawValue: .emptyValue) }

    /// What the raw value accepts.
    public static var acceptedKinds: JSONKinds { RawValue.acceptedKinds }

    /// Whether the raw values are equal.
    public static func == (left: Self, right: Self) -> Bool {
        left.rawValue == right.rawValue
    }

    /// Hashes the raw value.
    public func hash(into hasher: inout Hasher) {
        rawValue.hash(into: &hasher)
    }

    /// Reads a raw value, known or not.
    public init(from decoder: any Decoder) throws {
        self.init(rawValue: try decoder.singleValueContainer().decode(RawValue.self))
    }

    /// Writes the raw value.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}

/// An open set of strings. A string literal is a value, known or not.
///
/// ```swift
/// public nonisolated struct FileScope: OpenEnum {
///     public var rawValue: String
///     public init(rawValue: String) { self.rawValue = rawValue }
///     public static var session: Self { "session" }
///     public static var allKnownValues: [Self] { [.session] }
/// }
/// ```
public protocol OpenEnum: OpenRawValue, ExpressibleByStringLiteral where RawValue == String {}

extension OpenEnum {
    /// The value with that raw value, known or not.
    public init(stringLiteral value: String) {
        self.init(rawValue: value)
    }
}

/// An open set of integers. An integer literal is a value, known or not.
public protocol OpenIntegerEnum: OpenRawValue, ExpressibleByIntegerLiteral where RawValue == Int {}

extension OpenIntegerEnum {
    /// The value with that raw value, known or not.
    public init(integerLiteral value: Int) {
        self.init(rawValue: value)
    }
}

/// An open set of numbers. A number literal is a value, known or not.
public protocol OpenNumberEnum: OpenRawValue, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral
where RawValue == Double {}

extension OpenNumberEnum {
    /// The value with that raw value, known or not.
    public init(floatLiteral value: Double) {
        self.init(rawValue: value)
    }

    /// The value with that raw value, known or not.
    public init(integerLiteral value: Int64) {
        self.init(rawValue: Double(value))
    }
}

/// An open set of JSON values of any kind. A literal is a value, known or not.
///
/// ```swift
/// public nonisolated struct Size: OpenJSONEnum {
///     public var rawValue: JSONValue
///     public init(rawValue: JSONValue) { self.rawValue = rawValue }
///     public static var auto: Self { "auto" }
///     public static var _1: Self { 1 }
///     public static var allKnownValues: [Self] { [.auto, ._1] }
/// }
/// ```
public protocol OpenJSONEnum: OpenRawValue, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral
where RawValue == JSONValue {}

extension OpenJSONEnum {
    /// Whether the API description lists this value, however its numbers are spelled.
    public var isKnown: Bool {
        Self.allKnownValues.contains { $0.rawValue.isSame(as: rawValue) }
    }

    /// The value with that raw value, known or not.
    public init(stringLiteral value: String) {
        self.init(rawValue: .string(value))
    }

    /// The value with that raw value, known or not.
    public init(integerLiteral value: Int64) {
        self.init(rawValue: JSONValue(integerLiteral: value))
    }

    /// The value with that raw value, known or not.
    public init(floatLiteral value: Double) {
        self.init(rawValue: JSONValue(floatLiteral: value))
    }

    /// The value with that raw value, known or not.
    public init(booleanLiteral value: Bool) {
        self.init(rawValue: .bool(value))
    }
}
