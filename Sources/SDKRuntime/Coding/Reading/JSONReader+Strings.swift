/// The bytes of a string between its quotes, as they stand in the text.
struct StringSpan {
    let start: UnsafePointer<UInt8>
    let count: Int
    let isEscaped: Bool

    /// The string. Surrogates without a partner become U+FFFD.
    @inline(__always)
    var text: String {
        if isEscaped { return unescaped() }
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    @inline(never)
    private func unescaped() -> String {
        // No escape is shorter than what it stands for in UTF-8, so the text is never longer than its source, but for a
        // `\u` cut off at the end: the key of a malformed member is shown in a message.
        String(unsafeUninitializedCapacity: count + 1) { output in
            var length = 0
            var index = 0
            func append(_ byte: UInt8) {
                output[length] = byte
                length += 1
            }
            while index < count {
                let run = plainCount(from: index)
                if let target = output.baseAddress { (target + length).initialize(from: start + index, count: run) }
                length += run
                index += run
                guard index + 1 < count else { break }
                let escape = start[index + 1]
                index += 2
                switch escape {
                case Byte.n: append(Byte.lineFeed)
                case Byte.t: append(Byte.tab)
                case Byte.r: append(Byte.carriageReturn)
                case Byte.b: append(0x08)
                case Byte.f: append(0x0C)
                case Byte.u: UTF8.encode(scalar(escapedAt: &index)).map { $0.forEach(append) }
                default: append(escape)
                }
            }
            return length
        }
    }

    /// How many bytes from `index` stand for themselves.
    private func plainCount(from index: Int) -> Int {
        var end = index
        while end < count, start[end] != Byte.backslash { end += 1 }
        return end - index
    }

    /// The character of a `\u` escape whose digits begin at `index`, together with the low surrogate that may follow.
    private func scalar(escapedAt index: inout Int) -> Unicode.Scalar {
        let unit = codeUnit(at: index)
        index += 4
        if let scalar = Unicode.Scalar(unit) { return scalar }
        let isPair =
            unit < 0xDC00 && index + 6 <= count && start[index] == Byte.backslash && start[index + 1] == Byte.u
        guard isPair else { return "\u{FFFD}" }
        let low = codeUnit(at: index + 2)
        guard (0xDC00...0xDFFF).contains(low) else { return "\u{FFFD}" }
        index += 6
        return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
    }

    private func codeUnit(at index: Int) -> UInt32 {
        guard index + 4 <= count else { return 0xFFFD }
        return (0..<4).reduce(0) { $0 << 4 | UInt32(hexDigit(start[index + $1]) ?? 0) }
    }
}

private func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
}

extension JSONReader {
    /// Reads a string, or notes an issue.
    @inline(__always)
    mutating func readString() -> String {
        guard peek() == Byte.quote else {
            mismatch("a string")
            return ""
        }
        return scanString().text
    }

    /// Reads a string whose opening quote comes next.
    @inline(__always)
    mutating func scanString() -> StringSpan {
        position += 1
        return scanStringBody()
    }

    /// Reads the rest of a string up to and with its closing quote.
    @inline(__always)
    mutating func scanStringBody() -> StringSpan {
        let first = position
        var isEscaped = false
        while true {
            // Eight bytes at a time: is there a quote, a backslash or a control character among them? A borrow can only
            // raise a false alarm above the first true one, and only the first is looked at.
            let word = Self.word(at: position)
            let quotes = word ^ 0x2222_2222_2222_2222
            let backslashes = word ^ 0x5C5C_5C5C_5C5C_5C5C
            let hits =
                ((quotes &- 0x0101_0101_0101_0101) & ~quotes)
                | ((backslashes &- 0x0101_0101_0101_0101) & ~backslashes)
                | ((word &- 0x2020_2020_2020_2020) & ~word)
            let mask = hits & 0x8080_8080_8080_8080
            if mask == 0 {
                position += 8
                continue
            }
            position += mask.trailingZeroBitCount >> 3
            switch position.pointee {
            case Byte.quote:
                let count = position - first
                position += 1
                return StringSpan(start: first, count: count, isEscaped: isEscaped)
            case Byte.backslash where skipEscape():
                isEscaped = true
            default:
                failInString()
                return StringSpan(start: first, count: 0, isEscaped: false)
            }
        }
    }

    /// Moves over an escape sequence if it is a legal one.
    @inline(never)
    private mutating func skipEscape() -> Bool {
        switch position[1] {
        case Byte.quote, Byte.backslash, Byte.slash, Byte.b, Byte.f, Byte.n, Byte.r, Byte.t:
            position += 2
        case Byte.u:
            for index in 2..<6 where hexDigit(position[index]) == nil { return false }
            position += 6
        default:
            return false
        }
        return true
    }

    @inline(never)
    private mutating func failInString() {
        if position == invalidPosition { return failUnexpected() }
        if position.pointee == Byte.backslash, position + 1 < end { return fail("invalid escape sequence") }
        if position < end, position.pointee < Byte.space { return fail("unescaped control character in a string") }
        position = end
        fail("unexpected end of the text in a string")
    }
}
