import Source

/// Finds the samples of an article, or of a documentation comment, in Markdown.
///
/// A sample is a fenced block whose language is `swift`. What an article takes for granted is a sample too, in a comment that
/// its readers do not see:
///
/// ```markdown
/// <!-- swift
/// let client = try AnthropicClient()
/// -->
/// ```
struct SampleReader {
    /// The languages that a block may have. The list is closed, so that no slip of the pen takes a sample away.
    static let languages = ["json", "markdown", "sh", "swift", "text", "yaml"]

    private let file: SourceFile
    private let report: Report
    private var samples: [Sample] = []
    private var block: Block?

    /// A fenced block or a comment whose end has not been read.
    private struct Block {
        /// The fence that it began with; nil for a comment.
        let fence: Substring?
        let isSwift: Bool
        let line: Int
        let indentation: Int
        var lines: [String] = []

        func ends(with text: Substring) -> Bool {
            guard let fence else { return isSwift ? text == "-->" : text.contains("-->") }
            return text.hasPrefix(fence) && text.allSatisfy { $0 == fence.first }
        }
    }

    /// The samples of a text in their order. What cannot be understood is reported.
    static func samples(in text: MarkdownText, of file: SourceFile, report: Report) -> [Sample] {
        var reader = SampleReader(file: file, report: report)
        for line in text.lines { reader.read(line.text, line.number) }
        if let block = reader.block {
            reader.error(block.fence == nil ? "a comment without an end" : "a block without an end", line: block.line)
        }
        return reader.samples
    }

    private init(file: SourceFile, report: Report) {
        self.file = file
        self.report = report
    }

    private mutating func read(_ line: Substring, _ number: Int) {
        let indentation = line.prefix { $0 == " " }.count
        var text = line.dropFirst(indentation)
        while text.last?.isWhitespace == true { text.removeLast() }
        guard var block else { return begin(text, indentation: indentation, number) }
        if block.ends(with: text) {
            if block.isSwift { samples.append(Sample(lines: block.lines, firstLine: block.line + 1)) }
            self.block = nil
        } else {
            block.lines.append(String(line.dropFirst(min(indentation, block.indentation))))
            self.block = block
        }
    }

    /// Reads a line outside of blocks and comments.
    private mutating func begin(_ text: Substring, indentation: Int, _ number: Int) {
        if text.hasPrefix("<!--") {
            let comment = Block(fence: nil, isSwift: text == "<!-- swift", line: number, indentation: indentation)
            if !comment.ends(with: text) { block = comment }
            return
        }
        let fence = text.prefix { $0 == text.first && ($0 == "`" || $0 == "~") }
        guard fence.count >= 3 else {
            if text.contains("```") { error("a block has to begin its line", line: number) }
            return
        }
        let language = text.dropFirst(fence.count).trimmingPrefix { $0 == " " }
        if !Self.languages.contains(String(language)) {
            error(
                language.isEmpty ? "a block without a language" : "unknown language \(Diagnostic.quote(language))",
                line: number,
                hint: Spelling.closest(to: String(language), among: Self.languages).map { "did you mean '\($0)'?" }
                    ?? "a block has one of \(Self.languages.joined(separator: ", ")); what is not compiled is text"
            )
        }
        block = Block(fence: fence, isSwift: language == "swift", line: number, indentation: indentation)
    }

    private func error(_ message: String, line: Int, hint: String? = nil) {
        report.error(.sample, message, at: file.range(ofLine: line), hint: hint)
    }
}

extension Rule {
    /// What a sample of the documentation is written like.
    static let sample: Rule = "sample"
}
