import Source
import Testing

@Suite("Merge keys")
struct MergeKeyTests {
    private func use(_ text: String) throws -> String {
        let reading = Reading(text)
        #expect(reading.messages == [])
        return try #require(reading.root?["use"]).outline
    }

    private let base = "x: &x {a: 1, b: 1}\ny: &y {b: 2, c: 2}\n"

    @Test("What is merged stands in the place of the merge key")
    func order() throws {
        #expect(try use(base + "use: {first: 0, <<: *x, last: 0}") == "{first: 0, a: 1, b: 1, last: 0}")
    }

    @Test("A mapping's own key wins, wherever it stands")
    func ownKey() throws {
        #expect(try use(base + "use: {<<: *x, a: 0}") == "{b: 1, a: 0}")
        #expect(try use(base + "use: {a: 0, <<: *x}") == "{a: 0, b: 1}")
    }

    @Test("An earlier mapping of a list wins")
    func list() throws {
        #expect(try use(base + "use: {<<: [*x, *y]}") == "{a: 1, b: 1, c: 2}")
        #expect(try use(base + "use: {<<: [*y, *x, {d: 3}]}") == "{b: 2, c: 2, a: 1, d: 3}")
        #expect(try use(base + "use: {<<: []}") == "{}")
    }

    @Test("Merges chain")
    func chain() throws {
        #expect(try use(base + "z: &z\n  <<: *x\n  c: 0\nuse:\n  <<: [*z, *y]\n") == "{a: 1, b: 1, c: 0}")
    }

    @Test("Members of a large merge are found")
    func large() throws {
        let members = (0..<100).map { "  key\($0): \($0)\n" }.joined()
        let root = try #require(Reading("base: &b\n\(members)use:\n  <<: *b\n  key7: own\n").root)
        let use = try #require(root["use"])
        #expect(use.members.count == 100)
        #expect(use["key99"]?.integer == 99)
        #expect(use["key7"]?.string == "own")
    }

    @Test("A quoted '<<' is a key like others")
    func quoted() throws {
        #expect(try use("use: {\"<<\": 1}") == "{<<: 1}")
        #expect(Reading(#"{"<<": {"a": 1}}"#).root?.outline == "{<<: {a: 1}}")
    }

    @Test(
        "What cannot be merged is an error",
        arguments: [
            ("a: {<<: 5, b: 1}", "1:9: the merge key '<<' needs a mapping or a list of mappings [yaml-merge]"),
            ("a: {<<: [{}, x]}", "1:14: the merge key '<<' needs a mapping or a list of mappings [yaml-merge]"),
            ("x: &x 1\ny: {<<: *x}", "2:5: the merge key '<<' needs a mapping or a list of mappings [yaml-merge]"),
            ("x: &x {}\ny: {<<: *x, <<: *x}", "2:13: duplicate key '<<' [yaml-duplicate-key]"),
        ]
    )
    func errors(text: String, message: String) {
        #expect(Reading(text).messages == [message])
    }

    @Test("Merges of merges end at a limit")
    func bomb() {
        let levels = (1...3_000).map { "m\($0): &m\($0)\n  <<: *m\($0 - 1)\n  k\($0): 1\n" }.joined()
        let reading = Reading("m0: &m0 {}\n" + levels)
        #expect(reading.report.hasErrors)
        #expect(reading.root == nil)
    }
}
