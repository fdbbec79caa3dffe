import Source
import Testing

@testable import SampleWriter

/// Which parts of an article are samples.
@Suite struct SampleReaderTests {
    @Test func `fenced blocks in Swift are samples`() {
        let (samples, errors) = read(
            """
            Text with `code` and ``Symbol``.

            ```swift
            let a = 1

              let b = 2
            ```

            ```sh
            let c = 3
            ```

            ~~~~ swift
            ~~~
            ```
            ~~~~
            """
        )
        #expect(
            samples == [
                Sample(lines: ["let a = 1", "", "  let b = 2"], firstLine: 4),
                Sample(lines: ["~~~", "```"], firstLine: 14),
            ]
        )
        #expect(errors == [])
    }

    @Test func `what a list indents a block by is no part of it`() {
        let (samples, errors) = read(
            """
            1. An item:

               ```swift
               if true {
                   print(1)
               }
              // less than the fence
               ```
            """
        )
        #expect(
            samples == [
                Sample(lines: ["if true {", "    print(1)", "}", "// less than the fence"], firstLine: 4)
            ]
        )
        #expect(errors == [])
    }

    @Test func `a comment can be a sample`() {
        let (samples, errors) = read(
            """
            <!-- swift
            let a = 1
            -->
            <!-- ```swift -->
            <!--
            ```swift
            let b = 2
            ```
            -->
            """
        )
        #expect(samples == [Sample(lines: ["let a = 1"], firstLine: 2)])
        #expect(errors == [])
    }

    @Test(arguments: [
        ("A\n\n```swift\nlet a = 1\n", "3: a block without an end"),
        ("````swift\n```\n", "1: a block without an end"),
        ("<!-- swift\nlet a = 1\n", "1: a comment without an end"),
        ("<!-- A note.\n", "1: a comment without an end"),
        ("A\n```\nlet a = 1\n```\n", "2: a block without a language"),
        ("```Swift\n```\n", "1: unknown language 'Swift'"),
        ("```swfit\n```\n", "1: unknown language 'swfit'"),
        ("```swift x\n```\n", "1: unknown language 'swift x'"),
        ("A\n> ```swift\n> let a = 1\n> ```\n", "2: a block has to begin its line"),
        ("- ```swift\n", "1: a block has to begin its line"),
    ])
    func `what may be meant as a sample and is none is an error`(article: String, error: String) {
        #expect(read(article).errors.first == error)
    }

    @Test func `an article may be empty`() {
        #expect(read("").samples == [])
        #expect(read("").errors == [])
    }

    private func read(_ article: String) -> (samples: [Sample], errors: [String]) {
        let files = SourceFiles()
        let report = Report(files: files)
        let file = files.add(path: "Article.md", bytes: Array(article.utf8))
        let samples = SampleReader.samples(in: .article(file), of: file, report: report)
        let errors = report.diagnostics.map { error in
            let line = error.range.map { file.position(at: Int($0.start)).line } ?? 0
            return "\(line): \(error.message)"
        }
        return (samples, errors)
    }
}
