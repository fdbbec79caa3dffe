/// Walks over the digits and signs of a date, a time or a duration.
struct DigitScanner {
    private let text: UnsafeBufferPointer<UInt8>
    private(set) var index = 0

    init(_ text: UnsafeBufferPointer<UInt8>) {
        self.text = text
    }

    var isAtEnd: Bool { index == text.count }

    var next: UInt8 { index < text.count ? text[index] : 0 }

    @inline(__always)
    mutating func skip(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        index += 1
        return true
    }

    /// The letter T in either case, or a space.
    @inline(__always)
    mutating func skipSeparator() -> Bool {
        guard next | 0x20 == Byte.t || next == Byte.space else { return false }
        index += 1
        return true
    }

    /// Exactly `count` digits.
    @inline(__always)
    mutating func number(_ count: Int) -> Int? {
        guard index + count <= text.count else { return nil }
        var value = 0
        for _ in 0..<count {
            guard Byte.isDigit(text[index]) else { return nil }
            value = value * 10 + Int(text[index] - Byte.zero)
            index += 1
        }
        return value
    }

    /// The fraction in nanoseconds: zero if there is none.
    @inline(__always)
    mutating func fraction() -> Int {
        skip(Byte.period) ? digitsOfFraction() : 0
    }

    /// The digits after the point, in nanoseconds; the first nine count.
    @inline(__always)
    mutating func digitsOfFraction() -> Int {
        var nanoseconds = 0
        var weight = 100_000_000
        while Byte.isDigit(next) {
            nanoseconds += Int(next - Byte.zero) * weight
            weight /= 10
            index += 1
        }
        return nanoseconds
    }

    /// The offset from UTC in seconds: zero if there is none.
    @inline(__always)
    mutating func offset() -> Int? {
        if isAtEnd { return 0 }
        if next | 0x20 == UInt8(ascii: "z") {
            index += 1
            return 0
        }
        let sign = next
        guard sign == Byte.plus || sign == Byte.minus else { return nil }
        index += 1
        guard let hours = number(2) else { return nil }
        _ = skip(Byte.colon)
        guard let minutes = number(2), hours <= 23, minutes <= 59 else { return nil }
        return (sign == Byte.minus ? -1 : 1) * (hours * 3600 + minutes * 60)
    }
}
