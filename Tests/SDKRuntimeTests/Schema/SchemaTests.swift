import Foundation
import SDKRuntime
import Testing

/// The JSON Schema that is found out of a type by running its `init(from:)`.
@Suite struct SchemaTests {
    enum Color: String, Codable, CaseIterable { case red, green }
    enum Level: Int, Codable, CaseIterable { case low = 1, high }
    enum Ratio: Double, Codable, CaseIterable { case whole = 1, half = 0.5 }

    struct Tag: Codable, Sendable {
        var name: String
        var weight: Double?

        enum CodingKeys: String, CodingKey {
            case name = "tag_name"
            case weight
        }
    }

    struct Report: Codable, Sendable {
        var title: String
        var count: Int
        var size: UInt16?
        var isFinal: Bool
        var color: Color
        var level: Level?
        var tags: [Tag]
        var scores: [String: Double]
        var maybe: [Int?]
        var names: Set<String>
        var written: Date
        var link: URL?
        var id: UUID
        var bytes: Data
        var free: JSONValue
    }

    @Test func `members, optionals, arrays, maps, nested types and enumerations`() throws {
        let tag: JSONValue = [
            "type": "object",
            "properties": ["tag_name": ["type": "string"], "weight": ["type": "number"]],
            "required": ["tag_name"],
        ]
        let expected: JSONValue = [
            "type": "object",
            "properties": [
                "title": ["type": "string"],
                "count": ["type": "integer"],
                "size": ["type": "integer", "minimum": 0],
                "isFinal": ["type": "boolean"],
                "color": ["type": "string", "enum": ["red", "green"]],
                "level": ["type": "integer", "enum": [1, 2]],
                "tags": ["type": "array", "items": tag],
                "scores": ["type": "object", "additionalProperties": ["type": "number"]],
                "maybe": ["type": "array", "items": ["anyOf": [["type": "integer"], ["type": "null"]]]],
                "names": ["type": "array", "items": ["type": "string"], "uniqueItems": true],
                "written": ["type": "string", "format": "date-time"],
                "link": ["type": "string", "format": "uri"],
                "id": ["type": "string", "format": "uuid"],
                "bytes": ["type": "string", "contentEncoding": "base64"],
                "free": [:],
            ],
            "required": [
                "title", "count", "isFinal", "color", "tags", "scores", "maybe", "names", "written", "id", "bytes",
                "free",
            ],
        ]
        let schema = try JSONValue(schemaOf: Report.self)
        #expect(schema == expected)
        #expect(schema["properties"]?.objectValue?.keys == expected["properties"]?.objectValue?.keys)
    }

    @Test func `scalars and arrays are schemas of their own`() throws {
        #expect(try JSONValue(schemaOf: Int.self) == ["type": "integer"])
        #expect(try JSONValue(schemaOf: [[String]].self)["items"]?["items"] == ["type": "string"])
        #expect(try JSONValue(schemaOf: Ratio.self) == ["type": "number", "enum": [1.0, 0.5]])
        #expect(try JSONValue(schemaOf: Color?.self)["anyOf"]?[1] == ["type": "null"])
        #expect(try JSONValue(schemaOf: Nullable<Bool>.self) == ["anyOf": [["type": "boolean"], ["type": "null"]]])
    }

    // MARK: - Recursion

    final class Node: Codable {
        var name: String
        var next: Node?
        var children: [Node]

        init(name: String) {
            self.name = name
            children = []
        }
    }

    struct Forest: Codable {
        var roots: [Node]
        var oldest: Node
    }

    @Test func `a type that contains itself is a reference`() throws {
        let node: JSONValue = [
            "type": "object",
            "properties": [
                "name": ["type": "string"],
                "next": ["$ref": "#/$defs/Node"],
                "children": ["type": "array", "items": ["$ref": "#/$defs/Node"]],
            ],
            "required": ["name", "children"],
        ]
        var root = try #require(node.objectValue)
        root["$defs"] = ["Node": node]
        #expect(try JSONValue(schemaOf: Node.self) == .object(root))

        let forest = try JSONValue(schemaOf: Forest.self)
        #expect(forest["properties"]?["roots"] == ["type": "array", "items": ["$ref": "#/$defs/Node"]])
        #expect(forest["properties"]?["oldest"] == ["$ref": "#/$defs/Node"])
        #expect(forest["$defs"] == ["Node": node])
    }

    // MARK: - By hand

    struct Point: Codable {
        var x: Double
        var y: Double
        var label: String

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            let position = try container.nestedContainer(keyedBy: CodingKeys.self, forKey: .position)
            x = try position.decode(Double.self, forKey: .x)
            y = try position.decode(Double.self, forKey: .y)
            label = container.contains(.label) ? try container.decode(String.self, forKey: .label) : "none"
        }

        func encode(to encoder: any Encoder) throws {}

        enum CodingKeys: String, CodingKey { case position, x, y, label }
    }

    @Test func `an initialiser written by hand is followed`() throws {
        #expect(
            try JSONValue(schemaOf: Point.self) == [
                "type": "object",
                "properties": [
                    "position": [
                        "type": "object",
                        "properties": ["x": ["type": "number"], "y": ["type": "number"]],
                        "required": ["x", "y"],
                    ],
                    "label": ["type": "string"],
                ],
                "required": ["position"],
            ]
        )
    }

    enum Shape: Codable, JSONSchemaConvertible, JSONSchemaDescribed {
        case circle(radius: Double)

        static var jsonSchema: JSONValue {
            [
                "type": "object",
                "properties": [
                    "circle": ["type": "object", "properties": ["radius": ["type": "number"]], "required": ["radius"]]
                ],
                "required": ["circle"],
            ]
        }
    }

    struct Drawing: Decodable, JSONSchemaDescribed {
        var first: Shape
        var title: String

        static let jsonSchemaDescription: String? = "What was drawn."
        static let jsonSchemaDescriptions = ["title": "A few words."]
    }

    @Test func `a stated schema is taken, and words are added`() throws {
        #expect(try JSONValue(schemaOf: Shape.self) == Shape.jsonSchema)
        #expect(
            try JSONValue(schemaOf: Drawing.self) == [
                "type": "object",
                "properties": ["first": Shape.jsonSchema, "title": ["type": "string", "description": "A few words."]],
                "required": ["first", "title"],
                "description": "What was drawn.",
            ]
        )
    }

    // MARK: - What cannot be found out

    enum Unlisted: String, Codable { case one }
    enum Payload: Codable { case text(String), number(Int) }
    struct Holder<Value: Decodable>: Decodable { var items: [Inner<Value>] }
    struct Inner<Value: Decodable>: Decodable { var value: Value }
    final class Endless: Decodable { let next: Endless }
    struct Opaque: Decodable, JSONSchemaConvertible {
        let text: String

        init(from decoder: any Decoder) throws {
            text = try decoder.singleValueContainer().decode(String.self)
            guard text.hasPrefix("x") else {
                throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "no x"))
            }
        }

        static var jsonSchema: JSONValue { ["type": "string"] }
    }

    @Test func `what cannot be found out is an error with the type and the place`() throws {
        try expectFailure(Holder<Unlisted>.self, naming: "'Unlisted' at 'items[0].value'", "JSONSchemaConvertible")
        try expectFailure(Holder<Payload>.self, naming: "'Payload' at 'items[0].value'", "JSONSchemaConvertible")
        try expectFailure(Holder<[Double: Int]>.self, naming: "at 'items[0].value' has keys")
        try expectFailure(Holder<Opaque>.self, naming: "'Opaque' at 'items[0].value'", "'examples'", "no x")
        try expectFailure(Endless.self, naming: "'Endless' at 'next' contains itself")
    }

    private func expectFailure<Value: Decodable>(_ type: Value.Type, naming texts: String...) throws {
        let error = try #require(throws: APIError.self) { try JSONValue(schemaOf: type) }
        #expect(error.kind == .invalidArgument)
        #expect(error.message.contains("JSON Schema of '\(type)'"))
        for text in texts { #expect(error.message.contains(text), "\(error.message)") }
    }
}
