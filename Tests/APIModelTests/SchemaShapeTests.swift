import Testing

/// What schemas that are put together from others become.
@Suite struct SchemaShapeTests {
    // MARK: - allOf

    @Test func `branches of allOf make one type, in their order`() throws {
        try expect(
            """
            Base: {type: object, required: [id], properties: {id: {type: string}}}
            Dog:
              allOf:
                - $ref: '#/components/schemas/Base'
                - {type: object, required: [bark], properties: {bark: {type: boolean}}}
            """,
            ["Base: id string", "Dog: id string, bark boolean"]
        )
    }

    @Test func `a branch that only requires makes a property required`() throws {
        try expect(
            """
            Base: {type: object, properties: {id: {type: string}, at: {type: integer}}}
            Saved: {allOf: [{$ref: '#/components/schemas/Base'}, {required: [id]}]}
            """,
            ["Base: id? string, at? integer", "Saved: id string, at? integer"]
        )
    }

    @Test func `a property that two branches declare has what both say`() throws {
        try expect(
            """
            Base: {type: object, required: [kind], properties: {kind: {type: string}, size: {type: number}}}
            Dog:
              allOf:
                - $ref: '#/components/schemas/Base'
                - properties: {kind: {const: dog}, size: {type: integer, description: In cm.}}
            """,
            ["Base: kind string, size? double", "Dog: kind = dog, size? integer"]
        )
    }

    @Test func `types alone in one branch give way to what another branch says`() throws {
        try expect(
            """
            Answer: {type: object, properties: {result: {anyOf: [{type: object}, {type: array, items: {}}, {type: string}]}}}
            Pet: {oneOf: [{$ref: '#/components/schemas/Cat'}, {type: integer}]}
            Cat: {type: object, properties: {name: {type: string}}}
            One: {allOf: [{$ref: '#/components/schemas/Answer'}, {properties: {result: {$ref: '#/components/schemas/Pet'}}}]}
            Many:
              allOf:
                - $ref: '#/components/schemas/Answer'
                - {properties: {result: {type: array, items: {$ref: '#/components/schemas/Cat'}}}}
            """,
            [
                "Answer: result? result", "Answer/result: {object: [:any], array: [any], string: string}",
                "Cat: name? string", "Many: result? [Cat]", "One: result? Pet", "Pet: {Cat: Cat, int: integer}",
            ]
        )
    }

    @Test func `allOf inside allOf is one type still, and one that leads back to itself is cut there`() throws {
        let report = try expect(
            """
            A: {allOf: [{allOf: [{properties: {a: {type: string}}}]}, {properties: {b: {type: string}}}]}
            Loop: {allOf: [{$ref: '#/components/schemas/Loop'}, {properties: {c: {type: string}}}]}
            """,
            ["A: a? string, b? string", "Loop: c? string"],
            warnings: ["schema-cycle"]
        )
        #expect(report.count == 1)
    }

    @Test func `keywords beside a reference refine what it refers to`() throws {
        try expect(
            """
            Base: {type: object, properties: {id: {type: string}}}
            Holder:
              type: object
              properties:
                one: {$ref: '#/components/schemas/Base', required: [id]}
            """,
            ["Base: id? string", "Holder: one? one", "Holder/one: id string"]
        )
    }

    @Test func `what a reference does not lead to may be any value`() throws {
        try expect(
            """
            A:
              properties:
                a: {$ref: '#/components/schemas/Missing'}
                b: {type: array, items: {$ref: 'https://example.com/b.json'}}
                c: {description: C., allOf: [{$ref: '#/components/schemas/Missing'}]}
            """,
            ["A: a? any, b? [any], c? any"],
            warnings: ["reference-target", "unsupported", "reference-target"]
        )
    }

    @Test func `a name without a schema may be any value`() throws {
        try expect(
            "A: {properties: {a: , b: {type: string}}}\nB:",
            ["A: a? any, b? string"],
            warnings: ["value-kind", "value-kind"]
        )
    }

    @Test func `titles name values that are no words, if they tell them apart`() throws {
        try expect(
            """
            Flags: {type: integer, oneOf: [{title: GATEWAY_PRESENCE, const: 4096}, {title: EMBEDDED, const: 8192}]}
            Same: {type: integer, oneOf: [{title: FOUR, const: 4}, {title: Four, const: 5}]}
            Words: {oneOf: [{title: One, const: a}, {title: Two, const: b}]}
            """,
            ["Flags: 4096 (gateway_presence) | 8192 (embedded)", "Same: 4 | 5", "Words: a | b"]
        )
    }

    @Test func `values count, whatever type is stated beside them`() throws {
        try expect(
            "A: {type: boolean, enum: [on, off]}\nB: {type: integer, enum: ['1', 2, three]}",
            ["A: on | off", "B: 1 | 2 | three"],
            warnings: ["value", "value", "value", "value"]
        )
    }

    // MARK: - Unions

    @Test func `a discriminator with a mapping chooses by its values`() throws {
        try expect(
            """
            Pet:
              oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
              discriminator: {propertyName: kind, mapping: {c: '#/components/schemas/Cat', d: Dog, dd: Dog}}
            Cat: {type: object, properties: {kind: {type: string}}}
            Dog: {type: object, properties: {kind: {type: string}}}
            """,
            ["Cat: kind = c", "Dog: kind? string", "Pet: kind{Cat: Cat = c, Dog: Dog = d = dd}"]
        )
    }

    @Test func `the keys of a mapping are values of the property's type`() throws {
        try expect(
            """
            Pet:
              oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
              discriminator: {propertyName: code, mapping: {1: Cat, 2: Dog}}
            Cat: {type: object, required: [code], properties: {code: {$ref: '#/components/schemas/Code'}}}
            Code: {type: integer}
            Dog: {type: object, required: [code], properties: {code: {type: string}}}
            """,
            ["Cat: code = 1", "Dog: code = 2", "Pet: code{Cat: Cat = 1, Dog: Dog = 2}"]
        )
    }

    @Test func `a property has the value that a mapping gives it, unless two mappings differ`() throws {
        try expect(
            """
            Pet:
              oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
              discriminator: {propertyName: kind, mapping: {cat: Cat, dog: Dog}}
            Beast:
              oneOf: [{$ref: '#/components/schemas/Dog'}, {type: object, properties: {kind: {enum: [bear]}, size: {type: integer}}}]
              discriminator: {propertyName: kind, mapping: {wolf: Dog}}
            Cat: {type: object, required: [kind], properties: {kind: {$ref: '#/components/schemas/Kind'}}}
            Dog: {type: object, required: [kind], properties: {kind: {type: string}}}
            Kind: {type: string, enum: [cat, dog]}
            """,
            [
                "Beast: kind{Dog: Dog = wolf, bear: bear = bear}", "Beast/bear: kind = bear, size? integer",
                "Cat: kind = cat", "Dog: kind string", "Kind: cat | dog", "Pet: kind{Cat: Cat = cat, Dog: Dog = dog}",
            ]
        )
    }

    @Test func `without a mapping the names of the schemas are the values`() throws {
        try expect(
            """
            Pet:
              anyOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
              discriminator: {propertyName: kind}
            Cat: {type: object, properties: {kind: {type: string}}}
            Dog: {type: object, properties: {kind: {type: string}}}
            """,
            ["Cat: kind? string", "Dog: kind? string", "Pet: kind{Cat: Cat = Cat, Dog: Dog = Dog}"]
        )
    }

    @Test func `an object without the property that tells it from others is given that`() throws {
        try expect(
            """
            Pet:
              oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}, {$ref: '#/components/schemas/Any'}]
              discriminator: {propertyName: kind, mapping: {cat: Cat, dog: Dog}, defaultMapping: Any}
            Cat: {type: object, properties: {name: {type: string}}}
            Dog: {allOf: [{$ref: '#/components/schemas/Cat'}, {properties: {kind: {const: dog}}, required: [kind]}]}
            Any: {type: object, properties: {name: {type: string}}}
            """,
            [
                "Any: name? string", "Cat: kind = cat, name? string", "Dog: name? string, kind = dog",
                "Pet: kind{Cat: Cat = cat, dog: Dog = dog, Any: Any = Any else}",
            ],
            warnings: ["discriminator-property"]
        )
    }

    @Test func `a property that only answers have is no forgotten one`() throws {
        try expect(
            """
            Pet:
              oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
              discriminator: {propertyName: kind}
            Cat: {type: object, properties: {kind: {type: string, readOnly: true}}}
            Dog: {type: object, properties: {kind: {type: string, readOnly: true}}}
            """,
            ["Cat: kind? string", "Dog: kind? string", "Pet: kind{Cat: Cat = Cat, Dog: Dog = Dog}"]
        )
    }

    @Test func `a constant in every member is a discriminator`() throws {
        try expect(
            """
            Block:
              oneOf:
                - {title: Text block, type: object, required: [type], properties: {type: {const: text}, text: {type: string}}}
                - {type: object, required: [type], properties: {type: {enum: [image]}, url: {type: string}}}
                - {$ref: '#/components/schemas/Other'}
            Other: {type: object, properties: {type: {enum: [a, b]}}}
            """,
            [
                "Block: type{text: text = text, image: image = image, Other: Other = a = b}",
                "Block/text: type = text, text? string", "Block/image: type = image, url? string",
                "Other: type? type", "Other/type: a | b",
            ]
        )
    }

    @Test func `a default mapping is where unknown values go`() throws {
        try expect(
            """
            Pet:
              oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Other'}]
              discriminator: {propertyName: kind, mapping: {cat: Cat}, defaultMapping: Other}
            Cat: {type: object, properties: {kind: {type: string}}}
            Other: {type: object, properties: {kind: {type: string}}}
            """,
            ["Cat: kind = cat", "Other: kind? string", "Pet: kind{Cat: Cat = cat, Other: Other = Other else}"]
        )
    }

    @Test func `members are named by title, by what only they have, or by type`() throws {
        try expect(
            """
            Value:
              anyOf:
                - {type: string}
                - {type: array, items: {type: string}}
                - {title: Range, type: object, properties: {from: {type: number}}}
                - {type: object, properties: {other: {type: integer}, all: {type: boolean}}}
                - {type: object, additionalProperties: {type: integer}}
            """,
            [
                "Value: {string: string, strings: [string], Range: Range, other: other, int_map: [:integer]}",
                "Value/Range: from? double", "Value/other: other? integer, all? boolean",
            ]
        )
    }

    @Test func `bounds beside a reference leave it the type that it refers to`() throws {
        try expect(
            """
            Level: {type: integer, enum: [1, 2]}
            Name: {type: string}
            Holder:
              type: object
              properties:
                level: {allOf: [{$ref: '#/components/schemas/Level'}], minimum: 0, maximum: 9}
                name: {$ref: '#/components/schemas/Name', maxLength: 5}
            """,
            ["Holder: level? Level, name? string", "Level: 1 | 2"]
        )
    }

    @Test func `a list of values beside any string and an object is what is known`() throws {
        try expect(
            """
            Voice:
              anyOf:
                - {type: string}
                - {type: string, enum: [alloy, ash]}
                - {type: object, required: [id], properties: {id: {type: string}}}
            """,
            ["Voice: {string: string, known: known, id: id}", "Voice/known: alloy | ash", "Voice/id: id string"]
        )
    }

    @Test func `a generic type of NET is named without assemblies`() throws {
        try expect(
            "'Acme.Page`1[[Acme.Order, Acme, Version=1.0.0.0]]': {type: object, properties: {a: {type: string}}}",
            ["Acme.Page.Acme.Order: a? string"]
        )
    }

    @Test func `unions inside unions are one where they are written in place`() throws {
        try expect(
            """
            Value: {anyOf: [{anyOf: [{type: string}, {type: 'null'}]}, {type: boolean}, {$ref: '#/components/schemas/Number'}]}
            Number: {oneOf: [{type: integer}, {type: array, items: {type: integer}}]}
            Holder: {type: object, required: [value], properties: {value: {$ref: '#/components/schemas/Value'}}}
            """,
            [
                "Holder: value Value|null", "Number: {int: integer, ints: [integer]}",
                "Value: {string: string, bool: boolean, Number: Number}",
            ]
        )
    }

    @Test func `alternatives beside properties have these too`() throws {
        try expect(
            """
            Call:
              type: object
              required: [id]
              properties: {id: {type: string}}
              oneOf:
                - {required: [url], properties: {url: {type: string}}}
                - {required: [path], properties: {path: {type: string}}}
            """,
            [
                "Call: {url: url, path: path}", "Call/url: id string, url string", "Call/path: id string, path string",
            ]
        )
    }

    @Test func `alternatives that only require leave the object as it is`() throws {
        try expect(
            """
            Call:
              type: object
              properties: {url: {type: string}, path: {type: string}}
              anyOf: [{required: [url]}, {required: [path]}]
            """,
            ["Call: url? string, path? string"]
        )
    }

    @Test func `several types are a union`() throws {
        try expect(
            "Id: {type: [string, integer]}",
            ["Id: {string: string, int: integer}"]
        )
    }

    // MARK: - Enumerations

    @Test func `lists of values join, and a string beside them adds nothing`() throws {
        try expect(
            """
            Model: {anyOf: [{type: string}, {enum: [a, b]}, {const: c, description: The third.}]}
            Alias: {anyOf: [{$ref: '#/components/schemas/Size'}, {type: string}]}
            Size: {type: string, enum: [s, m]}
            Holder: {type: object, properties: {size: {$ref: '#/components/schemas/Alias'}}}
            """,
            ["Holder: size? Size", "Model: a | b | c", "Size: s | m"]
        )
    }

    @Test func `values may be integers, numbers, or of several kinds`() throws {
        try expect(
            """
            A: {type: integer, enum: [1, 2]}
            B: {type: number, enum: [1, 1.5]}
            C: {enum: [auto, 1, true]}
            """,
            ["A: 1 | 2", "B: 1 | 1.5", "C: auto | 1 | true"]
        )
    }

    // MARK: - Inheritance

    @Test func `a base with a discriminator is one of those that are made of it, each of which has its value`() throws {
        try expect(
            """
            Pet:
              type: object
              required: [kind]
              properties: {kind: {type: string}, name: {type: string}}
              discriminator: {propertyName: kind, mapping: {cat: '#/components/schemas/Cat'}}
            Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {lives: {type: integer}}}]}
            Dog: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {bark: {type: string}}}]}
            Owner: {type: object, properties: {pet: {$ref: '#/components/schemas/Pet'}}}
            """,
            [
                "Cat: kind = cat, name? string, lives? integer", "Dog: kind = Dog, name? string, bark? string",
                "Owner: pet? Pet", "Pet: kind{cat: Cat = cat, Dog: Dog = Dog}",
            ]
        )
    }

    // MARK: - Recursion

    @Test func `types that contain themselves have a reference between, and those in lists need none`() throws {
        try expect(
            """
            Node: {type: object, properties: {next: {$ref: '#/components/schemas/Node'}, all: {type: array, items: {$ref: '#/components/schemas/Node'}}}}
            A: {type: object, properties: {b: {$ref: '#/components/schemas/B'}, n: {$ref: '#/components/schemas/Node'}}}
            B: {type: object, properties: {a: {$ref: '#/components/schemas/A'}}}
            """,
            ["A: b? &B, n? Node", "B: a? &A", "Node: next? &Node, all? [Node]"]
        )
    }

    @Test func `a list of itself and a union with itself are types`() throws {
        try expect(
            """
            Tree: {type: array, items: {$ref: '#/components/schemas/Tree'}}
            JSON: {oneOf: [{type: string}, {type: array, items: {$ref: '#/components/schemas/JSON'}}, {type: object, additionalProperties: {$ref: '#/components/schemas/JSON'}}]}
            """,
            ["JSON: {string: string, JSONs: [JSON], JSON_map: [:JSON]}", "Tree: {Trees: [Tree]}"]
        )
    }

    @Test func `unions that contain each other have the members of all of them`() throws {
        try expect(
            """
            A: {oneOf: [{type: string}, {$ref: '#/components/schemas/B'}]}
            B: {oneOf: [{type: integer}, {$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}
            """,
            ["A: {string: string, int: integer}", "B: {int: integer, string: string}"]
        )
    }

    // MARK: - Objects

    @Test func `members beyond the declared ones have a type`() throws {
        try expect(
            "A: {type: object, properties: {a: {type: string}}, additionalProperties: {type: integer}}",
            ["A: a? string, * integer"]
        )
    }
}
