import Testing

@testable import Anthropic

/// The part of JSON Schema that the API holds the model's output to.
@Suite struct StrictSchemaTests {
    @Test(
        arguments: [
            (
                ["type": "integer", "minimum": 1, "maximum": 9, "description": "A digit."],
                ["type": "integer", "description": "A digit.\n\n{minimum: 1, maximum: 9}"]
            ),
            (
                ["type": "string", "pattern": "^a+$", "maxLength": 3],
                ["type": "string", "description": #"{pattern: "^a+$", maxLength: 3}"#]
            ),
            (["type": "string", "format": "date-time"], ["type": "string", "format": "date-time"]),
            (["type": "string", "format": "byte"], ["type": "string", "description": #"{format: "byte"}"#]),
            (
                ["type": "array", "items": ["type": "number", "multipleOf": 2], "minItems": 1],
                ["type": "array", "items": ["type": "number", "description": "{multipleOf: 2}"], "minItems": 1]
            ),
            (["type": "array", "minItems": 2], ["type": "array", "description": "{minItems: 2}"]),
            (
                ["oneOf": [["const": 1], ["enum": ["a", nil]]], "title": "T", "default": 1],
                ["anyOf": [["const": 1], ["enum": ["a", nil]]], "title": "T", "default": 1]
            ),
            (
                ["type": ["object", "null"], "properties": ["a": ["type": "object"]], "additionalProperties": true],
                [
                    "type": ["object", "null"],
                    "properties": ["a": ["type": "object", "properties": [:], "additionalProperties": false]],
                    "additionalProperties": false,
                ]
            ),
            (
                ["$ref": "#/$defs/A", "$defs": ["A": ["type": "string", "minLength": 1]]],
                ["$ref": "#/$defs/A", "$defs": ["A": ["type": "string", "description": "{minLength: 1}"]]]
            ),
            (
                ["$ref": "#/$defs/A", "description": "The reply.", "minProperties": 1],
                ["anyOf": [["$ref": "#/$defs/A"]], "description": "The reply.\n\n{minProperties: 1}"]
            ),
        ] as [(JSONValue, JSONValue)]
    )
    func `what the API does not know becomes words`(schema: JSONValue, expected: JSONValue) throws {
        #expect(try JSONValue.object(StrictSchema(subject: "T").strict(schema)) == expected)
    }

    struct Thread: Decodable, JSONSchemaDescribed {
        var root: Node
        static let jsonSchemaDescriptions = ["root": "How it began."]

        final class Node: Decodable {
            let next: Node?
        }
    }

    @Test func `words about a member that is a reference are kept`() throws {
        let schema = try StrictSchema(subject: "Thread").strict(JSONValue(schemaOf: Thread.self))
        #expect(
            schema["properties"]?["root"] == ["anyOf": [["$ref": "#/$defs/Node"]], "description": "How it began."]
        )
    }

    @Test(
        arguments: [
            (
                ["type": "object", "properties": ["a": ["type": "array", "items": [:]]]],
                "'a.[]' says nothing about the type"
            ),
            (["type": "object", "additionalProperties": ["type": "string"]], "it is a map"),
            (["type": "object", "properties": ["a": true]], "'a' is no schema object"),
        ] as [(JSONValue, String)]
    )
    func `what cannot be asked for is an error with its place`(schema: JSONValue, message: String) throws {
        let error = try #require(throws: APIError.self) { try StrictSchema(subject: "T").strict(schema) }
        #expect(error.kind == .invalidArgument)
        #expect(error.message.contains(message), "\(error.message)")
        #expect(error.message.contains("'T'"))
    }
}
