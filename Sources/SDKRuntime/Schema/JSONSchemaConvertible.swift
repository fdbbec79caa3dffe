// <!-- swift
// private enum Shape {}
// -->
/// A type that says itself which JSON it is decoded from, in place of what ``JSONValue/init(schemaOf:)`` would find out.
///
/// ```swift
/// extension Shape: JSONSchemaConvertible {
///     static var jsonSchema: JSONValue {
///         ["type": "string", "pattern": "^(circle|square):[0-9]+$", "examples": ["circle:1"]]
///     }
/// }
/// ```
///
/// Where the type is a member of another one that does not state its schema, a value is made of the schema: of the first
/// of `examples`, else of `default`, `const`, `enum` or the types.
public protocol JSONSchemaConvertible {
    /// The JSON Schema (draft 2020-12) of the JSON that the type is decoded from. References in it lead nowhere once it is
    /// part of another schema.
    static var jsonSchema: JSONValue { get }
}

// <!-- swift
// private struct DayForecast: Decodable {
//     var city: String
//     var days: Int
// }
// -->
/// A type that says in words what it and its members are, for ``JSONValue/init(schemaOf:)`` to put into the schema.
///
/// ```swift
/// extension DayForecast: JSONSchemaDescribed {
///     static var jsonSchemaDescriptions: [String: String] {
///         ["city": "The city and its country, such as `Bern, Switzerland`.", "days": "How many days, from today."]
///     }
/// }
/// ```
public protocol JSONSchemaDescribed {
    /// What the type is. Nil by default.
    static var jsonSchemaDescription: String? { get }

    /// What members are, by the names that they have in JSON. None by default.
    static var jsonSchemaDescriptions: [String: String] { get }
}

extension JSONSchemaDescribed {
    /// None.
    public static var jsonSchemaDescription: String? { nil }

    /// None.
    public static var jsonSchemaDescriptions: [String: String] { [:] }
}
