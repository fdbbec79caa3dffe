import Source
import Testing

@Suite("Printing diagnostics")
struct DiagnosticPrinterTests {
    private let files = SourceFiles()

    /// The range of a piece of text in a file.
    private func range(of piece: String, in file: SourceFile) throws -> SourceRange {
        let text = String(decoding: file.bytes, as: UTF8.self)
        let start = try #require(text.firstRange(of: piece)).lowerBound
        let offset = text.utf8.distance(from: text.startIndex, to: start)
        return SourceRange(file: file.id, start: UInt32(offset), end: UInt32(offset + piece.utf8.count))
    }

    private func add(_ text: String, path: String = "Spec/a.yaml") -> SourceFile {
        files.add(path: path, bytes: Array(text.utf8))
    }

    private func print(_ report: Report, _ format: DiagnosticPrinter.Format = .text) -> String {
        DiagnosticPrinter(format: format, files: files).string(for: report.diagnostics)
    }

    private func exampleReport() throws -> Report {
        let lines = String(repeating: "#\n", count: 13)
        let schema = add(lines + "          type: int\n", path: "Spec/schemas/files.yaml")
        let entry = add("a:\n  b:\n    c: files.yaml\n", path: "Spec/anthropic.yaml")
        let report = Report(files: files)
        report.error(
            "schema-type",
            "unknown schema type 'int'",
            at: try range(of: "int", in: schema),
            hint: "did you mean 'integer'?",
            notes: [Diagnostic.Note(message: "referenced from here", range: try range(of: "files.yaml", in: entry))]
        )
        return report
    }

    @Test("Text has the line, the underlined place with the hint, and the notes")
    func text() throws {
        #expect(
            print(try exampleReport()) == """
                Spec/schemas/files.yaml:14:17: error: unknown schema type 'int' [schema-type]
                   14 |           type: int
                      |                 ^~~ did you mean 'integer'?
                Spec/anthropic.yaml:3:8: note: referenced from here

                """
        )
    }

    @Test("JSON is one array of objects")
    func json() throws {
        let report = try exampleReport()
        report.warning("quoting", "a \"quote\", a \\, a tab \t and \u{1}", at: nil)
        #expect(
            print(report, .json) == #"""
                [
                  {"severity": "warning", "rule": "quoting", "message": "a \"quote\", a \\, a tab \t and \u0001"},
                  {"severity": "error", "rule": "schema-type", "message": "unknown schema type 'int'", "hint": "did you mean 'integer'?", "file": "Spec/schemas/files.yaml", "line": 14, "column": 17, "endLine": 14, "endColumn": 20, "notes": [{"message": "referenced from here", "file": "Spec/anthropic.yaml", "line": 3, "column": 8, "endLine": 3, "endColumn": 18}]}
                ]

                """#
        )
        #expect(print(Report(), .json) == "[]\n")
    }

    @Test("GitHub gets a command per diagnostic")
    func github() throws {
        let file = add("key: value", path: "Spec/a,b:c.yaml")
        let report = Report(files: files)
        report.error("some-rule", "100% wrong:\nreally", at: try range(of: "value", in: file))
        report.warning("other-rule", "a, b", at: nil, hint: "c")
        #expect(
            print(report, .github) == """
                ::warning title=other-rule::a, b (c)
                ::error file=Spec/a%2Cb%3Ac.yaml,line=1,col=6,title=some-rule::100%25 wrong:%0Areally

                """
        )
    }

    @Test("Tabs, wide characters and line ends keep the underline in place")
    func alignment() throws {
        let file = add("a:\r\n\tkey: [\"日本\", wrong]\r\nend: x\r\n")
        let report = Report(files: files)
        report.warning("r", "m", at: try range(of: "wrong", in: file))
        report.warning("r", "over lines", at: try range(of: "x\r\n", in: file))
        report.warning("r", "at the end", at: SourceRange(file: file.id, start: 37, end: 37))
        #expect(
            print(report) == """
                Spec/a.yaml:2:14: warning: m [r]
                    2 |     key: ["日本", wrong]
                      |                 ^~~~~
                Spec/a.yaml:3:6: warning: over lines [r]
                    3 | end: x
                      |      ^
                Spec/a.yaml:4:1: warning: at the end [r]
                    4 |
                      | ^

                """
        )
    }

    @Test("Control characters and direction marks are not sent to the terminal")
    func controlCharacters() throws {
        let file = add("a: \u{1B}[31m\u{202E}x")
        let report = Report(files: files)
        report.error("r", "bad \u{1B}[0m", at: try range(of: "x", in: file))
        #expect(
            print(report) == """
                Spec/a.yaml:1:10: error: bad \u{FFFD}[0m [r]
                    1 | a: \u{FFFD}[31m\u{FFFD}x
                      |          ^

                """
        )
    }

    @Test("A long line is cut on both sides of the place")
    func longLine() throws {
        let file = add(String(repeating: "a", count: 500) + "wrong" + String(repeating: "b", count: 500))
        let report = Report(files: files)
        report.error("r", "m", at: try range(of: "wrong", in: file))
        let before = String(repeating: "a", count: 69)
        let after = String(repeating: "b", count: 84)
        #expect(
            print(report) == """
                Spec/a.yaml:1:501: error: m [r]
                    1 | …\(before)wrong\(after)…
                      | \(String(repeating: " ", count: 70))^~~~~

                """
        )
    }

    @Test("A diagnostic without a place has a message alone")
    func withoutPlace() {
        let report = Report()
        report.error("io", "no such file", at: nil, hint: "look again")
        #expect(print(report) == "error: no such file [io]\n  look again\n")
    }

    @Test("Any range of any bytes can be printed", arguments: DiagnosticPrinter.Format.allCases)
    func anyRange(format: DiagnosticPrinter.Format) {
        let bytes: [UInt8] = [0xF0, 0x9F, 0x98, 0x80, 0x0D, 0x0A, 0xFF, 0x09, 0x80, 0x0A, 0xE2, 0x80]
        let file = files.add(path: "a", bytes: bytes)
        for start in 0...14 {
            for end in 0...14 {
                let report = Report(files: files)
                report.error("r", "m", at: SourceRange(file: file.id, start: UInt32(start), end: UInt32(end)))
                #expect(!print(report, format).isEmpty)
            }
        }
        let report = Report(files: files)
        report.error("r", "m", at: SourceRange(file: file.id, start: .max, end: .max))
        #expect(!print(report, format).isEmpty)
    }

    @Test(
        "The summary counts",
        arguments: [
            (0, 0, 1, "no problems in 1 file"),
            (1, 0, 3, "1 error in 3 files"),
            (2, 1, 3, "2 errors, 1 warning in 3 files"),
            (0, 2, 1, "2 warnings in 1 file"),
        ]
    )
    func summary(errors: Int, warnings: Int, fileCount: Int, expected: String) {
        let report = Report()
        for number in 0..<errors { report.error("r", "error \(number)", at: nil) }
        for number in 0..<warnings { report.warning("r", "warning \(number)", at: nil) }
        #expect(DiagnosticPrinter(files: files).summary(of: report, fileCount: fileCount) == expected)
    }
}
