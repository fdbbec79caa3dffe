/// A file's text as UTF-8 bytes, with its line table.
///
/// A byte order mark is dropped and UTF-16 is transcoded, so offsets and ranges always refer to ``bytes``.
package final class SourceFile {
    package let id: FileID
    /// The path as it was first given, which is how messages show it.
    package let path: String
    package let bytes: [UInt8]
    // Made when a place is first asked for: nothing but a message needs one.
    private lazy var lines = LineTable(bytes)
    private lazy var columns = ColumnTable(lines, in: bytes)

    init(id: FileID, path: String, bytes: [UInt8]) {
        self.id = id
        self.path = path
        self.bytes = UTF8Text.bytes(decoding: bytes)
    }

    package var lineCount: Int { lines.count }

    /// The line and column of a byte; any offset is answered, one outside the file as its nearest end.
    package func position(at offset: Int) -> SourcePosition {
        let offset = min(max(offset, 0), bytes.count)
        let line = lines.line(at: offset)
        let content = contentRange(ofLine: line)
        let prefix = content.lowerBound..<min(offset, content.upperBound)
        return SourcePosition(line: line, column: columns.characterCount(prefix, in: bytes) + 1)
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

    /// The place of a line without its line break; the end of the file when there is no such line.
    package func range(ofLine number: Int) -> SourceRange {
        SourceRange(file: id, bytes: contentRange(ofLine: number))
    }

    func contentRange(ofLine number: Int) -> Range<Int> {
        lines.contentRange(ofLine: number, in: bytes) ?? bytes.count..<bytes.count
    }
}
