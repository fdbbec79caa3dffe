/// Counts the characters before a place of a line.
///
/// A minified document is one line of megabytes, and may have thousands of diagnostics; so long lines get checkpoints.
struct ColumnTable: Sendable {
    private struct Checkpoint {
        let offset: Int
        /// The characters between the start of the line and the offset.
        let count: Int
    }

    private let checkpoints: [Checkpoint]
    private static let spacing = 1_024

    init(_ lines: LineTable, in bytes: [UInt8]) {
        var checkpoints: [Checkpoint] = []
        for line in lines.lines(longerThan: Self.spacing * 2, in: bytes) {
            guard let content = lines.contentRange(ofLine: line, in: bytes) else { continue }
            var (offset, count) = (content.lowerBound, 0)
            while offset + Self.spacing < content.upperBound {
                var next = offset + Self.spacing
                // No character goes on with ASCII, so the counts on both sides add up.
                while next < content.upperBound, bytes[next] >= 0x80 { next += 1 }
                count += Self.characterCount(offset..<next, in: bytes)
                offset = next
                checkpoints.append(Checkpoint(offset: offset, count: count))
            }
        }
        self.checkpoints = checkpoints
    }

    /// The count of characters in a stretch that begins with a line.
    func characterCount(_ range: Range<Int>, in bytes: [UInt8]) -> Int {
        var low = 0
        var high = checkpoints.count
        while low < high {
            let middle = (low + high) / 2
            if checkpoints[middle].offset <= range.upperBound { low = middle + 1 } else { high = middle }
        }
        guard low > 0, checkpoints[low - 1].offset >= range.lowerBound else {
            return Self.characterCount(range, in: bytes)
        }
        let checkpoint = checkpoints[low - 1]
        return checkpoint.count + Self.characterCount(checkpoint.offset..<range.upperBound, in: bytes)
    }

    /// Counts ASCII by the byte; only text around other characters pays for finding grapheme clusters.
    private static func characterCount(_ range: Range<Int>, in bytes: [UInt8]) -> Int {
        var count = 0
        var offset = range.lowerBound
        while offset < range.upperBound {
            var end = offset + 1
            if bytes[offset] >= 0x80 || end < range.upperBound && bytes[end] >= 0x80 {
                while end < range.upperBound, bytes[end] >= 0x80 { end += 1 }
                count += bytes.string(offset..<end).count
            } else {
                count += 1
            }
            offset = end
        }
        return count
    }
}
