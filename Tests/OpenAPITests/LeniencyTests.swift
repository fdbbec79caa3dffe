import OpenAPI
import Source
import Testing

/// What is not as the standard has it, and how it is read.
@Suite struct LeniencyTests {
    private func messages(of schema: String, version: String = "3.2.0") -> [String] {
        DocumentReading("paths: {}\ncomponents: {schemas: {A: \(schema), B: {}}}\n", version: version).messages
    }

    @Test(arguments: [
        "{type: string}", "{type: [string, 'null']}", "{type: string, nullable: true}",
        "{type: string, nullable: 'yes'}",
        "{type: string, nullable: false}", "{nullable: true}", "{type: 'null'}", "{type: null}", "{type: ~}",
        "{type: [integer, null]}", "{type: [integer, string]}", "{}",
    ])
    func `nullable has all spellings in all versions`(text: String) throws {
        for version in ["3.0.3", "3.1.0", "3.2.0"] {
            #expect(messages(of: text, version: version).allSatisfy { $0.hasPrefix("warning") })
        }
    }

    @Test(arguments: [
        ("Integer", "'integer'"), ("bool", "'boolean'"), ("float", "'number' of the format 'float'"),
        ("date", "'string' of the format 'date'"), ("'string,null'", "'string' or 'null'"),
        ("number/integer", "'number' or 'integer'"),
    ])
    func `a word for a type is read as the type`(word: String, reading: String) throws {
        let name = word.filter { $0 != "'" }
        #expect(
            messages(of: "{type: \(word)}") == [
                "warning: unknown schema type '\(name)' [schema-type] (it is read as \(reading))"
            ]
        )
    }

    @Test func `a word that is near a type is a slip of the pen, and another allows any`() throws {
        #expect(
            messages(of: "{type: strng}") == [
                "error: unknown schema type 'strng' [schema-type] (did you mean 'string'?)"
            ]
        )
        #expect(
            messages(of: "{type: any}") == [
                "warning: unknown schema type 'any' [schema-type] (it is ignored, so that any type is allowed)"
            ]
        )
    }

    @Test func `a list of items is one of prefixes`() throws {
        #expect(
            messages(of: "{type: array, items: [{type: string}, {type: integer}]}") == [
                "warning: expected a Schema Object, found a sequence [value-kind] "
                    + "(it is read as 'prefixItems', which is its name since JSON Schema 2020-12)"
            ]
        )
    }

    @Test func `null stands for what was forgotten`() throws {
        #expect(messages(of: "{items: , additionalProperties: null, description: , const: null}").count == 3)
    }

    @Test func `a boolean is a schema`() throws {
        let reading = DocumentReading(
            """
            paths:
              /a:
                get:
                  parameters: [{name: a, in: query, schema: true}]
                  responses: {"200": {description: A., content: {text/plain: {schema: false}}}}
            components:
              schemas: {A: true, B: {items: false, properties: {a: {$ref: "#/components/schemas/A"}}}}

            """
        )
        #expect(reading.messages == [])
        #expect(reading["components", "schemas", "B", "properties", "a"]?.bool == true)
    }

    @Test func `keys beside a reference in OpenAPI 3-0 count, with a word about those that change the type`() {
        let reading = DocumentReading(
            """
            paths: {}
            components:
              schemas:
                A: {type: string}
                B: {$ref: "#/components/schemas/A", description: B., nullable: true, readOnly: true, x-a: 1}

            """,
            version: "3.0.3"
        )
        #expect(
            reading.messages == [
                "warning: OpenAPI 3.0 ignores 'nullable' beside a '$ref' [reference-siblings] "
                    + "(it is read as in 3.1, where it counts)"
            ]
        )
    }

    @Test func `a path item has what stands beside its reference`() throws {
        let reading = DocumentReading(
            """
            paths:
              /a:
                $ref: "#/components/pathItems/A"
                parameters: [{name: a, in: query, schema: {}}]
                post: {summary: Own., responses: {}}
            components:
              pathItems:
                A:
                  parameters: [{name: b, in: query, schema: {}}]
                  servers: [{url: https://a.test}]
                  get: {summary: Get., responses: {}}
                  post: {summary: Post., responses: {}}

            """
        )
        let document = try #require(reading.document)
        let item: PathItemObject = try #require(document.view(document.root.paths[0].value))
        #expect(item.operations.map(\.method) == ["get", "post"])
        #expect(item.operations.map(\.operation.summary) == ["Get.", "Own."])
        #expect(item.parameters.map { ParameterObject($0).name } == ["a", "b"])
        #expect(item.servers.map(\.url) == ["https://a.test"])
        #expect(reading.messages == [])
    }

    @Test func `a mapping names a component or is a reference`() throws {
        let reading = DocumentReading(
            """
            paths: {}
            components:
              schemas:
                Pet:
                  discriminator:
                    propertyName: kind
                    mapping: {cat: Cat, dog: "#/components/schemas/Dog", tom: Alias, cow: Cov, emu: "#/components/schemas/Emu"}
                Cat: {type: object}
                Dog: {type: object}
                Cow: {type: object}
                Alias: {$ref: "#/components/schemas/Cat"}

            """
        )
        let document = try #require(reading.document)
        let schemas = try #require(document.root.components?.schemas)
        let mapping = DiscriminatorObject(try #require(schemas[0].value["discriminator"])).mapping
        let targets = mapping.map { document.schema(mappedBy: $0.value)?.identity }
        let (cat, dog) = (schemas[1].value.identity, schemas[2].value.identity)
        #expect(targets == [cat, dog, cat, nil, nil])
        #expect(
            reading.messages == [
                "warning: no schema 'Cov' [reference-target] (did you mean 'Cow'?)",
                "warning: no 'Emu' under '#/components/schemas' [reference-target]",
            ]
        )
    }

    @Test func `a discriminator may be the name of its property`() throws {
        #expect(
            messages(of: "{discriminator: kind}") == [
                "warning: expected a Discriminator Object, found a string [value-kind] "
                    + "(it is read as the 'propertyName' of one)"
            ]
        )
    }

    @Test func `security may be written in short`() throws {
        let reading = DocumentReading("paths: {}\nsecurity: {key: , token: []}\n")
        #expect(reading.document?.root.security.map(\.schemes) == [["key", "token"]])
        #expect(DocumentReading("paths: {}\nsecurity: [key]\n").document?.root.security.map(\.schemes) == [["key"]])
        #expect(
            reading.messages == [
                "warning: expected a sequence, found a mapping [value-kind] (it is read as a sequence of one)",
                "warning: expected a sequence, found null [value-kind] (it is read as an empty one)",
            ]
        )
    }

    @Test func `a document without paths has components or webhooks`() {
        #expect(DocumentReading("components: {}\n").messages == [])
        #expect(DocumentReading("webhooks: {}\n", version: "3.1.0").messages == [])
        #expect(
            DocumentReading("pathes: {}\n").messages == [
                "warning: there is neither 'paths' nor 'components' nor 'webhooks' [missing-key] (is 'pathes' meant?)",
                "warning: unknown key 'pathes' of an OpenAPI Object [unknown-key] (did you mean 'paths'?)",
            ]
        )
    }
}
