import Testing

/// What becomes of schemas that are not as the standard has them.
@Suite struct LenientSchemaTests {
    @Test(
        arguments: [
            ("{type: string}", "string", []),
            ("{type: [string, 'null']}", "string|null", []),
            ("{type: string, nullable: true}", "string|null", []),
            ("{type: string, nullable: 'yes'}", "string|null", ["value-kind"]),
            ("{type: string, nullable: false}", "string", []),
            ("{nullable: true}", "any|null", []),
            ("{type: 'null'}", "any|null", []),
            ("{type: null}", "any|null", ["value-kind"]),
            ("{type: ~}", "any|null", ["value-kind"]),
            ("{type: [integer, null]}", "integer|null", ["value-kind"]),
            ("{type: [integer, string]}", "a", []),
            ("{}", "any", []),
            ("{type: }", "any", ["value-kind"]),
            ("{type: [string, ~]}", "string|null", ["value-kind"]),
        ] as [(String, String, [String])]
    )
    func `nullable has all spellings in all versions`(schema: String, type: String, warnings: [String]) throws {
        for version in ["3.0.3", "3.1.0", "3.2.0"] {
            try expect(
                "A: {type: object, required: [a], properties: {a: \(schema)}}",
                ["A: a \(type)"] + (type == "a" ? ["A/a: {int: integer, string: string}"] : []),
                warnings: warnings,
                version: version
            )
        }
    }

    @Test(
        arguments: [
            ("{required: a, properties: {a: {}, b: {}}}", ["A: a any, b? any"]),
            ("{type: string, enum: a}", []),
            ("{allOf: {type: object, properties: {a: {}}}}", ["A: a? any"]),
            ("{anyOf: {type: object, properties: {a: {}}}}", ["A: a? any"]),
            ("{allOf: [{anyOf: {type: object, properties: {a: {}}}}]}", ["A: a? any"]),
        ] as [(String, [String])]
    )
    func `a list that is one value is a list of it`(schema: String, lines: [String]) throws {
        try expect("A: \(schema)", lines, warnings: ["value-kind"])
    }

    @Test(arguments: [
        "required: true", "required: {a: true}", "enum: {a: 1}",
    ])
    func `a list that cannot be one is none`(keyword: String) throws {
        try expect(
            "A: {type: object, \(keyword), properties: {a: {}}}",
            ["A: a? any"],
            warnings: ["value-kind"]
        )
        try expect("A: {type: object, enum: [], properties: {a: {}}}", ["A: a? any"], warnings: ["empty-enumeration"])
    }

    @Test func `a list of items is one of prefixes`() throws {
        try expect(
            "A: {type: object, properties: {a: {type: array, items: [{type: string}, {type: integer}]}}}",
            ["A: a? [a[]]", "A/a[]: {string: string, int: integer}"],
            warnings: ["value-kind"]
        )
    }

    @Test func `null stands for what was forgotten`() throws {
        try expect(
            "A: {type: object, properties: {a: {type: array, items: }, b: {type: object, additionalProperties: null}}}",
            ["A: a? [any], b? [:any]"],
            warnings: ["value-kind", "value-kind"]
        )
    }

    @Test func `a discriminator may be the name of its property`() throws {
        try expect(
            """
            A: {type: object, discriminator: kind, properties: {kind: {type: string}}}
            B: {allOf: [{$ref: '#/components/schemas/A'}, {properties: {b: {type: string}}}]}
            """,
            ["A: kind{B: B = B}", "B: kind? string, b? string"],
            warnings: ["value-kind"]
        )
        try expect(
            """
            A:
              oneOf: [{$ref: '#/components/schemas/B'}, {$ref: '#/components/schemas/C'}]
              discriminator: {mapping: {b: B}}
            B: {type: object, properties: {b: {type: string}}}
            C: {type: object, properties: {c: {type: string}}}
            """,
            ["A: {B: B, C: C}", "B: b? string", "C: c? string"],
            warnings: ["missing-key"]
        )
    }

    @Test(arguments: [
        ("Integer", "integer"), ("bool", "boolean"), ("str", "string"), ("float", "float"), ("double", "double"),
        ("long", "int64"), ("date", "date"), ("datetime", "dateTime"), ("dict", "[:any]"), ("list", "[any]"),
        ("any", "any"), ("mixed", "any"), ("[string, any]", "any"), ("string|null", "string|null"),
    ])
    func `a word for a type gives that type, and a word for none any value`(word: String, type: String) throws {
        try expect(
            "A: {type: object, required: [a], properties: {a: {type: \(word)}}}",
            ["A: a \(type)"],
            warnings: ["schema-type"]
        )
    }

    @Test func `a format beside a word for a type counts more than the one that the word means`() throws {
        try expect(
            "A: {type: object, properties: {a: {type: date, format: date-time}, b: {format: uuid, type: text}}}",
            ["A: a? dateTime, b? uuid"],
            warnings: ["schema-type", "schema-type"]
        )
    }
}
