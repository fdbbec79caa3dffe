/// Turns a file's bytes into UTF-8 without a byte order mark.
enum UTF8Text {
    static func bytes(decoding bytes: [UInt8]) -> [UInt8] {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return Array(bytes.dropFirst(3)) }
        if bytes.starts(with: [0xFF, 0xFE]) { return transcode(bytes, lowByteFirst: true) }
        if bytes.starts(with: [0xFE, 0xFF]) { return transcode(bytes, lowByteFirst: false) }
        return bytes
    }

    /// Transcodes UTF-16. What is not valid UTF-16 becomes what is not valid UTF-8 (a surrogate's three bytes, or 0xFF
    /// for half a code unit at the end), so that the reader reports it at its place.
    private static func transcode(_ bytes: [UInt8], lowByteFirst: Bool) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        func codeUnit(at offset: Int) -> UInt32? {
            guard offset + 1 < bytes.count else { return nil }
            let (first, second) = (UInt32(bytes[offset]), UInt32(bytes[offset + 1]))
            return lowByteFirst ? second << 8 | first : first << 8 | second
        }
        var offset = 2
        while let unit = codeUnit(at: offset) {
            offset += 2
            if let low = codeUnit(at: offset), let scalar = UnicodePoint.combining(high: unit, low: low) {
                offset += 2
                UnicodePoint.appendUTF8(of: scalar, to: &result)
            } else {
                UnicodePoint.appendUTF8(of: unit, to: &result)
            }
        }
        if offset < bytes.count { result.append(0xFF) }
        return result
    }
}

/// Arithmetic on Unicode code points, surrogates included.
enum UnicodePoint {
    static func isSurrogate(_ point: UInt32) -> Bool { (0xD800...0xDFFF).contains(point) }

    /// The code point of a surrogate pair; nil when the two are no pair.
    static func combining(high: UInt32, low: UInt32) -> UInt32? {
        guard (0xD800...0xDBFF).contains(high), (0xDC00...0xDFFF).contains(low) else { return nil }
        return 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
    }

    static func appendUTF8(of point: UInt32, to bytes: inout [UInt8]) {
        func continuation(_ shift: UInt32) -> UInt8 { UInt8(0x80 | (point >> shift) & 0x3F) }
        switch point {
        case ..<0x80:
            bytes.append(UInt8(point))
        case ..<0x800:
            bytes.append(UInt8(0xC0 | point >> 6))
            bytes.append(continuation(0))
        case ..<0x10000:
            bytes.append(UInt8(0xE0 | point >> 12))
            bytes.append(continuation(6))
            bytes.append(continuation(0))
        default:
            bytes.append(UInt8(0xF0 | (point >> 18) & 0x07))
            bytes.append(continuation(12))
            bytes.append(continuation(6))
            bytes.append(continuation(0))
        }
    }

    /// The usual notation, such as `U+00E9`.
    static func name(of point: UInt32) -> String {
        let digits = String(point, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
