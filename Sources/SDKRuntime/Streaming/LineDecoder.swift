/// Splits bytes that arrive in pieces into lines, which end at LF, CR or CRLF and at nothing else.
///
/// A line is there as soon as its end is: after a CR at the end of a piece, an LF at the beginning of the next one belongs
/// to it. Every byte is looked at once, however the pieces are cut.
struct LineDecoder: Sendable {
    private var bytes: [UInt8] = []
    /// Where the line begins that has not been delivered.
    private var start = 0
    /// Up to where no line ends.
    private var scanned = 0
    private var isAfterCarriageReturn = false

    /// Adds a piece. Lines that have been taken before must not be in use any more.
    mutating func append(_ piece: some Sequence<UInt8>) {
        if start > 0 {
            bytes.removeSubrange(..<start)
            scanned -= start
            start = 0
        }
        bytes.append(contentsOf: piece)
    }

    /// The next line that is complete, without its end.
    mutating func next() -> ArraySlice<UInt8>? {
        if isAfterCarriageReturn, scanned < bytes.count {
            isAfterCarriageReturn = false
            if bytes[scanned] == Byte.lineFeed {
                scanned += 1
                start = scanned
            }
        }
        while scanned < bytes.count {
            let byte = bytes[scanned]
            scanned += 1
            if byte == Byte.lineFeed || byte == Byte.carriageReturn {
                isAfterCarriageReturn = byte == Byte.carriageReturn
                let line = bytes[start..<scanned - 1]
                start = scanned
                return line
            }
        }
        return nil
    }

    /// What follows the last line's end: a line that the end of the input ends. Nil when there is nothing.
    mutating func finish() -> ArraySlice<UInt8>? {
        guard start < bytes.count else { return nil }
        let line = bytes[start...]
        start = bytes.count
        scanned = bytes.count
        return line
    }
}
