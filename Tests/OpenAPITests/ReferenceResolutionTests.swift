import OpenAPI
import Source
import Testing

/// Documents of several files, and references of every form.
@Suite struct ReferenceResolutionTests {
    @Test func `files refer to each other from folder to folder, with cycles`() throws {
        let reading = try DocumentReading(files: [
            "openapi.yaml": """
            paths:
              /pets: {$ref: paths/pets.yaml}
            components:
              schemas:
                Pet: {$ref: "schemas/pet.yaml"}

            """,
            "paths/pets.yaml": """
            get:
              parameters: [{$ref: "../openapi.yaml#/components/parameters/Limit"}]
              responses:
                "200":
                  description: Pets.
                  content: {application/json: {schema: {$ref: "../schemas/pet.yaml#/properties/friends"}}}

            """,
            "schemas/pet.yaml": """
            type: object
            properties:
              name: {type: string}
              friends: {type: array, items: {$ref: "#"}}
              owner: {$ref: owner.yaml#/Owner}

            """,
            "schemas/owner.yaml": "Owner: {type: object, properties: {pet: {$ref: pet.yaml}}}\n",
        ])
        // The entry is reached by its name as well, and has no such parameter.
        #expect(
            reading.messages == [
                "warning: no 'parameters' under '#/components' [reference-target] "
                    + "(it is passed over; a schema may be any value then)"
            ]
        )
        let pet = try #require(reading["components", "schemas", "Pet"])
        #expect(reading["components", "schemas", "Pet", "properties", "friends", "items"]?.identity == pet.identity)
        let owned = reading["components", "schemas", "Pet", "properties", "owner", "properties", "pet"]
        #expect(owned?.identity == pet.identity)
        #expect(reading.document?.fileCount == 4)
    }

    @Test func `names of files and keys may have any characters`() throws {
        let reading = try DocumentReading(files: [
            "openapi.yaml": """
            paths:
              /pets/{id}: {get: {summary: Get., responses: {}}}
              /toys/{id}: {$ref: "#/paths/~1pets~1{id}"}
              /cats/{id}: {$ref: "#/paths/~1pets~1%7Bid%7D"}
            components:
              schemas:
                A: {$ref: my%20pets/a%231.yaml#/a%25b~1c~0d}
                B: {$ref: my pets/a%231.yaml#/a%b~1c~0d}
                C: {$ref: "100%.yaml"}
                D: {$ref: "50%25.yaml"}
                E: {$ref: "./umlaut-ä.json#/e f"}

            """,
            "my pets/a#1.yaml": "a%b/c~d: {type: string}\n",
            "100%.yaml": "type: number\n",
            "50%25.yaml": "type: integer\n",
            "umlaut-ä.json": #"{"e f": {"type": "boolean"}}"#,
        ])
        #expect(reading.messages == [])
        let types = ["A", "B", "C", "D", "E"].map { reading["components", "schemas", $0, "type"]?.text }
        #expect(types == ["string", "string", "number", "integer", "boolean"])
        #expect(reading["paths", "/toys/{id}", "get", "summary"]?.text == "Get.")
        #expect(reading["paths", "/cats/{id}", "get", "summary"]?.text == "Get.")
    }

    @Test func `a pointer leads through references and into sequences`() {
        let reading = DocumentReading(
            """
            paths: {}
            components:
              schemas:
                A: {$ref: "#/components/schemas/B"}
                B: {oneOf: [{type: string}, {type: integer}]}
                C: {$ref: "#/components/schemas/A/oneOf/1"}
                D: {$ref: "#/components/schemas/A/oneOf/2"}
                E: {$ref: "#/components/schemas/A/oneOf/-1"}

            """
        )
        #expect(reading["components", "schemas", "C", "type"]?.text == "integer")
        #expect(
            reading.messages == [
                "warning: no '2' under '#/components/schemas/A/oneOf' [reference-target] "
                    + "(it is passed over; a schema may be any value then)",
                "warning: no '-1' under '#/components/schemas/A/oneOf' [reference-target] "
                    + "(it is passed over; a schema may be any value then)",
            ]
        )
    }

    @Test(arguments: [
        ("schemas", "{type: string}", "schemas: {X: {items: REF}}"),
        ("responses", "{description: R.}", "pathItems: {X: {get: {responses: {'200': REF}}}}"),
        ("parameters", "{name: p, in: query, schema: {}}", "pathItems: {X: {parameters: [REF]}}"),
        ("examples", "{value: 1}", "mediaTypes: {X: {examples: {a: REF}}}"),
        ("requestBodies", "{content: {}}", "pathItems: {X: {post: {responses: {}, requestBody: REF}}}"),
        ("headers", "{schema: {}}", "responses: {X: {description: X., headers: {a: REF}}}"),
        ("securitySchemes", "{type: http, scheme: bearer}", "securitySchemes: {X: REF}"),
        ("links", "{operationId: a}", "responses: {X: {description: X., links: {a: REF}}}"),
        (
            "callbacks", "{'{$url}': {post: {responses: {}}}}",
            "pathItems: {X: {get: {responses: {}, callbacks: {a: REF}}}}"
        ),
        ("pathItems", "{get: {responses: {}}}", "pathItems: {X: REF}"),
        ("mediaTypes", "{schema: {}}", "responses: {X: {description: X., content: {text/plain: REF}}}"),
    ])
    func `every kind of component can be referred to`(kind: String, value: String, use: String) throws {
        let name = kind == use.prefix { $0 != ":" } ? "Y" : "A"
        let reference = "{$ref: '#/components/\(kind)/\(name)'}"
        let body = "\(use.replacing("REF", with: reference))"
        let own = kind == use.prefix { $0 != ":" }
        let components =
            own
            ? body.replacing("{X:", with: "{Y: \(value), X:") : "\(kind): {A: \(value)}, \(body)"
        let reading = DocumentReading("paths: {}\ncomponents: {\(components)}\n")
        #expect(reading.messages == [])
        #expect(reading.document?.resolve(try #require(find("$ref", in: reading))) != nil)
    }

    /// The first mapping with a key, depth first.
    private func find(_ key: String, in reading: DocumentReading) -> YAMLNode? {
        func search(_ node: YAMLNode) -> YAMLNode? {
            if node.member(key) != nil { return node }
            for child in Array(node.elements) + node.members.map(\.value) {
                if let found = search(child) { return found }
            }
            return nil
        }
        return reading.document.flatMap { search($0.root.node) }
    }

    // MARK: Addresses and anchors

    @Test func `an anchor is known in its file, and from others`() throws {
        let reading = try DocumentReading(files: [
            "openapi.yaml": """
            paths: {}
            components:
              schemas:
                Pet: {$anchor: pet, type: object, properties: {friend: {$ref: "#pet"}}}
                Toy: {$ref: common.yaml#toy}
                Tree: {$dynamicAnchor: node, type: object, properties: {child: {$dynamicRef: "#node"}}}
                Lost: {$ref: "#pett"}
                # Names and data are no anchors.
                Names: {properties: {$anchor: {type: string}}, example: {$anchor: data}}
                Data: {$ref: "#data"}

            """,
            "common.yaml": "definitions: {Toy: {$anchor: toy, type: string}}\n",
        ])
        let pet = reading["components", "schemas", "Pet"]
        #expect(reading["components", "schemas", "Pet", "properties", "friend"]?.identity == pet?.identity)
        #expect(reading["components", "schemas", "Toy", "type"]?.text == "string")
        let tree = reading["components", "schemas", "Tree"]
        #expect(reading["components", "schemas", "Tree", "properties", "child"]?.identity == tree?.identity)
        #expect(
            reading.messages == [
                "warning: the dynamic scope of '$dynamicRef' is not followed [unsupported] "
                    + "(it is read as a '$ref' to the nearest anchor of that name)",
                "error: no anchor 'pett' [reference-target] (did you mean '#pet'?)",
                "warning: no anchor 'data' [reference-target] "
                    + "(it is passed over; a schema may be any value then)",
            ]
        )
    }

    @Test func `an address makes a schema a resource of its own`() throws {
        let reading = DocumentReading(
            """
            paths: {}
            components:
              schemas:
                Tree:
                  $id: https://schemas.test/tree.json
                  type: object
                  properties:
                    left: {$ref: "#"}
                    right: {$ref: "#/$defs/Node"}
                    leaf: {$ref: leaf.json}
                    other: {$ref: "#/components/schemas/Other"}
                    named: {$ref: "#leaf"}
                  $defs:
                    Node: {$anchor: leaf, type: integer}
                    Leaf: {$id: leaf.json, type: string, items: {$ref: tree.json}}
                Other: {type: boolean}
                ByAddress: {$ref: "https://schemas.test/tree.json#/properties/leaf"}
                Relative: {$id: relative.json, $defs: {A: {type: number}}}
                ByPath: {$ref: "relative.json#/$defs/A"}

            """
        )
        #expect(reading.messages == [])
        let tree = try #require(reading["components", "schemas", "Tree"])
        let types = ["left", "right", "leaf", "other", "named"].map {
            reading["components", "schemas", "Tree", "properties", $0, "type"]?.text
        }
        #expect(types == ["object", "integer", "string", "boolean", "integer"])
        #expect(reading["components", "schemas", "Tree", "properties", "leaf", "items"]?.identity == tree.identity)
        #expect(reading["components", "schemas", "ByAddress", "type"]?.text == "string")
        #expect(reading["components", "schemas", "ByPath", "type"]?.text == "number")
    }

    @Test func `a document may have an address of its own`() throws {
        let reading = try DocumentReading(files: [
            "openapi.yaml": """
            openapi: 3.2.0
            $self: https://pets.test/api/openapi.yaml
            info: {title: T, version: "1"}
            paths: {}
            components:
              schemas:
                Pet: {type: string}
                A: {$ref: "https://pets.test/api/openapi.yaml#/components/schemas/Pet"}
                B: {$ref: "openapi.yaml#/components/schemas/Pet"}
                C: {$ref: "common/toy.yaml"}
                D: {$ref: "https://pets.test/api/common/toy.yaml"}

            """,
            "common/toy.yaml": "type: integer\n",
        ])
        let types = ["A", "B", "C"].map { reading["components", "schemas", $0, "type"]?.text }
        #expect(types == ["string", "string", "integer"])
        #expect(
            reading.messages == [
                "warning: a reference to a URL is not supported [unsupported] "
                    + "(save the document beside this one and refer to the file; till then it may be any value)"
            ]
        )
    }

    // MARK: Mistakes

    @Test func `what is meant is suggested`() throws {
        let reading = try DocumentReading(files: [
            "openapi.yaml": """
            paths: {}
            components:
              schemas:
                Pet: {type: string}
                A: {$ref: Pet}
                B: {$ref: "#/definitions/Pet"}
                C: {$ref: "#Pet"}
                D: {$ref: pats.yaml}
                E: {$ref: "pets.yaml#/Cat"}

            """,
            "pets.yaml": "Cats: {type: string}\n",
        ])
        #expect(
            reading.messages == [
                "error: no file 'Pet' [reference-file] (did you mean '#/components/schemas/Pet'?)",
                "error: no 'definitions' in the file [reference-target] (did you mean '#/components/schemas/Pet'?)",
                "error: no anchor 'Pet' [reference-target] (did you mean '#/components/schemas/Pet'?)",
                "error: no file 'pats.yaml' [reference-file] (did you mean 'pets.yaml'?)",
                "error: no 'Cat' in the file [reference-target] (did you mean 'Cats'?)",
            ]
        )
    }

    @Test func `a reference that is no text leads nowhere, also for those that lead through it`() {
        let reading = DocumentReading(
            """
            paths: {}
            components:
              schemas:
                A: {$ref: {type: string}}
                B: {$ref: "#/components/schemas/A/properties/x"}

            """
        )
        #expect(
            reading.messages == [
                "error: expected a string, found a mapping [value-kind]",
                "warning: no 'properties' under '#/components/schemas/A' [reference-target] "
                    + "(it is passed over; a schema may be any value then)",
            ]
        )
    }

    @Test func `references that lead through each other without end are cut`() {
        let count = 2_000
        let schemas = (0..<count).map { "    S\($0): {$ref: '#/components/schemas/S\($0 + 1)/properties/x'}\n" }
        let reading = DocumentReading(
            "paths: {}\ncomponents:\n  schemas:\n" + schemas.joined()
                + "    S\(count): {properties: {x: {properties: {x: {}}}}}\n"
        )
        #expect(reading.messages.contains("error: references lead through more than 200 others [reference-cycle]"))
    }
}
