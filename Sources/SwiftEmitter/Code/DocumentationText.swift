import APIModel

/// The text of documentation comments.
enum DocumentationText {
    /// Summary and prose, with an empty line between; nil without either. Lines stay as the author broke them.
    static func text(_ documentation: Documentation, fallback: String? = nil) -> String? {
        if documentation.notes.isEmpty, documentation.summary == nil || documentation.text == nil {
            let text = (documentation.summary ?? documentation.text).map(clean) ?? fallback ?? ""
            return text.isEmpty ? nil : text
        }
        var parts: [String] = []
        parts.reserveCapacity(3)
        if let summary = documentation.summary.map(clean) { parts.append(summary) }
        if let text = documentation.text.map(clean), text != parts.first { parts.append(text) }
        if parts.isEmpty, let fallback { parts.append(fallback) }
        if !documentation.notes.isEmpty { parts.append(documentation.notes.map(line).joined(separator: "\n")) }
        parts.removeAll(where: \.isEmpty)
        return parts.isEmpty ? nil : parts.joined(separator: "\n\n")
    }

    /// The same for a type, which no attribute marks as deprecated: every place that names it would draw a warning.
    static func ofType(_ documentation: Documentation) -> String? {
        guard documentation.isDeprecated else { return text(documentation) }
        return [text(documentation), "- Warning: Deprecated."].compactMap { $0 }.joined(separator: "\n\n")
    }

    /// What to tell those who use what is deprecated: the sentence in which the spec says so.
    static func deprecationMessage(_ documentation: Documentation) -> String {
        if let message = documentation.deprecationMessage.map(line), !message.isEmpty { return message }
        let text = line(documentation.text ?? documentation.summary ?? "")
        let sentences = text.split(separator: ". ")
        let sentence =
            sentences.first { $0.lowercased().contains("deprecated") } ?? sentences.first { $0.hasPrefix("Use ") }
        guard let sentence, sentence.utf8.count <= 200 else { return "The API's description advises against its use." }
        return sentence.hasSuffix(".") ? String(sentence) : sentence + "."
    }

    /// The text as one line, for lists of parameters and tables.
    static func line(_ text: String) -> String {
        text.isPlainLine ? text : text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The text without white space at the ends of lines and of the whole, and with plain line breaks.
    private static func clean(_ text: String) -> String {
        // What a YAML block gives is plain but for its last line break.
        if text.isPlain { return text.utf8.last == UInt8(ascii: "\n") ? String(text.dropLast()) : text }
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

extension String {
    /// Whether the text needs no cleaning.
    fileprivate var isPlain: Bool { withBytes { $0.isPlainText } }

    /// Whether the text is one line without need of cleaning: words of visible ASCII, with single spaces between.
    fileprivate var isPlainLine: Bool {
        withBytes { bytes in
            var previous = UInt8(ascii: " ")
            for byte in bytes {
                guard (0x20..<0x7F).contains(byte), byte != UInt8(ascii: " ") || previous != UInt8(ascii: " ") else {
                    return false
                }
                previous = byte
            }
            return previous != UInt8(ascii: " ") || bytes.isEmpty
        }
    }

    /// Calls a function with the bytes in UTF-8: a step through the bytes of a string costs ten times as much as one
    /// through a buffer.
    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        utf8.withContiguousStorageIfAvailable(body) ?? Array(utf8).withUnsafeBufferPointer(body)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether the bytes of a text need no cleaning: only visible ASCII, no space before a line break, no empty line at the
    /// beginning, and never two. The bytes tell that in a fraction of the time that Unicode's properties take.
    var isPlainText: Bool {
        // A loop without branches, of which the compiler makes one over many bytes at once.
        if reduce(0, { $0 | Self.oddity(of: $1) }) == 0 { return last != UInt8(ascii: " ") }
        var previous = UInt8(ascii: "\n")
        var isBlankLine = false
        for byte in self {
            switch byte {
            case UInt8(ascii: "\n"):
                guard previous != UInt8(ascii: " "), !(previous == UInt8(ascii: "\n") && isBlankLine) else {
                    return false
                }
                isBlankLine = previous == UInt8(ascii: "\n")
            case 0x20..<0x7F: isBlankLine = false
            default: return false
            }
            previous = byte
        }
        return previous != UInt8(ascii: " ") && !isBlankLine && first != UInt8(ascii: "\n")
    }

    /// 0 for a visible ASCII character or a space, 1 for any other byte.
    private static func oddity(of byte: UInt8) -> UInt8 {
        let isVisible: UInt8 = byte &- 0x20 < 0x5F ? 1 : 0
        return 1 ^ isVisible
    }
}
