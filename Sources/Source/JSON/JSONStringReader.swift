/// Reads one string of a JSON text.
struct JSONStringReader {
    struct Failure: Error {
        let message: String
        let range: Range<Int>
        var hint: String?
    }

    private let bytes: [UInt8]
    private let start: Int
    /// The next byte; after reading, the one after the closing quote.
    private(set) var offset: Int

    /// - Parameter start: the place of the opening quote.
    init(_ bytes: [UInt8], at start: Int) {
        self.bytes = bytes
        self.start = start
        offset = start + 1
    }

    /// The string's text: a slice of the source if it has no escapes.
    mutating func read(into builder: inout YAMLTreeBuilder) throws(Failure) -> YAMLTextSlice {
        let textStart = offset
        try skipUnescaped()
        if bytes[offset] == .quote {
            offset += 1
            return YAMLTextSlice(textStart..<offset - 1)
        }
        var decoded = Array(bytes[textStart..<offset])
        while bytes[offset] != .quote {
            try readEscape(into: &decoded)
            let chunk = offset
            try skipUnescaped()
            decoded.append(contentsOf: bytes[chunk..<offset])
        }
        offset += 1
        return builder.decode { $0.append(contentsOf: decoded) }
    }

    /// Goes on to the next backslash or quote.
    private mutating func skipUnescaped() throws(Failure) {
        while let byte = bytes[ifPresent: offset] {
            if byte == .quote || byte == .backslash { return }
            if byte.isLineBreak { break }
            guard byte >= 0x20 else {
                let name = UnicodePoint.name(of: UInt32(byte))
                throw Failure(
                    message: "control character \(name) in a string must be escaped",
                    range: offset..<offset + 1,
                    hint: byte == .tab ? "write '\\t'" : nil
                )
            }
            offset += 1
        }
        throw Failure(message: "this quote is never closed", range: start..<start + 1)
    }

    private mutating func readEscape(into decoded: inout [UInt8]) throws(Failure) {
        let escape = offset
        offset += 2
        switch bytes[ifPresent: escape + 1] {
        case .quote: decoded.append(.quote)
        case .backslash: decoded.append(.backslash)
        case UInt8(ascii: "/"): decoded.append(UInt8(ascii: "/"))
        case UInt8(ascii: "b"): decoded.append(0x08)
        case UInt8(ascii: "f"): decoded.append(0x0C)
        case UInt8(ascii: "n"): decoded.append(.lineFeed)
        case UInt8(ascii: "r"): decoded.append(.carriageReturn)
        case UInt8(ascii: "t"): decoded.append(.tab)
        case UInt8(ascii: "u"): UnicodePoint.appendUTF8(of: try readCodePoint(escape), to: &decoded)
        default:
            offset = min(offset, bytes.count)
            while bytes[ifPresent: offset]?.isContinuation == true { offset += 1 }
            let text = bytes.string(escape..<offset)
            throw Failure(message: "unknown escape '\(text)'", range: escape..<offset, hint: "write '\\\(text)'")
        }
    }

    /// Reads the digits after `\u`, and the other half of a surrogate pair.
    private mutating func readCodePoint(_ escape: Int) throws(Failure) -> UInt32 {
        let unit = try readFourDigits(escape)
        guard UnicodePoint.isSurrogate(unit) else { return unit }
        let second = offset
        if bytes[ifPresent: second] == .backslash, bytes[ifPresent: second + 1] == UInt8(ascii: "u") {
            offset += 2
            if let point = UnicodePoint.combining(high: unit, low: try readFourDigits(second)) { return point }
        }
        let text = bytes.string(escape..<escape + 6)
        throw Failure(message: "'\(text)' is half of a surrogate pair", range: escape..<escape + 6)
    }

    private mutating func readFourDigits(_ escape: Int) throws(Failure) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = bytes[ifPresent: offset]?.hexadecimalValue else {
                throw Failure(message: "'\\u' needs four hexadecimal digits", range: escape..<offset)
            }
            value = value << 4 | digit
            offset += 1
        }
        return value
    }
}
