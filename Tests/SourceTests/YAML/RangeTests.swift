import Source
import Testing

@Suite("Ranges")
struct RangeTests {
    /// The source of each key and value, in the order of the document.
    private func pieces(_ node: YAMLNode, of file: SourceFile) -> [String] {
        let own = file.text(in: node.range)
        let elements = node.elements.flatMap { pieces($0, of: file) }
        let members = node.members.flatMap { [file.text(in: $0.keyRange)] + pieces($0.value, of: file) }
        return [own] + elements + members
    }

    private func pieces(_ text: String, path: String = "a.yaml") throws -> [String] {
        let reading = Reading(text, path: path)
        let root = try #require(reading.root, "\(reading.printed)")
        return pieces(root, of: reading.file)
    }

    @Test("Plain and quoted scalars, with their quotes")
    func scalars() throws {
        let text = #"""
            plain: one two # comment
            "key é": "quoted \" 😀"
            'single': 'it''s'
            日本: ü
            """#
        #expect(
            try pieces(text) == [
                text, "plain", "one two", "\"key é\"", #""quoted \" 😀""#, "'single'", "'it''s'", "日本", "ü",
            ]
        )
    }

    @Test("Block scalars, without the blank lines after them", arguments: ["\n", "\r\n", "\r"])
    func blockScalars(lineBreak: String) throws {
        func lines(_ text: String) -> String {
            text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: lineBreak)
        }
        let text = lines("a: |\n  one\n   two\n\n\nb: >-\n  three\nc: multi\n  line\nd: |\n")
        #expect(
            try pieces(text) == [
                lines("a: |\n  one\n   two\n\n\nb: >-\n  three\nc: multi\n  line\nd: |"),
                "a", lines("|\n  one\n   two"), "b", lines(">-\n  three"), "c", lines("multi\n  line"), "d", "|",
            ]
        )
    }

    @Test("Block collections, from their first key or dash to the end of their last value")
    func blockCollections() throws {
        let text = "a:\n  - x: 1 # c\n    y: 2\n\n  - z\n# comment\nb:\n- 1\n- [2]\nc:\n"
        #expect(
            try pieces(text) == [
                "a:\n  - x: 1 # c\n    y: 2\n\n  - z\n# comment\nb:\n- 1\n- [2]\nc:",
                "a", "- x: 1 # c\n    y: 2\n\n  - z", "x: 1 # c\n    y: 2", "x", "1", "y", "2", "z",
                "b", "- 1\n- [2]", "1", "[2]", "2", "c", "",
            ]
        )
    }

    @Test("Flow collections, with their brackets")
    func flowCollections() throws {
        let text = "a: { x: [1, 2 ] , y: }\nb: [k: v, [é: 1]]"
        #expect(
            try pieces(text) == [
                text, "a", "{ x: [1, 2 ] , y: }", "x", "[1, 2 ]", "1", "2", "y", "",
                "b", "[k: v, [é: 1]]", "k: v", "k", "v", "[é: 1]", "é: 1", "é", "1",
            ]
        )
    }

    @Test("Values without their anchors and tags")
    func properties() throws {
        let text = "a: &x !!str 5\nb: !t\n  k: v\nc: &y [1]\nd: &z # why\n  - 2\ne: *x\nf: &e\ng: &i:z\n"
        #expect(
            try pieces(text).dropFirst() == [
                "a", "5", "b", "k: v", "k", "v", "c", "[1]", "1", "d", "- 2", "2", "e", "5", "f", "", "g",
                ":z",
            ]
        )
    }

    @Test("JSON")
    func json() throws {
        let text = "\n{ \"a\" : [ 1.50 , \"é\\n\" ],\r\n\t\"b\":{}, \"c\": null }\n"
        #expect(
            try pieces(text, path: "a.json") == [
                "{ \"a\" : [ 1.50 , \"é\\n\" ],\r\n\t\"b\":{}, \"c\": null }",
                "\"a\"", "[ 1.50 , \"é\\n\" ]", "1.50", "\"é\\n\"", "\"b\"", "{}", "\"c\"", "null",
            ]
        )
    }

    @Test("Positions after characters of several bytes and all kinds of line breaks")
    func positions() throws {
        let reading = Reading("é: 😀\r\n\"日\": { ü: x }\rz:\n- \u{2028} y\n")
        let root = try #require(reading.root, "\(reading.printed)")
        func start(_ range: SourceRange) -> SourcePosition { reading.file.position(at: Int(range.start)) }
        #expect(
            root.members.map { start($0.keyRange) } == [
                SourcePosition(line: 1, column: 1), SourcePosition(line: 2, column: 1),
                SourcePosition(line: 3, column: 1),
            ]
        )
        #expect(root["日"]?["ü"].map { start($0.range) } == SourcePosition(line: 2, column: 11))
        #expect(root["z"]?.elements.first.map { start($0.range) } == SourcePosition(line: 4, column: 3))
    }
}
