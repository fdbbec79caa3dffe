import OpenAPI
import Source
import Testing

@testable import APIModel

@Suite struct LoweringTests {
    @Test(arguments: [
        ("{type: string}", TypeReference.scalar(.string)),
        ("{type: string, format: date-time}", .scalar(.dateTime)),
        ("{type: string, format: date}", .scalar(.date)),
        ("{type: string, format: time}", .scalar(.time)),
        ("{type: string, format: duration}", .scalar(.duration)),
        ("{type: string, format: uuid}", .scalar(.uuid)),
        ("{type: string, format: uri}", .scalar(.url)),
        ("{type: string, format: byte}", .scalar(.bytes)),
        ("{type: string, format: binary}", .scalar(.string)),
        ("{type: string, contentEncoding: base64}", .scalar(.bytes)),
        ("{format: date-time}", .scalar(.dateTime)),
        ("{pattern: a+}", .scalar(.string)),
        ("{minimum: 1}", .scalar(.double)),
        ("{maxItems: 1}", .array(.json)),
        ("{type: integer, format: uint8}", .scalar(.uint8)),
        ("{type: number, format: float}", .scalar(.float)),
        ("{type: number, format: int64}", .scalar(.int64)),
        ("{type: string, format: unheard-of}", .scalar(.string)),
        ("{type: integer}", .scalar(.integer)),
        ("{type: integer, format: int32}", .scalar(.int32)),
        ("{type: integer, format: uint64}", .scalar(.uint64)),
        ("{type: integer, minimum: 0, maximum: 18446744073709551615}", .scalar(.uint64)),
        ("{type: integer, minimum: 0, maximum: 9223372036854775807}", .scalar(.integer)),
        ("{type: integer, maximum: 18446744073709551615}", .scalar(.integer)),
        ("{type: number}", .scalar(.double)),
        ("{type: number, format: decimal}", .scalar(.decimal)),
        ("{type: boolean}", .scalar(.boolean)),
        ("{type: array, items: {type: string}}", .array(.scalar(.string))),
        ("{type: array, items: {type: [string, 'null']}}", .array(.nullable(.scalar(.string)))),
        ("{type: array}", .array(.json)),
        ("{type: object}", .map(.json)),
        ("{type: object, additionalProperties: {type: integer}}", .map(.scalar(.integer))),
        ("{type: object, additionalProperties: false}", .map(.json)),
        ("{}", .json),
        ("true", .json),
        ("{items: {type: string}}", .array(.scalar(.string))),
        ("{anyOf: [{type: string}, {type: 'null'}]}", .scalar(.string)),
        ("{oneOf: [{type: 'null'}, {type: array, items: {type: string}}]}", .array(.scalar(.string))),
        ("{$ref: '#/components/schemas/Alias'}", .scalar(.string)),
        ("{allOf: [{$ref: '#/components/schemas/Alias'}]}", .scalar(.string)),
        ("{allOf: [{$ref: '#/components/schemas/Alias'}, {description: Told.}]}", .scalar(.string)),
        ("{allOf: [{type: integer}, {minimum: 1}]}", .scalar(.integer)),
        ("{anyOf: [{type: integer}, {type: number}]}", .scalar(.double)),
        ("{anyOf: [{type: string}, {type: string, format: uuid}]}", .scalar(.string)),
        ("{anyOf: [{type: string}, {}]}", .json),
        ("{type: [string, number, boolean, array, object, 'null']}", .json),
        ("{type: object, patternProperties: {'^x': {type: string}}}", .map(.scalar(.string))),
        ("{type: array, prefixItems: [{type: integer}, {type: integer}]}", .array(.scalar(.integer))),
        ("{enum: [true, false]}", .scalar(.boolean)),
    ])
    func `a schema has a type`(schema: String, expected: TypeReference) throws {
        #expect(try property(schema).type == expected)
    }

    @Test(arguments: [
        ("{type: string}", true, Property.Presence.required),
        ("{type: string}", false, .optional),
        ("{type: [string, 'null']}", true, .nullable),
        ("{type: [string, 'null']}", false, .optionalNullable),
        ("{anyOf: [{type: string}, {type: 'null'}]}", false, .optionalNullable),
        ("{enum: [a, null]}", true, .nullable),
        ("{const: file}", true, .constant(.string("file"))),
        ("{enum: [file]}", true, .constant(.string("file"))),
        ("{const: 3}", true, .constant(.integer("3"))),
        ("{const: true}", true, .constant(.boolean(true))),
        ("{const: 123456789012345678901234567890}", true, .constant(.exact("123456789012345678901234567890"))),
        ("{type: string, nullable: true}", true, .nullable),
        ("{allOf: [{$ref: '#/components/schemas/Alias'}], nullable: true}", false, .optionalNullable),
        ("{oneOf: [{type: string}, {enum: [null]}]}", true, .nullable),
        ("{anyOf: [{type: 'null'}, {const: file}]}", true, .nullable),
        ("{const: file}", false, .optional),
    ])
    func `a property has a presence`(schema: String, isRequired: Bool, expected: Property.Presence) throws {
        #expect(try property(schema, isRequired: isRequired).presence == expected)
    }

    @Test func `an open enumeration keeps the order of its values`() throws {
        let api = try lower("{anyOf: [{type: string, enum: [b, a, c]}, {type: string}]}")
        guard case .object(let holder)? = api.topLevelTypes.first(where: { $0.name == "Holder" })?.shape,
            case .named(let id)? = holder.properties.first?.type
        else { throw NoType() }
        let type = try #require(api.topLevelTypes.first.flatMap { api.parts(of: .type($0.id)).first { $0.id == id } })
        guard case .enumeration(let enumeration) = type.shape else { throw NoType() }
        #expect(enumeration.values.map(\.literal) == [.string("b"), .string("a"), .string("c")])
        #expect(type.name == "member")
    }

    @Test func `one known value of an open list is no constant`() throws {
        let property = try property("{anyOf: [{type: string}, {type: string, enum: [a]}]}", isRequired: true)
        #expect(property.presence == .required)
        #expect(property.type != .scalar(.string))
    }

    @Test(arguments: [
        ("0x1F", Literal.integer("31")), ("+07", .integer("7")), (".5", .number("0.5")), ("1.", .number("1.0")),
    ])
    func `a constant is in decimal`(text: String, expected: Literal) throws {
        #expect(try property("{const: \(text)}", isRequired: true).presence == .constant(expected))
    }

    @Test(arguments: ["{type: number, format: float, default: 1.0e+100}", "{type: number, default: 1.0e+400}"])
    func `a default that no value of the type is, is told by the documentation alone`(schema: String) throws {
        let property = try property(schema, isRequired: true)
        #expect(property.defaultValue == nil)
        #expect(property.documentation.notes.contains { $0.hasPrefix("Default: ") })
    }

    @Test func `a type in place has the name that its property is given`() throws {
        let api = try lower("{type: string, enum: [a, b], x-sdk-name: kind}")
        let holder = try #require(api.topLevelTypes.first { $0.name == "Holder" })
        #expect(api.parts(of: .type(holder.id)).map(\.name) == ["kind"])
    }

    @Test func `an alternative has the name that it is given, a reference too`() throws {
        let api = try lower(
            "{oneOf: [{type: integer, x-sdk-name: size}, {$ref: '#/components/schemas/Alias', x-sdk-name: id}]}"
        )
        let holder = try #require(api.topLevelTypes.first { $0.name == "Holder" })
        let part = try #require(api.parts(of: .type(holder.id)).first)
        guard case .union(let union) = part.shape else { throw NoType() }
        #expect(union.members.map(\.name) == ["size", "id"])
    }

    @Test(arguments: [("{$ref: '#/components/schemas/Alias'}", false), ("{type: [string, 'null']}", true)])
    func `an answer that may be null is a value or nothing`(schema: String, isOptional: Bool) throws {
        let operation = "{responses: {'200': {description: D., content: {application/json: {schema: \(schema)}}}}}"
        let call = try #require(
            try lower(paths: "{/it: {get: \(operation)}}").root.withDescendants.flatMap(\.operations).first
        )
        let content = ResponseContent.json(.scalar(.string), isNullable: false)
        #expect(call.response.content == (isOptional ? .optional(content) : content))
    }

    @Test func `the ways to send and the ways to be answered in one media type have different names`() throws {
        let note = "schema: {type: object, properties: {text: {type: string}}}"
        let content = "{application/json: {\(note)}, text/csv: {schema: {type: string}}}"
        let operation = """
            {requestBody: {content: \(content)}, responses: {'200': {description: D., content: \(content)}}}
            """
        let calls = try lower(paths: "{'/notes/{id}': {parameters: [\(Self.id)], put: \(operation)}}").root
            .withDescendants.flatMap(\.operations)
        #expect(calls.map(\.name) == ["update", "update_as_csv", "update_returning_csv"])
    }

    private static let id = "{name: id, in: path, required: true, schema: {type: string}}"

    @Test func `what stands beside a reference describes its place, not its target`() throws {
        let property = try property("{$ref: '#/components/schemas/Alias', description: Here.}")
        #expect(property.documentation.text == "Here.")
    }

    @Test(arguments: [
        ("{type: object, patternProperties: {'^x-': {type: string}}}", "The keys of further members match `^x-`."),
        (
            "{type: array, prefixItems: [{type: string}, {type: integer}]}",
            "The first 2 elements have types by their positions."
        ),
        ("{type: string, format: email}", "Format: `email`."),
        ("{type: integer, minimum: 1, exclusiveMaximum: 9}", "At least 1. Less than 9."),
        ("{type: string, minLength: 2, maxLength: 2}", "Exactly 2 characters."),
        ("{type: array, items: {type: string}, uniqueItems: true}", "No two elements are equal."),
        ("{type: string, not: {const: a}}", "Some values are excluded (`not`)."),
        ("{type: integer, default: 20}", "Default: `20`."),
        ("{type: string, externalDocs: {url: 'https://a.test'}}", "See [https://a.test](https://a.test)."),
    ])
    func `what no type tells is told by the documentation`(schema: String, note: String) throws {
        #expect(try property(schema).documentation.notes.joined(separator: " ") == note)
    }

    private struct NoType: Error {}

    private func property(_ schema: String, isRequired: Bool = false) throws -> Property {
        let api = try lower(schema, isRequired: isRequired)
        guard case .object(let object)? = api.topLevelTypes.first(where: { $0.name == "Holder" })?.shape else {
            throw NoType()
        }
        return try #require(object.properties.first)
    }

    /// The API of a document with one schema, `Holder`, whose one property has the given schema.
    private func lower(
        _ schema: String = "{}",
        isRequired: Bool = false,
        paths: String = "{}"
    ) throws -> API {
        let text = """
            openapi: 3.2.0
            info: {title: T, version: "1"}
            paths: \(paths.split(separator: "\n").joined(separator: " "))
            components:
              schemas:
                Alias: {type: string}
                Holder:
                  type: object
                  required: [\(isRequired ? "member" : "")]
                  properties:
                    member: \(schema)

            """
        let files = SourceFiles()
        let report = Report(files: files)
        let file = files.add(path: "document.yaml", bytes: Array(text.utf8))
        let document = try #require(DocumentReader.read(file, files: files, report: report))
        let api = Lowering.lower(document, report: report)
        #expect(report.diagnostics == [])
        return api
    }

    @Test func `a response of an operation that is referred to belongs to the call, unless it has a place of its own`()
        throws
    {
        let text = """
            openapi: 3.1.0
            info: {title: T, version: "1"}
            paths:
              /pets: {get: {$ref: "#/x-operations/list"}, put: {$ref: "#/x-operations/store"}}
            x-operations:
              list: {responses: {"200": {$ref: "#/x-answers/all_pets"}}}
              store:
                responses:
                  "200": {description: Done., content: {application/json: {schema: {properties: {id: {type: string}}}}}}
            x-answers:
              all_pets: {description: All., content: {application/json: {schema: {properties: {count: {type: integer}}}}}}

            """
        let files = SourceFiles()
        let report = Report(files: files)
        let file = files.add(path: "document.yaml", bytes: Array(text.utf8))
        let document = try #require(DocumentReader.read(file, files: files, report: report))
        let types = Lowering.lower(document, report: report).types
        #expect(types.first { $0.owner == .api }?.name == "all_pets_response")
        #expect(types.count { $0.owner == .api } == 1)
        #expect(types.count == 2)
        #expect(Set(report.diagnostics.map(\.rule.rawValue)) == ["unsupported"])
    }
}
