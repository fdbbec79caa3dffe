import Source
import Testing

/// The corpus leaves the outcome of some documents to the reader: these are our decisions.
@Suite("YAML policy")
struct PolicyTests {
    private func read(_ file: String) throws -> Reading {
        let cases = ConformanceCase.load(from: ConformanceFolder.own) { $0.isPolicy && $0.file.hasPrefix(file) }
        return try #require(cases.first).read(from: ConformanceFolder.own)
    }

    @Test("Each policy case is decided here")
    func count() {
        #expect(ConformanceCase.load(from: ConformanceFolder.own, where: \.isPolicy).count == 14)
    }

    @Test("An empty document is an error", arguments: ["10", "11"])
    func empty(file: String) throws {
        let reading = try read(file)
        #expect(reading.messages == ["1:1: the document is empty [yaml-document]"])
        #expect(reading.root == nil)
    }

    @Test("12: a scalar root is the reader's caller's business")
    func scalarRoot() throws {
        #expect(try read("12").root?.string == "just a string")
    }

    @Test("13: a second document is an error")
    func severalDocuments() throws {
        let reading = try read("13")
        #expect(reading.messages == ["2:1: a file holds one document, and a second one begins here [yaml-document]"])
        #expect(reading.root == nil)
    }

    @Test("Alias bombs are errors", arguments: [("25", 6), ("26", 18)])
    func aliasBombs(file: String, line: Int) throws {
        let reading = try read(file)
        let diagnostic = try #require(reading.report.diagnostics.first)
        #expect(diagnostic.rule == .yamlAlias)
        #expect(diagnostic.range.map { reading.file.position(at: Int($0.start)).line } == line)
        #expect(reading.report.errorCount == 1)
        #expect(reading.root == nil)
    }

    @Test("27: what aliases repeat is shared")
    func quadraticAlias() throws {
        let reading = try read("27")
        let root = try #require(reading.root)
        #expect(reading.messages == [])
        let list = try #require(root.members.last?.value)
        #expect(Set(list.elements.map(\.identity)) == [try #require(root["a"]).identity])
        #expect(list.elements.count > 100)
    }

    @Test("43: line breaks of YAML 1.1 are characters")
    func unicodeLineBreaks() throws {
        let reading = try read("43")
        #expect(reading.messages == [])
        #expect(reading.root?["a"]?.string == "x\u{85}y\u{2028}z")
        #expect(reading.root?["b"]?.string == "x\u{85}y")
    }

    @Test("53: a no-break space is part of a key")
    func noBreakSpace() throws {
        let root = try read("53").root
        #expect(root?.members.map(\.key) == ["a", "\u{A0}\u{A0}b"])
    }

    @Test("59: ten thousand levels are an error")
    func depth() throws {
        let reading = try read("59")
        #expect(reading.report.diagnostics.map(\.rule) == [.yamlDepth])
        #expect(reading.root == nil)
    }

    @Test("60: four hundred levels are read")
    func blockDepth() throws {
        var node = try #require(try read("60").root)
        var depth = 0
        while let child = node.members.first?.value {
            node = child
            depth += 1
        }
        #expect(depth == 400)
    }

    @Test("61: twenty thousand keys are read and found")
    func manyKeys() throws {
        let root = try #require(try read("61").root)
        let keys = root.members.map(\.key)
        #expect(keys.count == 20_000)
        #expect(Set(keys).count == 20_000)
        #expect(keys.allSatisfy { key in root.member(key)?.key == key })
        #expect(root["absent"] == nil)
    }

    @Test("62: a long line is read")
    func longLine() throws {
        let text = try #require(try read("62").root?.members.first?.value.string)
        #expect(text.count == 100_000)
        #expect(Set(text).count == 1)
    }

    @Test("64: unknown tags are warnings, and the values are those without a tag")
    func unknownTags() throws {
        let reading = try read("64")
        #expect(
            reading.messages == [
                "1:4: the unknown tag '!custom' is ignored [yaml-tag]",
                "2:4: the unknown tag '!!timestamp' is ignored [yaml-tag]",
                "3:4: the unknown tag '!!binary' is ignored [yaml-tag]",
                "4:4: the unknown tag '!!set' is ignored [yaml-tag]",
                "5:4: the unknown tag '!ruby/object:Foo' is ignored [yaml-tag]",
            ]
        )
        #expect(!reading.report.hasErrors)
        #expect(reading.root?.outline == #"{a: 5, b: "2020-01-02", c: "aGk=", d: {x: }, e: {}}"#)
    }
}
