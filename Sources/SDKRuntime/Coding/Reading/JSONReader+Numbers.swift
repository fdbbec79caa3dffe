extension JSONReader {
    /// Reads an integer of 64 bits, or notes an issue. `3.0` and `3e0` are integers, `3.5` is not.
    @inline(__always)
    mutating func readInt64() -> Int64 {
        let first = peek()
        var digits = position
        if first == Byte.minus { digits += 1 }
        let begin = digits
        var magnitude: UInt64 = 0
        while Byte.isDigit(digits.pointee), digits - begin < 18 {
            magnitude = magnitude &* 10 &+ UInt64(digits.pointee &- Byte.zero)
            digits += 1
        }
        let next = digits.pointee
        let isPlain = digits > begin && !Byte.isDigit(next) && next != Byte.period && next | 0x20 != Byte.e
        guard isPlain, begin.pointee != Byte.zero || digits - begin == 1 else {
            return readNumber("an integer", "a 64-bit integer") { $0.int64 } ?? 0
        }
        position = digits
        let value = Int64(truncatingIfNeeded: magnitude)
        return first == Byte.minus ? -value : value
    }

    /// Reads a double, or notes an issue.
    @inline(__always)
    mutating func readDouble() -> Double {
        let first = peek()
        var digits = position
        if first == Byte.minus { digits += 1 }
        let begin = digits
        var magnitude: UInt64 = 0
        var scale = 1.0
        while Byte.isDigit(digits.pointee), digits - begin < 15 {
            magnitude = magnitude &* 10 &+ UInt64(digits.pointee &- Byte.zero)
            digits += 1
        }
        let integerCount = digits - begin
        var isPlain = integerCount > 0 && (begin.pointee != Byte.zero || integerCount == 1)
        if digits.pointee == Byte.period {
            digits += 1
            while Byte.isDigit(digits.pointee), digits - begin <= 15 {
                magnitude = magnitude &* 10 &+ UInt64(digits.pointee &- Byte.zero)
                scale *= 10
                digits += 1
            }
            isPlain = isPlain && scale > 1
        }
        // At most 15 digits and a power of ten of at most 15: both are exact, so one division rounds correctly.
        guard isPlain, !Byte.isDigit(digits.pointee), digits.pointee | 0x20 != Byte.e else {
            return readNumber("a number", "a number in the range of Double") { $0.double } ?? 0
        }
        position = digits
        let value = Double(magnitude) / scale
        return first == Byte.minus ? -value : value
    }

    /// Reads a number and converts it, or notes that it is no number, or none that converts.
    @inline(never)
    mutating func readNumber<Value>(
        _ expected: String,
        _ convertible: @autoclosure () -> String,
        _ convert: (JSONNumber) -> Value?
    ) -> Value? {
        guard nextKind() == .number else {
            mismatch(expected)
            return nil
        }
        let first = position
        let number = scanNumber()
        if let value = convert(number) { return value }
        let shown = position - first > 40 ? "the number" : "\(number)"
        noteUnreadable("\(shown) is not \(convertible())", from: first)
        return nil
    }

    /// Reads a number that comes next; fails if it breaks the grammar.
    mutating func scanNumber() -> JSONNumber {
        guard let count = Self.numberLength(UnsafeBufferPointer(start: position, count: end - position)) else {
            failInNumber()
            return 0
        }
        let spelling = UnsafeBufferPointer(start: position, count: count)
        position += count
        return JSONNumber(checked: String(decoding: spelling, as: UTF8.self))
    }

    /// Moves over a number; fails if it breaks the grammar.
    mutating func skipNumber() {
        guard let count = Self.numberLength(UnsafeBufferPointer(start: position, count: end - position)) else {
            return failInNumber()
        }
        position += count
    }

    private mutating func failInNumber() {
        guard nextKind() == .number else { return failUnexpected() }
        fail("malformed number")
    }

    /// The length of the number that the bytes begin with (RFC 8259 section 6), or nil if they begin with none.
    static func numberLength(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var index = 0
        func byte() -> UInt8 { index < bytes.count ? bytes[index] : 0 }
        func skipDigits() -> Bool {
            let first = index
            while Byte.isDigit(byte()) { index += 1 }
            return index > first
        }
        if byte() == Byte.minus { index += 1 }
        if byte() == Byte.zero {
            index += 1
            if Byte.isDigit(byte()) { return nil }
        } else if !skipDigits() {
            return nil
        }
        if byte() == Byte.period {
            index += 1
            guard skipDigits() else { return nil }
        }
        if byte() | 0x20 == Byte.e {
            index += 1
            if byte() == Byte.plus || byte() == Byte.minus { index += 1 }
            guard skipDigits() else { return nil }
        }
        return index
    }
}
