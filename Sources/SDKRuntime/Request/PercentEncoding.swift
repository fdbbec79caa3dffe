/// Percent-encoding of URL parts (RFC 3986, section 2), byte by byte.
enum PercentEncoding {
    /// A value inside one path segment: RFC 3986's `pchar` stay bare, but for the percent sign and `escaping`.
    static func pathSegment(_ text: some StringProtocol, escaping: String = "") -> String {
        encode(text) { isPathCharacter($0) && !escaping.utf8.contains($0) }
    }

    /// A value that may span path segments and keeps its escapes: reserved expansion (RFC 6570, section 3.2.3) but for what
    /// a path cannot have.
    static func pathSegments(_ text: some StringProtocol, escaping: String = "") -> String {
        encodeKeepingEscapes(text) { byte in
            (isPathCharacter(byte) || byte == UInt8(ascii: "/")) && !escaping.utf8.contains(byte)
        }
    }

    /// A name or value in a query: only unreserved characters stay bare.
    static func queryComponent(_ text: some StringProtocol) -> String {
        encode(text, keeping: isUnreserved)
    }

    /// A name or value of a form: as `application/x-www-form-urlencoded` has it (URL Standard, section 5.2).
    static func form(_ text: some StringProtocol) -> String {
        let isKept: (UInt8) -> Bool = { ($0 != UInt8(ascii: "~") && isUnreserved($0)) || $0 == UInt8(ascii: "*") }
        return encode(text, space: UInt8(ascii: "+"), keeping: isKept)
    }

    /// A value in a query that keeps its reserved characters and escapes (RFC 6570, section 3.2.3), but for those that a
    /// query cannot have, that would end the value, and a plus sign, which servers take for a space.
    static func reservedQueryValue(_ text: some StringProtocol) -> String {
        encodeKeepingEscapes(text) { isUnreserved($0) || ":/?@!$'()*,;=".utf8.contains($0) }
    }

    private static func encodeKeepingEscapes(_ text: some StringProtocol, keeping isKept: (UInt8) -> Bool) -> String {
        var parts = text.split(separator: "%", omittingEmptySubsequences: false)[...]
        var encoded = encode(parts.popFirst() ?? "", keeping: isKept)
        for part in parts {
            let isEscape = part.utf8.count >= 2 && part.utf8.prefix(2).allSatisfy(isHexDigit)
            encoded += (isEscape ? "%" : "%25") + encode(part, keeping: isKept)
        }
        return encoded
    }

    /// Fixed text of a path: existing escapes and slashes stay.
    static func literalPath(_ text: some StringProtocol) -> String {
        encode(text) { isPathCharacter($0) || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "%") }
    }

    /// Fixed text of a query: existing escapes and delimiters stay.
    static func literalQuery(_ text: some StringProtocol) -> String {
        encode(text) {
            isPathCharacter($0) || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "%")
        }
    }

    /// The text that a percent-encoded one stands for. Malformed escapes stay as they are.
    static func decode(_ text: some StringProtocol) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
        var decoded: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let high = hexValue(rest[rest.startIndex]), let low = hexValue(rest[rest.startIndex + 1])
            {
                decoded.append(high << 4 | low)
                rest = rest.dropFirst(2)
            } else {
                decoded.append(byte)
            }
        }
        return String(decoding: decoded, as: UTF8.self)
    }

    /// - Parameter space: What a space is written as; nil: it is percent-encoded.
    private static func encode(
        _ text: some StringProtocol,
        space: UInt8? = nil,
        keeping isKept: (UInt8) -> Bool
    ) -> String {
        let bytes = text.utf8
        guard !bytes.allSatisfy(isKept) else { return String(text) }
        let digits = Array("0123456789ABCDEF".utf8)
        var encoded: [UInt8] = []
        encoded.reserveCapacity(bytes.count * 3)
        for byte in bytes {
            if isKept(byte) {
                encoded.append(byte)
            } else if byte == UInt8(ascii: " "), let space {
                encoded.append(space)
            } else {
                encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 0xF)]]
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }

    static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
            true
        default:
            false
        }
    }

    private static func isPathCharacter(_ byte: UInt8) -> Bool {
        isUnreserved(byte) || "!$&'()*+,;=:@".utf8.contains(byte)
    }

    static func isHexDigit(_ byte: UInt8) -> Bool {
        hexValue(byte) != nil
    }

    private static func hexValue(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
