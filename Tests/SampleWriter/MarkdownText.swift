import Source

/// Markdown that stands in a file: an article, or a comment in Swift.
struct MarkdownText {
    /// The lines, without the marks of comments, and their numbers in the file.
    let lines: [(number: Int, text: Substring)]

    /// An article as a whole.
    static func article(_ file: SourceFile) -> MarkdownText {
        MarkdownText(lines: numbered(file))
    }

    /// The comments in Swift that have blocks of code, each with all lines that have no other line between them. Those that
    /// begin with two slashes are not shown to readers of the documentation: what a sample takes for granted stands there.
    static func comments(_ file: SourceFile) -> [MarkdownText] {
        var texts: [MarkdownText] = []
        var lines: [(number: Int, text: Substring)] = []
        func end() {
            if lines.contains(where: { $0.text.contains("```") }) { texts.append(MarkdownText(lines: lines)) }
            lines = []
        }
        for (number, line) in numbered(file) {
            let code = line.drop { $0 == " " }
            if code.hasPrefix("//") {
                lines.append((number, code.dropFirst(code.hasPrefix("///") ? 3 : 2)))
            } else {
                end()
            }
        }
        end()
        return texts
    }

    private static func numbered(_ file: SourceFile) -> [(number: Int, text: Substring)] {
        (1...max(file.lineCount, 1)).map { ($0, file.line($0)[...]) }
    }
}
