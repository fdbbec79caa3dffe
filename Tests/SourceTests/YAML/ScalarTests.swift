import Source
import Testing

@Suite("Scalars of the core schema")
struct ScalarTests {
    private func value(_ text: String) throws -> YAMLNode {
        try #require(Reading("value: \(text)").root?["value"])
    }

    /// The table of YAML 1.2.2, section 10.3.2, with its near misses.
    @Test(
        "A plain scalar's kind",
        arguments: [
            ("null", .null), ("Null", .null), ("NULL", .null), ("~", .null), ("", .null), ("nULL", .string),
            ("nul", .string), ("~x", .string), ("NUll", .string),
            ("true", .bool), ("False", .bool), ("TRUE", .bool), ("tRUE", .string), ("yes", .string), ("TrUE", .string),
            ("0", .integer), ("-19", .integer), ("+12", .integer), ("0o7", .integer), ("0x3A", .integer),
            ("012", .integer), ("0o8", .string), ("0xG", .string), ("0x", .string), ("-0x1", .string), ("1_0", .string),
            ("0.", .float), ("-0.0", .float), (".5", .float), ("+12e03", .float), ("-2E+05", .float), ("1e3", .float),
            (".inf", .float), ("-.Inf", .float), ("+.INF", .float), (".NaN", .float), (".nan", .float),
            (".", .string), ("+", .string), ("-.", .string), ("1e", .string), ("1e+", .string), (".e1", .string),
            ("+.nan", .string), (".iNF", .string), (".Nan", .string), ("1.2.3", .string), ("1.0x", .string),
            ("2020-01-02", .string), ("=", .string), ("12:30", .string),
        ] as [(String, YAMLNode.Kind)]
    )
    func kinds(text: String, kind: YAMLNode.Kind) throws {
        let node = try value(text)
        #expect(node.kind == kind)
        #expect(node.text == text)
        #expect(!node.isQuoted)
        let quoted = try value("'\(text)'")
        #expect(quoted.kind == .string)
        #expect(quoted.string == text)
        #expect(quoted.isQuoted)
    }

    @Test(
        "An integer's value is exact, and nil where it does not fit",
        arguments: [
            ("0", 0), ("-0", 0), ("+12", 12), ("0012", 12), ("0o14", 12), ("0xff", 255), ("0xFF", 255),
            ("9223372036854775807", .max), ("-9223372036854775808", .min),
            ("9223372036854775808", nil), ("-9223372036854775809", nil), ("0xFFFFFFFFFFFFFFFF", nil),
            ("123456789012345678901234567890", nil),
        ] as [(String, Int?)]
    )
    func integers(text: String, expected: Int?) throws {
        #expect(try value(text).integer == expected)
    }

    @Test(
        "A number's nearest value",
        arguments: [
            ("1.10", 1.1), ("5.", 5), (".5", 0.5), ("-1.5E-3", -0.0015), ("+2e2", 200), ("1e999", .infinity),
            ("-.inf", -.infinity), ("+.INF", .infinity), ("0x10", 16), ("0o17", 15), ("-7", -7),
            ("18446744073709551616", 18_446_744_073_709_551_616), ("0x10000000000000000", 18_446_744_073_709_551_616),
        ] as [(String, Double)]
    )
    func doubles(text: String, expected: Double) throws {
        #expect(try value(text).double == expected)
    }

    @Test("Not a number")
    func notANumber() throws {
        #expect(try value(".NaN").double?.isNaN == true)
    }

    @Test("A version keeps its spelling")
    func lexeme() throws {
        let version = try value("1.10")
        #expect(version.text == "1.10")
        #expect(version.string == nil)
        #expect(version.integer == nil)
        #expect(try value("3.0.3").string == "3.0.3")
    }

    @Test("Accessors of another kind are nil or empty")
    func wrongKind() throws {
        let list = try value("[1]")
        #expect(list.text == "")
        #expect((list.string, list.bool, list.integer, list.double) == (nil, nil, nil, nil))
        #expect(list.members.isEmpty)
        #expect(list["0"] == nil)
        let text = try value("word")
        #expect(text.elements.isEmpty)
        #expect(text.members.isEmpty)
        #expect(try value("true").bool == true)
        #expect(try value("False").bool == false)
        #expect(try value("'true'").bool == nil)
    }

    @Test("A tag decides, and a value that does not fit it is an error")
    func tags() throws {
        #expect(try value("!!str 5").string == "5")
        #expect(try value("! 5").string == "5")
        #expect(try value("!!int '0x10'").integer == 16)
        #expect(try value("!!float 1").kind == .float)
        #expect(try value("!!null ''").kind == .null)
        #expect(try value("!!seq [1]").elements.count == 1)
        #expect(try value("!!map {a: 1}").members.count == 1)
        #expect(try value("!<tag:yaml.org,2002:str> 5").string == "5")
        #expect(
            Reading("a: !!int x\nb: !!seq {}\nc: !!map\n  - 1\nd: !!bool yes\n").messages == [
                "1:4: the value does not fit its tag '!!int' [yaml-tag]",
                "2:4: the value does not fit its tag '!!seq' [yaml-tag]",
                "3:4: the value does not fit its tag '!!map' [yaml-tag]",
                "5:4: the value does not fit its tag '!!bool' [yaml-tag]",
            ]
        )
    }
}
