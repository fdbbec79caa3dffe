import OpenAPI
import Source
import Testing

/// What is not as the standard has it, and how it is read.
@Suite struct LeniencyTests {
    private func schema(_ text: String, version: String = "3.2.0") throws -> (SchemaObject, [String]) {
        let reading = DocumentReading("paths: {}\ncomponents: {schemas: {A: \(text), B: {}}}\n", version: version)
        return (SchemaObject(try #require(reading["components", "schemas", "A"])), reading.messages)
    }

    @Test(arguments: [
        ("{type: string}", false, ["string"]),
        ("{type: [string, 'null']}", true, ["string"]),
        ("{type: string, nullable: true}", true, ["string"]),
        ("{type: string, nullable: 'yes'}", true, ["string"]),
        ("{type: string, nullable: false}", false, ["string"]),
        ("{nullable: true}", true, []),
        ("{type: 'null'}", true, []),
        ("{type: null}", true, []),
        ("{type: ~}", true, []),
        ("{type: [integer, null]}", true, ["integer"]),
        ("{type: [integer, string]}", false, ["integer", "string"]),
        ("{}", false, []),
    ])
    func `nullable has all spellings in all versions`(text: String, isNullable: Bool, types: [String]) throws {
        for version in ["3.0.3", "3.1.0", "3.2.0"] {
            let (schema, messages) = try schema(text, version: version)
            #expect(schema.isNullable == isNullable)
            #expect(schema.typesWithoutNull == types)
            #expect(messages.allSatisfy { $0.hasPrefix("warning") })
        }
    }

    @Test func `a type of null is what it is written as`() throws {
        #expect(try schema("{type: [string, null]}").0.types == ["string", "null"])
        #expect(try schema("{type: [string, ~]}").0.types == ["string", "null"])
        #expect(try schema("{type: }").0.types == [])
    }

    @Test func `a list that is one value is a list of it`() throws {
        #expect(try schema("{required: a}").0.required.map(\.text) == ["a"])
        #expect(try schema("{enum: a}").0.enumeration?.map(\.text) == ["a"])
        #expect(try schema("{allOf: {type: object}}").0.allOf?.count == 1)
    }

    @Test func `a list that cannot be one is none`() throws {
        #expect(try schema("{required: true}").0.required.isEmpty)
        #expect(try schema("{required: {a: true}}").0.required.isEmpty)
        #expect(try schema("{enum: {a: 1}}").0.enumeration == nil)
        #expect(try schema("{enum: []}").0.enumeration == nil)
    }

    @Test func `a list of items is one of prefixes`() throws {
        let (schema, messages) = try schema("{type: array, items: [{type: string}, {type: integer}]}")
        #expect(schema.items == nil)
        #expect(schema.prefixItems?.map { SchemaObject($0).types } == [["string"], ["integer"]])
        #expect(
            messages == [
                "warning: expected a Schema Object, found a sequence [value-kind] "
                    + "(it is read as 'prefixItems', which is its name since JSON Schema 2020-12)"
            ]
        )
    }

    @Test func `null stands for what was forgotten`() throws {
        let (schema, messages) = try schema("{items: , additionalProperties: null, description: , const: null}")
        #expect(schema.items == nil)
        #expect(schema.additionalProperties == nil)
        #expect(schema.description == nil)
        #expect(schema.constant?.kind == .null)
        #expect(messages.count == 3)
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
        let mapping = try #require(SchemaObject(schemas[0].value).discriminator?.mapping)
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
        let (schema, messages) = try schema("{discriminator: kind}")
        #expect(schema.discriminator?.propertyName == "kind")
        #expect(
            messages == [
                "warning: expected a Discriminator Object, found a string [value-kind] "
                    + "(it is read as the 'propertyName' of one)"
            ]
        )
        #expect(try self.schema("{discriminator: {mapping: {a: B}}}").0.discriminator == nil)
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
