/// The YAML 1.2 core schema: what a plain scalar's text means (YAML 1.2.2, section 10.3.2).
enum CoreSchema {
    /// The kind of a plain scalar without a tag.
    static func kind(of bytes: [UInt8], in range: Range<Int>) -> YAMLNode.Kind {
        guard let first = range.isEmpty ? nil : bytes[range.lowerBound] else { return .null }
        switch first {
        case UInt8(ascii: "~"):
            return range.count == 1 ? .null : .string
        case UInt8(ascii: "n"), UInt8(ascii: "N"):
            return isWord(bytes[range], "null") ? .null : .string
        case UInt8(ascii: "t"), UInt8(ascii: "T"):
            return isWord(bytes[range], "true") ? .bool : .string
        case UInt8(ascii: "f"), UInt8(ascii: "F"):
            return isWord(bytes[range], "false") ? .bool : .string
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
            return numberKind(of: bytes[range]) ?? .string
        default:
            return .string
        }
    }

    /// Whether a text is a word in lower case, capitalized or in upper case, but not mixed.
    private static func isWord(_ text: ArraySlice<UInt8>, _ word: String) -> Bool {
        let caseBit: UInt8 = 0x20
        guard text.elementsEqual(word.utf8, by: { $0 | caseBit == $1 }) else { return false }
        let rest = text.dropFirst()
        if rest.allSatisfy({ $0 & caseBit != 0 }) { return true }
        return text.allSatisfy { $0 & caseBit == 0 }
    }

    private static func numberKind(of text: ArraySlice<UInt8>) -> YAMLNode.Kind? {
        if let radix = prefixedRadix(of: text) {
            let digits = text.dropFirst(2)
            let isInteger = !digits.isEmpty && digits.allSatisfy { ($0.hexadecimalValue ?? .max) < radix }
            return isInteger ? .integer : nil
        }
        var rest = text
        let isSigned = rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-")
        if isSigned { rest.removeFirst() }
        if rest.first == UInt8(ascii: "."), isWord(rest.dropFirst(), "inf") { return .float }
        if !isSigned, rest.first == UInt8(ascii: "."), isNotANumber(rest.dropFirst()) { return .float }

        let wholeDigits = removeDigits(from: &rest)
        if rest.isEmpty { return wholeDigits > 0 ? .integer : nil }
        var fractionDigits = 0
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            fractionDigits = removeDigits(from: &rest)
        }
        guard wholeDigits + fractionDigits > 0 else { return nil }
        if let exponent = rest.first, exponent | 0x20 == UInt8(ascii: "e") {
            rest.removeFirst()
            if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest.removeFirst() }
            guard removeDigits(from: &rest) > 0 else { return nil }
        }
        return rest.isEmpty ? .float : nil
    }

    private static func isNotANumber(_ text: ArraySlice<UInt8>) -> Bool {
        ["nan", "NaN", "NAN"].contains { text.elementsEqual($0.utf8) }
    }

    private static func removeDigits(from text: inout ArraySlice<UInt8>) -> Int {
        let count = text.prefix { $0.isDigit }.count
        text.removeFirst(count)
        return count
    }

    /// 8 for `0o`, 16 for `0x`; nil for decimal numbers.
    private static func prefixedRadix(of text: ArraySlice<UInt8>) -> UInt32? {
        guard text.first == UInt8(ascii: "0") else { return nil }
        switch text.dropFirst().first {
        case UInt8(ascii: "o"): return 8
        case UInt8(ascii: "x"): return 16
        default: return nil
        }
    }

    // MARK: Values

    /// The value of an integer's text; nil when it does not fit.
    static func integer(_ text: ArraySlice<UInt8>) -> Int? {
        if let radix = prefixedRadix(of: text) {
            return Int(String(decoding: text.dropFirst(2), as: UTF8.self), radix: Int(radix))
        }
        return Int(String(decoding: text, as: UTF8.self))
    }

    /// The nearest value of an integer's or a float's text.
    static func double(_ text: ArraySlice<UInt8>) -> Double? {
        if let radix = prefixedRadix(of: text) {
            return text.dropFirst(2).reduce(0) { $0 * Double(radix) + Double($1.hexadecimalValue ?? 0) }
        }
        let isNegative = text.first == UInt8(ascii: "-")
        switch String(decoding: text, as: UTF8.self).lowercased().drop(while: { $0 == "+" || $0 == "-" }) {
        case ".inf": return isNegative ? -.infinity : .infinity
        case ".nan": return .nan
        case let digits:
            return Double(digits).map { isNegative ? -$0 : $0 }
        }
    }
}
