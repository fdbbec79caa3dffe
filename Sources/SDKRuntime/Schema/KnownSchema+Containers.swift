extension Optional: KnownSchema where Wrapped: Decodable {
    static func knownSchema(_ recording: SchemaRecording, at path: [any CodingKey]) throws -> JSONValue {
        try recording.record(Wrapped.self, at: path).schema.orNull
    }

    static var sampleValue: Wrapped? { nil }
}

extension Array: KnownSchema where Element: Decodable {
    static func knownSchema(_ recording: SchemaRecording, at path: [any CodingKey]) throws -> JSONValue {
        .array(of: try recording.record(Element.self, at: path + [AnyKey(intValue: 0)]).schema)
    }

    static var sampleValue: [Element] { [] }
}

extension Set: KnownSchema where Element: Decodable {
    static func knownSchema(_ recording: SchemaRecording, at path: [any CodingKey]) throws -> JSONValue {
        let element = try recording.record(Element.self, at: path + [AnyKey(intValue: 0)]).schema
        return ["type": "array", "items": element, "uniqueItems": true]
    }

    static var sampleValue: Set<Element> { [] }
}

extension Dictionary: KnownSchema where Key: Decodable, Value: Decodable {
    static func knownSchema(_ recording: SchemaRecording, at path: [any CodingKey]) throws -> JSONValue {
        // Only such keys become the names of members; others make an array of keys and values.
        guard Key.self == String.self || Key.self == Int.self || Key.self is any CodingKeyRepresentable.Type else {
            throw recording.failure("has keys that are no names in JSON", Self.self, path)
        }
        let value = try recording.record(Value.self, at: path + [AnyKey(stringValue: "*")]).schema
        return ["type": "object", "additionalProperties": value]
    }

    static var sampleValue: [Key: Value] { [:] }
}

extension JSONValue {
    /// The schema of arrays with elements of a schema.
    static func array(of element: JSONValue) -> JSONValue {
        ["type": "array", "items": element]
    }

    /// This schema, or null.
    var orNull: JSONValue {
        ["anyOf": [self, ["type": "null"]]]
    }
}
