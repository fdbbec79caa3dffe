import Source
import Testing

@Suite("Keys")
struct KeyTests {
    @Test("Keys are their source text, unquoted")
    func sourceText() {
        let reading = Reading("200: a\n\"201\": b\ntrue: c\n~: d\n0x10: e\n'': f\n? long\n: g\n1.50: h\n")
        #expect(reading.root?.members.map(\.key) == ["200", "201", "true", "~", "0x10", "", "long", "1.50"])
        #expect(reading.messages == [])
    }

    @Test("A duplicate is reported with its first definition, and the first stays")
    func duplicates() {
        let reading = Reading("a: 1\nb: {c: 1, 'c': 2, \"\\x63\": 3}\n'a': 4\n")
        #expect(
            reading.printed == #"""
                test.yaml:2:11: error: duplicate key 'c' [yaml-duplicate-key]
                    2 | b: {c: 1, 'c': 2, "\x63": 3}
                      |           ^~~
                test.yaml:2:5: note: 'c' is first defined here
                test.yaml:2:19: error: duplicate key 'c' [yaml-duplicate-key]
                    2 | b: {c: 1, 'c': 2, "\x63": 3}
                      |                   ^~~~~~
                test.yaml:2:5: note: 'c' is first defined here
                test.yaml:3:1: error: duplicate key 'a' [yaml-duplicate-key]
                    3 | 'a': 4
                      | ^~~
                test.yaml:1:1: note: 'a' is first defined here

                """#
        )
        #expect(reading.root?.outline == "{a: 1, b: {c: 1}}")
    }

    @Test("A duplicate among many keys is found, and every key after it", arguments: [10, 16, 17, 18, 100, 1_000])
    func largeMappings(count: Int) throws {
        let lines = (0..<count).map { "key\($0): \($0)\n" }.joined()
        let clean = try #require(Reading(lines).root)
        #expect((0..<count).allSatisfy { clean["key\($0)"]?.integer == $0 })
        #expect(clean["key\(count)"] == nil)

        let reading = Reading(lines + "\"key3\": again\nlast: 1\n")
        #expect(reading.messages == ["\(count + 1):1: duplicate key 'key3' [yaml-duplicate-key]"])
        let root = try #require(reading.root)
        #expect(root.members.count == count + 1)
        #expect(root["key3"]?.integer == 3)
        #expect(root["last"]?.integer == 1)
    }

    @Test(
        "A key that is no string is an error",
        arguments: [
            ("? {a: 1}\n: v\n", "1:3: a key must be a string, and this is a mapping [yaml-key]"),
            ("? - a\n  - b\n: v\nc: 1\n", "1:3: a key must be a string, and this is a list [yaml-key]"),
            ("{[a]: 1, b: 2}", "1:2: a key must be a string, and this is a list [yaml-key]"),
            ("a: &x [1]\n*x : 2\n", "2:1: a key must be a string, and this is a list or mapping [yaml-key]"),
            ("? \n: w\n", "1:2: a key is missing here [yaml-key]"),
            (": w\n", "1:1: a key is missing here [yaml-syntax]"),
        ]
    )
    func complexKeys(text: String, message: String) {
        #expect(Reading(text).messages == [message])
        #expect(Reading(text).root == nil)
    }

    @Test("An alias to a scalar can be a key")
    func aliasKeys() {
        let reading = Reading("&k 10: &v x\n*v : *k\n")
        #expect(reading.messages == [])
        #expect(reading.root?.outline == #"{10: "x", x: 10}"#)
        #expect(reading.root?["x"]?.kind == .integer)
    }
}
