import APIModel
import OpenAPI
import Source
import SwiftEmitter
import Testing

/// The calls that are written from examples, against what a user of the SDK would write.
@Suite struct ExampleCallTests {
    private static let document = """
        openapi: 3.2.0
        info: {title: Shop, version: "1"}
        paths:
          /orders/{order_id}/items:
            get:
              x-sdk-method: orders.items.list
              x-sdk-pagination: {items: data, cursor: {parameter: page, next: next}}
              parameters:
                - {name: order_id, in: path, required: true, schema: {type: string}}
                - {name: page, in: query, schema: {type: string}}
                - {name: since, in: query, schema: {type: string, format: date-time}}
              responses:
                "200":
                  description: A page.
                  content:
                    application/json:
                      schema:
                        type: object
                        properties:
                          data: {type: array, items: {type: string}}
                          next: {type: string}
            post:
              x-sdk-method: orders.items.add
              parameters:
                - {name: order_id, in: path, required: true, schema: {type: string}}
                - {name: dry_run, in: query, schema: {type: boolean}}
              requestBody:
                required: true
                content:
                  application/json:
                    schema:
                      type: object
                      required: [kind, size, note]
                      properties:
                        kind: {const: item}
                        size: {type: string, enum: [small, very-large]}
                        note: {type: [string, "null"]}
                        label: {type: [string, "null"]}
                        price: {type: number}
                        part: {$ref: "#/components/schemas/Part"}
                        text: {oneOf: [{type: string}, {type: array, items: {type: string}}]}
                        tags: {type: object, additionalProperties: {type: string}}
                        data: {}
              responses: {"204": {description: Added.}}
        components:
          schemas:
            Part:
              oneOf: [{$ref: "#/components/schemas/Screw"}, {$ref: "#/components/schemas/Nail"}]
            Screw: {type: object, required: [type, length], properties: {type: {const: screw}, length: {type: integer}}}
            Nail: {type: object, required: [type], properties: {type: {const: nail}}}

        """

    @Test(arguments: [
        (#"note: null"#, #"note: nil"#),
        (#"note: "a\"b""#, #"note: "a\"b""#),
        (#"note: n, label: null"#, #"note: "n", label: .null"#),
        (#"note: n, label: l"#, #"note: "n", label: "l""#),
        (#"note: n, price: 1"#, #"note: "n", price: 1"#),
        (#"note: n, price: 0.5"#, #"note: "n", price: 0.5"#),
        (#"note: n, part: {type: screw, length: 3}"#, #"note: "n", part: .screw(.init(length: 3))"#),
        (#"note: n, part: {type: nail}"#, #"note: "n", part: .nail(.init())"#),
        (#"note: n, text: t"#, #"note: "n", text: "t""#),
        (#"note: n, text: [t, u]"#, #"note: "n", text: ["t", "u"]"#),
        (#"note: n, tags: {}"#, #"note: "n", tags: [:]"#),
        (#"note: n, tags: {a: b}"#, #"note: "n", tags: ["a": "b"]"#),
        (#"note: n, data: {a: [1, null, true]}"#, #"note: "n", data: ["a": [1, nil, true]]"#),
    ])
    func `values are written as a caller does`(members: String, arguments: String) throws {
        let call = try call("{kind: item, size: small, \(members)}")
        #expect(call == #"try await client.orders.items.add(orderID: "o", .init(size: .small, \#(arguments)))"#)
    }

    @Test func `a value of an enumeration has its name, or is a literal`() throws {
        let known = try call("{kind: item, size: very-large, note: n}")
        let unknown = try call("{kind: item, size: huge, note: n}")
        #expect(known == #"try await client.orders.items.add(orderID: "o", .init(size: .veryLarge, note: "n"))"#)
        #expect(unknown == #"try await client.orders.items.add(orderID: "o", .init(size: "huge", note: "n"))"#)
    }

    @Test(arguments: [
        ("{type: screw, length: 3, colour: red}", #"["type": "screw", "length": 3, "colour": "red"]"#),
        ("{type: screw}", #"["type": "screw"]"#),
        ("{type: rivet}", #"["type": "rivet"]"#),
        ("[1]", "[1]"),
    ])
    func `a value that its schema does not allow is read from JSON`(part: String, json: String) throws {
        let call = try call("{kind: item, size: small, note: n, part: \(part)}")
        #expect(call?.contains("part: decoded(\(json))") == true)
    }

    @Test(arguments: [
        "{kind: item, note: n}", "{kind: other, size: small, note: n}", "{kind: item, size: small, note: n, x: 1}",
    ])
    func `a body that its schema does not allow makes no call`(body: String) throws {
        #expect(try call(body) == nil)
    }

    @Test func `a call without the value of a path parameter is not written`() throws {
        #expect(try call("{kind: item, size: small, note: n}", path: nil) == nil)
    }

    @Test func `an argument a line where a call is too long for one`() throws {
        let note = String(repeating: "n", count: 100)
        #expect(
            try call("{kind: item, size: small, note: \(note)}") == """
                try await client.orders.items.add(
                    orderID: "o",
                    .init(
                        size: .small,
                        note: "\(note)",
                    ),
                )
                """
        )
    }

    @Test func `query parameters are members of the params, and a list awaits nothing`() throws {
        #expect(try call(nil, query: ("page", "p2")) == #"client.orders.items.list(orderID: "o", .init(page: "p2"))"#)
        #expect(
            try call(nil, query: ("since", "2026-01-01T00:00:00Z"))
                == #"try client.orders.items.list(orderID: "o", .init(since: decoded("2026-01-01T00:00:00Z")))"#
        )
    }

    /// The call of the operation with a body, or else of the list.
    private func call(_ body: String?, path: String? = "o", query: (name: String, value: String)? = nil) throws
        -> String?
    {
        let files = SourceFiles()
        let report = Report(files: files)
        func node(_ text: String) throws -> YAMLNode {
            try #require(YAMLReader.read(files.add(path: "example.yaml", bytes: Array(text.utf8)), report: report))
        }
        let file = files.add(path: "document.yaml", bytes: Array(Self.document.utf8))
        let document = try #require(DocumentReader.read(file, files: files, report: report))
        let api = Lowering.lower(document, report: report)
        let operations = api.root.withDescendants.flatMap(\.operations)
        let operation = try #require(operations.first { ($0.body == nil) == (body == nil) })
        var parameters: [OperationExample.ParameterKey: YAMLNode] = [:]
        parameters[.init(location: .path, wireName: "order_id")] = try path.map(node)
        if let query {
            parameters[.init(location: .query, wireName: query.name)] = try node("\"\(query.value)\"")
        }
        let example = OperationExample(parameters: parameters, body: try body.map(node))
        let options = EmissionOptions(module: "Shop", client: "ShopClient")
        let call = ExampleCallEmission(api, options: options, report: report).call(operation, example, depth: 0)
        #expect(report.diagnostics.map(\.message) == [])
        return call
    }
}
