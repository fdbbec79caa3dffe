/// The line starts of a text. Lines end with LF, CR or CRLF and nothing else: editors and compilers agree on these.
struct LineTable: Sendable {
    private let starts: [UInt32]

    init(_ bytes: [UInt8]) {
        var starts: [UInt32] = [0]
        starts.reserveCapacity(bytes.count / 32 + 1)
        // A loop without branches, of which the compiler makes one over many bytes at once.
        guard bytes.reduce(0 as UInt8, { $0 | ($1 == .carriageReturn ? 1 : 0) }) != 0 else {
            var offset = 0
            while offset < bytes.count {
                let byte = bytes[offset]
                offset &+= 1
                if byte == .lineFeed { starts.append(UInt32(truncatingIfNeeded: offset)) }
            }
            self.starts = starts
            return
        }
        var previousIsCarriageReturn = false
        var offset: UInt32 = 0
        for byte in bytes {
            offset &+= 1
            if byte > 0x0D {
                previousIsCarriageReturn = false
            } else if byte == .lineFeed {
                if previousIsCarriageReturn {
                    starts[starts.count - 1] = offset
                } else {
                    starts.append(offset)
                }
                previousIsCarriageReturn = false
            } else {
                previousIsCarriageReturn = byte == .carriageReturn
                if previousIsCarriageReturn { starts.append(offset) }
            }
        }
        self.starts = starts
    }

    var count: Int { starts.count }

    /// The numbers of the lines with more bytes than a limit.
    func lines(longerThan limit: Int, in bytes: [UInt8]) -> [Int] {
        starts.indices.compactMap { index in
            let end = index + 1 < starts.count ? Int(starts[index + 1]) : bytes.count
            return end - Int(starts[index]) > limit ? index + 1 : nil
        }
    }

    /// The number, from 1, of the line that holds the byte at an offset; a line break belongs to the line it ends.
    func line(at offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(starts[middle]) <= offset { low = middle } else { high = middle }
        }
        return low + 1
    }

    /// The bytes of a line without its line break; nil when there is no such line.
    func contentRange(ofLine number: Int, in bytes: [UInt8]) -> Range<Int>? {
        guard number >= 1, number <= starts.count else { return nil }
        let start = Int(starts[number - 1])
        var end = number < starts.count ? Int(starts[number]) : bytes.count
        guard number < starts.count else { return start..<end }
        if end > start, bytes[end - 1] == .lineFeed { end -= 1 }
        if end > start, bytes[end - 1] == .carriageReturn { end -= 1 }
        return start..<end
    }
}
