/// One pass over a text that answers what the readers need to know of it before they begin.
struct TextCheck {
    /// A place that cannot be read.
    struct Problem {
        let range: Range<Int>
        let message: String
        let hint: String?
    }

    /// Whether offsets in bytes and in code points are the same.
    private(set) var isASCII = true
    /// The first bytes that are not UTF-8.
    private(set) var invalidUTF8: Problem?
    /// The first character that YAML allows nowhere, if it comes before invalid UTF-8.
    private(set) var forbiddenCharacter: Problem?
    /// The first byte order mark inside the text, which YAML allows in quotes alone, and other readers anywhere.
    private(set) var byteOrderMark: Problem?
    /// Whether there are characters that libyaml takes for something else than YAML 1.2 does.
    private(set) var needsStandIns = false

    init(_ bytes: [UInt8]) {
        // A loop without branches, of which the compiler makes one over many bytes at once: most texts are through then.
        guard bytes.reduce(0, { $0 | Self.oddity(of: $1) }) != 0 else { return }
        var offset = 0
        while offset < bytes.count, invalidUTF8 == nil {
            let byte = bytes[offset]
            if byte < 0x80 {
                if byte < 0x20 || byte == 0x7F { checkControl(UInt32(byte), at: offset..<offset + 1) }
                offset += 1
            } else {
                isASCII = false
                offset += checkMultibyteCharacter(at: offset, in: bytes)
            }
        }
    }

    /// 1 for a byte that is to be looked at, 0 for a visible ASCII character or white space.
    private static func oddity(of byte: UInt8) -> UInt8 {
        let isVisible: UInt8 = byte &- 0x20 < 0x5F ? 1 : 0
        let isLineFeed: UInt8 = byte == .lineFeed ? 1 : 0
        let isReturn: UInt8 = byte == .carriageReturn ? 1 : 0
        let isTab: UInt8 = byte == .tab ? 1 : 0
        return 1 ^ (isVisible | isLineFeed | isReturn | isTab)
    }

    /// Looks at a character of several bytes and returns their count.
    private mutating func checkMultibyteCharacter(at offset: Int, in bytes: [UInt8]) -> Int {
        let lead = bytes[offset]
        let (length, smallest, leadBits): (Int, UInt32, UInt8)
        switch lead {
        case 0xC0...0xDF: (length, smallest, leadBits) = (2, 0x80, 0x1F)
        case 0xE0...0xEF: (length, smallest, leadBits) = (3, 0x800, 0x0F)
        case 0xF0...0xF7: (length, smallest, leadBits) = (4, 0x10000, 0x07)
        default:
            setInvalid(offset..<offset + 1, "this byte (\(Self.hexadecimal(lead))) is not UTF-8")
            return 1
        }
        var point = UInt32(lead & leadBits)
        for index in offset + 1..<offset + length {
            guard let byte = bytes[ifPresent: index], byte.isContinuation else {
                let bytes = bytes[offset..<min(index, bytes.count)].map(Self.hexadecimal).joined(separator: " ")
                setInvalid(offset..<index, "an incomplete character (\(bytes)) is not UTF-8")
                return length
            }
            point = point << 6 | UInt32(byte & 0x3F)
        }
        let range = offset..<offset + length
        if UnicodePoint.isSurrogate(point) {
            setInvalid(range, "half of a surrogate pair (\(UnicodePoint.name(of: point))) is not a character")
        } else if point < smallest || point > 0x10FFFF {
            setInvalid(range, "this is not a character in UTF-8")
        } else {
            checkCharacter(point, at: range)
        }
        return length
    }

    private mutating func setInvalid(_ range: Range<Int>, _ message: String) {
        invalidUTF8 = Problem(range: range, message: message, hint: "save the file as UTF-8")
    }

    private mutating func checkControl(_ point: UInt32, at range: Range<Int>) {
        switch point {
        case 0x09, 0x0A, 0x0D: break
        default: setForbidden(range, "control character \(UnicodePoint.name(of: point)) is not allowed")
        }
    }

    private mutating func checkCharacter(_ point: UInt32, at range: Range<Int>) {
        switch point {
        case 0x85, 0x2028, 0x2029:
            needsStandIns = true
        case 0x80...0x9F:
            setForbidden(range, "control character \(UnicodePoint.name(of: point)) is not allowed")
        case 0xFEFF:
            needsStandIns = true
            guard byteOrderMark == nil else { return }
            byteOrderMark = Problem(
                range: range,
                message: "a byte order mark (U+FEFF) is only allowed at the start of the file",
                hint: "it is read as a character without width; remove it, or write it as an escape in quotes"
            )
        case 0xFFFE, 0xFFFF:
            setForbidden(range, "\(UnicodePoint.name(of: point)) is not a character")
        default:
            break
        }
    }

    private mutating func setForbidden(_ range: Range<Int>, _ message: String) {
        guard forbiddenCharacter == nil else { return }
        forbiddenCharacter = Problem(
            range: range,
            message: message,
            hint: "remove it, or write it as an escape in quotes"
        )
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        "0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
}
