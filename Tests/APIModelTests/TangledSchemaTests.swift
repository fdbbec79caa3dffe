import OpenAPI
import Source
import Testing

@testable import APIModel

/// What schemas become that lead back to themselves, repeat themselves, or say less than they seem to.
@Suite struct TangledSchemaTests {
    @Test func `a type inside too many others is part of the outermost one`() throws {
        let levels = (1...10).reversed().reduce("{type: string}") { "{type: object, properties: {l\($1): \($0)}}" }
        let names = (1...8).map { "l\($0)" }
        let deep = (1...9).map { "l\($0)" }.joined(separator: "_")
        try expect(
            "Root: \(levels)",
            ["Root: l1? l1"]
                + (1...7).map { "Root/\(names[..<$0].joined(separator: "/")): l\($0 + 1)? l\($0 + 1)" }
                + ["Root/\(names.joined(separator: "/")): l9? \(deep)", "Root/\(deep): l10? string"]
        )
    }

    // MARK: - Bases

    @Test func `a base that lists the schemas made of it is one of them, and they are made of it`() throws {
        try expect(
            """
            Pet:
              type: object
              required: [kind]
              properties: {kind: {type: string}}
              discriminator: {propertyName: kind, mapping: {cat: '#/components/schemas/Cat'}}
              oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
            Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {lives: {type: integer}}}]}
            Dog: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {bark: {type: boolean}}}]}
            """,
            [
                "Cat: kind = cat, lives? integer", "Dog: kind = Dog, bark? boolean",
                "Pet: kind{Cat: Cat = cat, Dog: Dog = Dog}",
            ]
        )
    }

    @Test func `the values that a base lists for all of its subtypes mean none of them`() throws {
        try expect(
            """
            Shape:
              type: object
              required: [kind]
              discriminator: {propertyName: kind}
              properties: {kind: {type: string, enum: [Circle, Square]}}
            Circle: {allOf: [{$ref: '#/components/schemas/Shape'}, {properties: {r: {type: number}}}]}
            Square: {allOf: [{$ref: '#/components/schemas/Shape'}, {properties: {side: {type: number}}}]}
            Either:
              oneOf: [{$ref: '#/components/schemas/Circle'}, {$ref: '#/components/schemas/Square'}]
              discriminator: {propertyName: kind}
            """,
            [
                "Circle: kind = Circle, r? double", "Either: kind{Circle: Circle = Circle, Square: Square = Square}",
                "Shape: kind{Circle: Circle = Circle, Square: Square = Square}",
                "Square: kind = Square, side? double",
            ]
        )
    }

    @Test func `a base that is made of another one tells its own kinds by a part of it`() throws {
        try expect(
            """
            Entity: {required: [t], properties: {t: {type: string}}, discriminator: {propertyName: t, mapping: {'#user': User}}}
            Thing:
              allOf:
                - {$ref: '#/components/schemas/Entity'}
                - {properties: {deleted: {type: string}}, discriminator: {propertyName: t, mapping: {'#user': User}}}
            User: {allOf: [{$ref: '#/components/schemas/Thing'}, {properties: {name: {type: string}}}]}
            """,
            [
                "Entity: t{User: User = #user}", "Thing: t{User: User = #user}",
                "User: t = #user, deleted? string, name? string",
            ]
        )
    }

    @Test func `a part that is reached in two ways counts once`() throws {
        let levels = (11...50).map { level in
            let below = "{$ref: '#/components/schemas/L\(level - 1)'}"
            return "L\(level): {allOf: [\(below), \(below)]}"
        }
        let expected = (10...50).map { "L\($0): a? string" }
        try expect("L10: {type: object, properties: {a: {type: string}}}\n" + levels.joined(separator: "\n"), expected)
    }

    @Test func `a property that a derived schema narrows to itself is of its type`() throws {
        try expect(
            """
            Base: {type: object, properties: {parent: {$ref: '#/components/schemas/Base'}}}
            Derived: {allOf: [{$ref: '#/components/schemas/Base'}], properties: {parent: {$ref: '#/components/schemas/Derived'}}}
            """,
            ["Base: parent? &Base", "Derived: parent? &Derived"]
        )
    }

    // MARK: - Schemas that contain themselves with words beside the reference

    @Test func `a schema that is required to have more where it contains itself contains that`() throws {
        try expect(
            "X: {type: object, properties: {a: {type: string}, x: {$ref: '#/components/schemas/X', required: [a]}}}",
            ["X: a? string, x? x", "X/x: a string, x? &x"]
        )
    }

    @Test func `a schema that is extended where it contains itself contains the extended one`() throws {
        try expect(
            """
            X: {properties: {x: {allOf: [{$ref: '#/components/schemas/X'}, {properties: {b: {type: string}}}]}}}
            Y: {type: array, items: {allOf: [{$ref: '#/components/schemas/Y'}, {type: array}]}}
            """,
            ["X: x? x", "X/x: x? &x, b? string", "Y[]: {Ys: [Y[]]}"]
        )
    }

    @Test func `many such properties make a type each, not one for each order`() throws {
        let names = (1...12).map { "p\($0)" }
        let properties = names.map { "\($0): {$ref: '#/components/schemas/X', required: [\($0)]}" }
        let files = SourceFiles()
        let report = Report(files: files)
        let text =
            "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\ncomponents: {schemas: {X: {type: object, properties: {"
            + properties.joined(separator: ", ") + "}}}}\n"
        let file = files.add(path: "document.yaml", bytes: Array(text.utf8))
        let document = try #require(DocumentReader.read(file, files: files, report: report))
        #expect(Lowering.lower(document, report: report).types.count <= 1 + 12 * 12)
    }

    @Test func `a chain of extended schemas ends where it is longer than a type can be deep`() throws {
        let links = (1...80).map { level in
            "L\(level): {properties: {next: {allOf: [{$ref: '#/components/schemas/L\(level + 1)'}, {properties: {x: {type: string}}}]}}}"
        }
        let files = SourceFiles()
        let report = Report(files: files)
        let text =
            "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n"
            + (links + ["L81: {type: object}"]).map { "    \($0)\n" }.joined()
        let file = files.add(path: "document.yaml", bytes: Array(text.utf8))
        let document = try #require(DocumentReader.read(file, files: files, report: report))
        #expect(Lowering.lower(document, report: report).topLevelTypes.count == 80)
        #expect(Set(report.diagnostics.map(\.rule)) == [.approximateType])
    }

    // MARK: - Alternatives

    @Test func `alternatives that lead back to their list are passed over`() throws {
        try expect(
            """
            A: {properties: {a: {type: string}}, oneOf: [{$ref: '#/components/schemas/A'}, {required: [a], properties: {b: {type: string}}}]}
            """,
            ["A: {b: b}", "A/b: a string, b? string"]
        )
    }

    @Test func `unions that are members of each other have the members of both`() throws {
        try expect(
            """
            A: {oneOf: [{$ref: '#/components/schemas/B'}, {type: string}]}
            B: {oneOf: [{$ref: '#/components/schemas/A'}, {type: integer}]}
            C: {oneOf: [{$ref: '#/components/schemas/C'}, {type: string}, {type: array, items: {$ref: '#/components/schemas/C'}}]}
            """,
            [
                "A: {string: string, int: integer}", "B: {int: integer, string: string}",
                "C: {string: string, Cs: [C]}",
            ]
        )
    }

    @Test func `alternatives that say the same are one`() throws {
        try expect(
            """
            A:
              oneOf:
                - {type: object, properties: {a: {type: string}}}
                - {type: object, properties: {a: {type: string}}}
            """,
            ["A: a? string"]
        )
    }

    @Test func `lists of values and arrays that have no name are told apart by what they hold`() throws {
        try expect(
            """
            A:
              oneOf:
                - {type: string, enum: [a, b]}
                - {type: integer, enum: [1, 2]}
                - {type: array, items: {type: object, properties: {c: {type: string}}}}
                - {type: array, items: {type: object, properties: {d: {type: string}}}}
                - {type: array, items: {type: array, items: {type: integer}}}
            """,
            [
                "A: {string_value: string_value, integer_value: integer_value, c_items: [c_items[]], "
                    + "d_items: [d_items[]], int_arrays: [[integer]]}",
                "A/string_value: a | b", "A/integer_value: 1 | 2", "A/c_items[]: c? string", "A/d_items[]: d? string",
            ]
        )
    }

    // MARK: - Values and names

    @Test func `a list of values beside an array is the list of its elements' values`() throws {
        try expect(
            "A: {type: object, properties: {a: {type: array, enum: [x, y], items: {type: string}}}}",
            ["A: a? [a[]]", "A/a[]: x | y"],
            warnings: ["value"]
        )
    }

    @Test func `definitions of one name have the name of their component in front`() throws {
        try expect(
            """
            A: {type: object, $defs: {In: {type: object, properties: {a: {type: string}}}}, properties: {i: {$ref: '#/components/schemas/A/$defs/In'}}}
            B: {type: object, $defs: {In: {type: object, properties: {b: {type: string}}}}, properties: {i: {$ref: '#/components/schemas/B/$defs/In'}}}
            """,
            ["A: i? A_In", "A_In: a? string", "B: i? B_In", "B_In: b? string"]
        )
    }
}
