import Source
import Testing

@Suite("YAML syntax errors")
struct SyntaxErrorTests {
    /// The text that is underlined, the message and the hint of the one error of a document.
    private func error(_ text: String) throws -> (underlined: String, message: String, hint: String?) {
        let reading = Reading(text)
        #expect(reading.report.diagnostics.count == 1)
        #expect(reading.root == nil)
        let diagnostic = try #require(reading.report.diagnostics.first)
        #expect(diagnostic.rule == .yamlSyntax)
        let range = try #require(diagnostic.range)
        return (reading.file.text(in: range), diagnostic.message, diagnostic.hint)
    }

    @Test("A colon in a plain value")
    func colon() {
        #expect(
            Reading("info:\n  description: Note: this fails\n").printed == """
                test.yaml:2:20: error: a value in a block mapping cannot contain ': ' unless it is quoted [yaml-syntax]
                    2 |   description: Note: this fails
                      |                    ^ put the value in quotes

                """
        )
    }

    @Test("An unclosed quote is reported where it opens")
    func unclosedQuote() {
        #expect(
            Reading("é: x\nd: \"abc\ne: 1\n").printed == """
                test.yaml:2:4: error: this quote is never closed [yaml-syntax]
                    2 | d: "abc
                      |    ^

                """
        )
        #expect(Reading("d: 'abc\n---\n").messages == ["1:4: this quote is never closed [yaml-syntax]"])
    }

    @Test("A tab as indentation")
    func tab() {
        #expect(
            Reading("a:\n\tb: 1\n").printed == """
                test.yaml:2:1: error: a tab cannot indent a line [yaml-syntax]
                    2 |     b: 1
                      | ^~~~ use spaces

                """
        )
    }

    @Test(
        "The place and the advice",
        arguments: [
            ("a: `x`\n", "`", "a value cannot begin with '`'", "put the value in quotes"),
            ("a: @x\n", "@", "a value cannot begin with '@'", "put the value in quotes"),
            ("a: %x\n", "%", "a value cannot begin with '%'", "put the value in quotes"),
            ("*/*: a\n", "*", "'*' begins an alias, and no name follows", "put text that begins with '*' in quotes"),
            ("a: & b\n", "&", "'&' begins an anchor, and no name follows", "put text that begins with '&' in quotes"),
            ("a: \"\\d+\"\n", "\\d", "unknown escape '\\d' in double quotes", "write '\\\\d', or use single quotes"),
            ("a: \"é \\uD83D\"\n", "\\uD83D", "the escape '\\uD83D' stands for no character", nil),
            ("a: \"\\u12G\"\n", "\\u12", "the escape '\\u12' stands for no character", nil),
            ("a: [1, 2\nb: 3\n", ":", "expected ',' or ']' here", nil),
            ("a: [1, 2\n", "[", "this '[' is never closed", nil),
            ("a: {b: 1\n", "{", "this '{' is never closed", nil),
            ("a: {/p/{id}: 1}\n", "{", "expected ',' or '}' here", "put text with brackets in quotes"),
            ("a: [x, , y]\n", ",", "expected a value here", nil),
            ("a: \"x\" y\n", "y", "unexpected text after the value", nil),
            ("a: - b\n", "-", "a list item cannot begin here", nil),
            ("a: b\nc\nd: e\n", "c", "expected ':' after this key", nil),
            ("a: b\n  c: d\n", "c", "this line is indented like a part of the value above", nil),
            ("a:\n  - c: d: e\n", ":", "a value in a block mapping cannot contain ': ' unless it is quoted", nil),
            ("a: |#x\n  text\n", "#", "a comment needs a space before '#'", nil),
            ("%YAML 3.0\n---\na: 1\n", "%YAML 3.0", "only YAML 1.2 and 1.1 are supported", nil),
            ("a: !x!y z\n", "!x!y z", "the tag's prefix is not declared in a '%TAG' line", nil),
        ] as [(String, String, String, String?)]
    )
    func place(text: String, underlined: String, message: String, hint: String?) throws {
        let error = try error(text)
        #expect(error.underlined == underlined)
        #expect(error.message == message)
        if let hint { #expect(error.hint == hint) }
    }

    @Test("A line that is indented wrongly", arguments: ["a:\n    b: 1\n   c: 2\n", "- a\n - b\nc: 2\n"])
    func indentation(text: String) throws {
        let error = try error(text)
        #expect(error.underlined == "c: 2")
        #expect(error.message.hasPrefix("this line fits neither the "))
    }

    @Test("A key of more than 1,024 characters")
    func longKey() throws {
        let key = String(repeating: "k", count: 1_100)
        let error = try error("a: 1\n\(key): 2\n")
        #expect(error.underlined == key)
        #expect(error.message == "a key cannot be longer than 1,024 characters")
    }

    @Test("Bytes that are no text")
    func encoding() {
        #expect(
            Reading(bytes: [0x61, 0x0A, 0xC3]).messages == [
                "2:1: an incomplete character (0xC3) is not UTF-8 [yaml-encoding]"
            ]
        )
        #expect(
            Reading(bytes: [0x61, 0xE2, 0x80, 0x3A]).messages == [
                "1:2: an incomplete character (0xE2 0x80) is not UTF-8 [yaml-encoding]"
            ]
        )
        #expect(Reading(bytes: [0xC0, 0xAF]).messages == ["1:1: this is not a character in UTF-8 [yaml-encoding]"])
        #expect(Reading("a: 1\nb: \u{7F}").messages == ["2:4: control character U+007F is not allowed [yaml-encoding]"])
    }

    @Test("A byte order mark inside the text is read as a character, with a warning")
    func byteOrderMark() {
        let reading = Reading("a: b\u{FEFF}c\nd: \"\u{FEFF}\" # \u{FEFF}\n")
        #expect(
            reading.messages == [
                "1:5: a byte order mark (U+FEFF) is only allowed at the start of the file [yaml-encoding]"
            ]
        )
        #expect(reading.root?["a"]?.string == "b\u{FEFF}c")
        #expect(reading.root?["d"]?.string == "\u{FEFF}")
    }

    @Test("YAML 1.1 is read as 1.2, with a warning")
    func version() {
        let reading = Reading("# first\n%YAML 1.1 # why\n---\na: no\n")
        #expect(reading.messages == ["2:1: the document asks for YAML 1.1 and is read as YAML 1.2 [yaml-version]"])
        #expect(reading.root?["a"]?.string == "no")
    }

    @Test("NEL, U+2028 and U+2029 are characters, also in block scalars and keys, and beside stand-ins")
    func unicodeLineBreaks() {
        let text = "a\u{2028}: |\n  x\u{2029}y\u{85}z\nb: \u{E000}\u{377}\u{37F}\u{2028}\n'c': [\"\u{2028}\"]\n"
        let reading = Reading(text)
        #expect(reading.messages == [])
        #expect(reading.root?.members.map(\.key) == ["a\u{2028}", "b", "c"])
        #expect(reading.root?["a\u{2028}"]?.string == "x\u{2029}y\u{85}z\n")
        #expect(reading.root?["b"]?.string == "\u{E000}\u{377}\u{37F}\u{2028}")
        #expect(reading.root?["c"]?.elements.map(\.text) == ["\u{2028}"])
    }
}
