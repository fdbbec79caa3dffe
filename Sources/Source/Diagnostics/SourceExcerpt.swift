/// The line of a range as a message shows it: one printable line of bounded length, and where to underline it.
struct SourceExcerpt {
    let text: String
    /// The characters of ``text`` before the underlined ones.
    let underlineOffset: Int
    /// At least 1; a range of several lines is underlined to the end of its first.
    let underlineLength: Int

    init(of range: SourceRange, in file: SourceFile) {
        let start = min(Int(range.start), file.bytes.count)
        let line = file.contentRange(ofLine: file.position(at: start).line)
        let underlineStart = min(max(start, line.lowerBound), line.upperBound)
        let underlineEnd = min(max(Int(range.end), underlineStart), line.upperBound)

        let before = Self.lastCharacters(of: line.lowerBound..<underlineStart, in: file.bytes)
        let inside = Self.firstCharacters(of: underlineStart..<underlineEnd, in: file.bytes, limit: Self.sideLength)
        let room = Self.maximumLength - before.count - inside.count
        let after = Self.firstCharacters(of: underlineEnd..<line.upperBound, in: file.bytes, limit: room)

        text = before + inside + after
        underlineOffset = before.count
        underlineLength = max(inside.count, 1)
    }

    private static let maximumLength = 160
    /// How much of a long line is shown before the range, and how much of a long range.
    private static let sideLength = 70
    private static let ellipsis = "…"

    private static func firstCharacters(of range: Range<Int>, in bytes: [UInt8], limit: Int) -> String {
        var end = min(range.upperBound, range.lowerBound + limit * maximumBytesPerCharacter)
        while end > range.lowerBound, bytes[ifPresent: end]?.isContinuation == true { end -= 1 }
        let text = printable(bytes.string(range.lowerBound..<end))
        if end == range.upperBound, text.count <= limit { return text }
        return text.prefix(max(limit - 1, 0)) + ellipsis
    }

    private static func lastCharacters(of range: Range<Int>, in bytes: [UInt8]) -> String {
        var start = max(range.lowerBound, range.upperBound - sideLength * maximumBytesPerCharacter)
        while start < range.upperBound, bytes[ifPresent: start]?.isContinuation == true { start += 1 }
        let text = printable(bytes.string(start..<range.upperBound))
        if start == range.lowerBound, text.count <= sideLength { return text }
        return ellipsis + text.suffix(sideLength - 1)
    }

    /// Bounds the work on a long line; characters of more bytes than this shorten the excerpt, no more.
    private static let maximumBytesPerCharacter = 8

    /// Shows a tab as four spaces and replaces what would move the cursor or turn the writing direction.
    static func printable(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isUnprintable) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar == "\t" {
                result.append(contentsOf: "    ".unicodeScalars)
            } else {
                result.append(isUnprintable(scalar) ? "\u{FFFD}" : scalar)
            }
        }
        return String(result)
    }

    private static func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case ..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
