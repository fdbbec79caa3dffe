#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension JSONNumber {
    /// The number as a signed integer, or nil if it has a fraction or does not fit; `3.0` and `3e0` are 3.
    public var int64: Int64? {
        if let plainInteger { return plainInteger }
        guard let digits = integralDigits else { return nil }
        return Int64(digits)
    }

    /// The number as an unsigned integer, or nil if it is negative, has a fraction or does not fit.
    public var uint64: UInt64? {
        if let plainInteger { return UInt64(exactly: plainInteger) }
        guard let digits = integralDigits else { return nil }
        return UInt64(digits == "-0" ? "0" : digits)
    }

    /// The nearest double, or nil if the number is beyond the range of `Double`.
    public var double: Double? {
        if let plainInteger { return Double(plainInteger) }
        guard let value = Double(spelling), value.isFinite else { return nil }
        return value
    }

    /// The number as a decimal, or nil if it has more than 38 significant digits or is out of the range of `Decimal`.
    public var decimal: Decimal? {
        if let plainInteger { return Decimal(plainInteger) }
        guard isFinite else { return nil }
        let parts = DecimalParts(spelling)
        guard parts.digits.count <= 38, (-127...127).contains(parts.exponent) else { return nil }
        guard let value = Decimal(string: parts.spelling), value.isFinite else { return nil }
        return value
    }

    /// The digits of a number without a fraction, with the sign; nil if there is a fraction or more than 40 digits.
    private var integralDigits: String? {
        guard isFinite else { return nil }
        let parts = DecimalParts(spelling)
        guard parts.exponent >= 0, parts.digits.count + parts.exponent <= 40 else { return nil }
        return parts.sign + String(decoding: parts.digits, as: UTF8.self)
            + String(repeating: "0", count: parts.exponent)
    }
}

/// A spelled number taken apart: sign, significant digits without zeros at either end, and a power of ten.
private struct DecimalParts {
    var sign = ""
    var digits: [UInt8] = []
    var exponent = 0

    init(_ spelling: String) {
        var isFraction = false
        var exponentText = ""
        for byte in spelling.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9") where exponentText.isEmpty:
                digits.append(byte)
                if isFraction { exponent -= 1 }
            case UInt8(ascii: "."):
                isFraction = true
            case UInt8(ascii: "-") where exponentText.isEmpty && digits.isEmpty:
                sign = "-"
            case UInt8(ascii: "e"), UInt8(ascii: "E"):
                exponentText = "e"
            default:
                exponentText.unicodeScalars.append(Unicode.Scalar(byte))
            }
        }
        // A power of ten too long for an integer is as good as the limit: nothing converts either way.
        let limit = exponentText.hasPrefix("e-") ? -1_000_000_000 : 1_000_000_000
        let power = exponentText.isEmpty ? 0 : Int(exponentText.dropFirst()) ?? limit
        exponent += max(-1_000_000_000, min(1_000_000_000, power))
        let zeros = digits.reversed().prefix { $0 == UInt8(ascii: "0") }.count
        digits.removeLast(zeros)
        exponent += zeros
        digits.removeFirst(digits.prefix { $0 == UInt8(ascii: "0") }.count)
        if digits.isEmpty {
            digits = [UInt8(ascii: "0")]
            exponent = 0
        }
    }

    var spelling: String { "\(sign)\(String(decoding: digits, as: UTF8.self))e\(exponent)" }
}
