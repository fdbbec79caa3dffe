import Source
import Testing

@testable import SampleWriter

/// What of a Swift file is Markdown.
@Suite struct MarkdownTextTests {
    @Test func `each comment with a block is a text, without its marks`() {
        let texts = comments(
            """
            /// No block.
            struct A {
                // let hidden = 1
                /// Text.
                ///
                /// ```swift
                ///     print(hidden)
                /// ```
                func a() {}  // ```
            }

            /// ```swift
            /// print(1)
            /// ```
            """
        )
        #expect(
            texts == [
                ["3: let hidden = 1", "4: Text.", "5:", "6: ```swift", "7:     print(hidden)", "8: ```"],
                ["12: ```swift", "13: print(1)", "14: ```"],
            ]
        )
    }

    @Test(arguments: ["", "struct A {}", "/// `code`\nstruct A {}", "let a = \"```\""])
    func `a file may have no block`(text: String) {
        #expect(comments(text) == [])
    }

    @Test func `a block ends with its comment`() {
        let files = SourceFiles()
        let report = Report(files: files)
        let file = files.add(path: "A.swift", bytes: Array("/// ```swift\n/// print(1)\nstruct A {}\n/// ```\n".utf8))
        let samples = MarkdownText.comments(file).map { SampleReader.samples(in: $0, of: file, report: report) }
        #expect(samples == [[], []])
        #expect(
            report.diagnostics.map(\.message) == [
                "a block without an end", "a block without a language", "a block without an end",
            ]
        )
    }

    private func comments(_ text: String) -> [[String]] {
        let file = SourceFiles().add(path: "A.swift", bytes: Array(text.utf8))
        return MarkdownText.comments(file).map { text in text.lines.map { "\($0.number):\($0.text)" } }
    }
}
