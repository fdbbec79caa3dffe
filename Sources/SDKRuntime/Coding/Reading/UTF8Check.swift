/// Tells whether bytes are UTF-8 (RFC 3629, section 4).
enum UTF8Check {
    /// Where the first bytes are that are not UTF-8; nil when all are.
    ///
    /// - Parameter start: The bytes. At least eight zeros follow them: they are looked at in words.
    static func firstError(_ start: UnsafePointer<UInt8>, count: Int) -> Int? {
        var index = 0
        while index < count {
            // Most of what is received is ASCII.
            if JSONReader.word(at: start + index) & 0x8080_8080_8080_8080 == 0 {
                index += 8
            } else if start[index] < 0x80 {
                index += 1
            } else {
                let length = sequenceLength(start + index)
                guard length > 0 else { return index }
                index += length
            }
        }
        return nil
    }

    /// The number of bytes of a character beyond ASCII; zero if none begins here.
    private static func sequenceLength(_ bytes: UnsafePointer<UInt8>) -> Int {
        let (length, second): (Int, ClosedRange<UInt8>) =
            switch bytes[0] {
            case 0xC2...0xDF: (2, 0x80...0xBF)
            case 0xE0: (3, 0xA0...0xBF)
            case 0xED: (3, 0x80...0x9F)
            case 0xE1...0xEF: (3, 0x80...0xBF)
            case 0xF0: (4, 0x90...0xBF)
            case 0xF1...0xF3: (4, 0x80...0xBF)
            case 0xF4: (4, 0x80...0x8F)
            default: (0, 0...0)
            }
        guard length > 0, second.contains(bytes[1]) else { return 0 }
        // A zero after the end is no continuation, so that this does not look beyond it.
        for index in 2..<max(2, length) where bytes[index] & 0xC0 != 0x80 { return 0 }
        return length
    }
}
