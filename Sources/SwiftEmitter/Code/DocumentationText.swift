import APIModel

/// The text of documentation comments.
enum DocumentationText {
    /// Summary and prose, with an empty line between; nil without either. Lines stay as the author broke them.
    static func text(_ documentation: Documentation, fallback: String? = nil) -> String? {
        let parts = [documentation.summary, documentation.text].compactMap { $0 }.map(clean)
        var distinct = parts.count == 2 && parts[0] == parts[1] ? [parts[0]] : parts
        if parts.isEmpty, let fallback { distinct = [fallback] }
        if documentation.isDeprecated { distinct.append("- Warning: Deprecated.") }
        let text = distinct.filter { !$0.isEmpty }.joined(separator: "\n\n")
        return text.isEmpty ? nil : text
    }

    /// The text as one line, for lists of parameters and tables.
    static func line(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The text without white space at the ends of lines and of the whole, and with plain line breaks.
    private static func clean(_ text: String) -> String {
        var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line in
            var line = line
            while line.last?.isWhitespace == true { line.removeLast() }
            return line
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        while lines.first?.isEmpty == true { lines.removeFirst() }
        return lines.joined(separator: "\n")
    }
}
