/// A file's text as UTF-8 bytes, with its line table.
///
/// A byte order mark is dropped and UTF-16 is transcoded, so offsets and ranges always refer to ``bytes``.
package final class SourceFile: Sendable {
    package let id: FileID
    /// The path as it was first given, which is how messages show it.
    package let path: String
    package let bytes: [UInt8]
    private let lines: LineTable

    init(id: FileID, path: String, bytes: [UInt8]) {
        self.id = id
        self.path = path
        self.bytes = UTF8Text.bytes(decoding: bytes)
        self.lines = LineTable(self.bytes)
    }

    package var lineCount: Int { lines.count }

    /// The line and column of a byte; any offset is answered, one outside the file as its nearest end.
    package func position(at offset: Int) -> SourcePosition {
        let offset = min(max(offset, 0), bytes.count)
        let line = lines.line(at: offset)
        let content = contentRange(ofLine: line)
        let end = min(offset, content.upperBound)
        return SourcePosition(line: line, column: characterCount(content.lowerBound..<end) + 1)
    }

    /// A line's text without its line break; empty when there is no such line.
    package func line(_ number: Int) -> String {
        bytes.string(contentRange(ofLine: number))
    }

    /// The text of a range of this file; a range outside the file is clamped to it.
    package func text(in range: SourceRange) -> String {
        let start = min(Int(range.start), bytes.count)
        let end = min(max(Int(range.end), start), bytes.count)
        return bytes.string(start..<end)
    }

    func contentRange(ofLine number: Int) -> Range<Int> {
        lines.contentRange(ofLine: number, in: bytes) ?? bytes.count..<bytes.count
    }

    /// Counts the characters of a stretch. ASCII is counted by the byte, so that the one line of a minified document
    /// costs little; only text around other characters pays for finding grapheme clusters.
    private func characterCount(_ range: Range<Int>) -> Int {
        var count = 0
        var offset = range.lowerBound
        while offset < range.upperBound {
            var clusterEnd = offset + 1
            if bytes[offset] < 0x80, clusterEnd == range.upperBound || bytes[clusterEnd] < 0x80 {
                count += 1
                offset = clusterEnd
                continue
            }
            while clusterEnd < range.upperBound, bytes[clusterEnd] >= 0x80 { clusterEnd += 1 }
            count += bytes.string(offset..<clusterEnd).count
            offset = clusterEnd
        }
        return count
    }
}
