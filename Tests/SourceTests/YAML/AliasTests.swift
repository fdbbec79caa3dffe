import Source
import Testing

@Suite("Aliases and depth")
struct AliasTests {
    @Test("An alias is the node of its anchor")
    func identity() throws {
        let root = try #require(Reading("a: &x {k: 1}\nb: *x\nc: {k: 1}\n").root)
        #expect(root["a"]?.identity == root["b"]?.identity)
        #expect(root["a"]?.identity != root["c"]?.identity)
        #expect(root["b"]?.range == root["a"]?.range)
    }

    @Test("The anchor before an alias counts, also where one is defined again inside itself")
    func redefinition() {
        #expect(Reading("a: &x 1\nb: *x\nc: &x 2\nd: *x\n").root?.outline == "{a: 1, b: 1, c: 2, d: 2}")
        #expect(Reading("a: &x [&x 1]\nb: *x\n").root?.outline == "{a: [1], b: 1}")
    }

    @Test("An alias without an anchor, and one inside its own, are errors: all of them")
    func errors() {
        let reading = Reading("a: *none\nb: &b [x, {k: *b}]\nc: *late\nd: &late 1\n*none : 2\n")
        #expect(
            reading.messages == [
                "1:4: the alias '*none' has no anchor before it [yaml-alias]",
                "2:15: the alias '*b' is inside the value it stands for [yaml-alias]",
                "3:4: the alias '*late' has no anchor before it [yaml-alias]",
                "5:1: the alias '*none' has no anchor before it [yaml-alias]",
            ]
        )
        #expect(reading.root == nil)
    }

    @Test("Aliases may repeat a million values, and no more")
    func expansion() {
        func text(repeats: Int) -> String {
            let list = repeatElement("1", count: 999).joined(separator: ",")
            let aliases = repeatElement("*x", count: repeats).joined(separator: ",")
            return "x: &x [\(list)]\ny: [\(aliases)]\n"
        }
        #expect(Reading(text(repeats: 1_000)).messages == [])
        let tooMany = Reading(text(repeats: 1_001))
        #expect(tooMany.messages == ["2:3005: the aliases up to here repeat more than 1,000,000 values [yaml-alias]"])
        #expect(tooMany.root == nil)
    }

    @Test("A thousand levels are read, and no more", arguments: ["nested.yaml", "nested.json"])
    func depth(path: String) {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(Reading(nested(1_000), path: path).messages == [])
        let message = "1:1001: values are nested more than 1,000 levels deep [yaml-depth]"
        #expect(Reading(nested(1_001), path: path).messages == [message])
        #expect(Reading(nested(100_000), path: path).messages == [message])
    }

    @Test("A block document has the same limit")
    func blockDepth() {
        let text = (0...1_000).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
        #expect(Reading(text).messages == ["1001:1001: values are nested more than 1,000 levels deep [yaml-depth]"])
    }

    @Test("Aliases cannot build what is nested deeper")
    func depthByAliases() {
        let levels = (1...1_200).map { "- &a\($0) [*a\($0 - 1)]\n" }.joined()
        let reading = Reading("- &a0 x\n" + levels)
        #expect(reading.report.diagnostics.map(\.rule) == [.yamlDepth])
        #expect(reading.root == nil)
    }
}
