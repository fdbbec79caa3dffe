#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension JSONWriter {
    @inline(__always)
    mutating func write(_ value: some FixedWidthInteger) {
        writeInteger(UInt64(truncatingIfNeeded: value.magnitude), isNegative: value < 0)
    }

    private mutating func writeInteger(_ magnitude: UInt64, isNegative: Bool) {
        append(atMost: 21) { output in
            var count = isNegative ? 2 : 1
            var rest = magnitude
            while rest >= 10 {
                rest /= 10
                count += 1
            }
            rest = magnitude
            for index in stride(from: count - 1, through: isNegative ? 1 : 0, by: -1) {
                output[index] = Byte.zero + UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            }
            if isNegative { output[0] = Byte.minus }
            return count
        }
    }

    /// Writes a double in its shortest spelling; a double without a fraction is written as an integer.
    mutating func write(_ value: Double) {
        guard value.isFinite else { return fail("\(value) is not a JSON number") }
        if abs(value) < 0x1p53, value == value.rounded(.towardZero), !(value == 0 && value.sign == .minus) {
            write(Int64(value))
        } else {
            writeSpelling(value.description)
        }
    }

    /// Writes a number with its spelling.
    mutating func write(_ number: JSONNumber) {
        if let integer = number.plainInteger { return write(integer) }
        guard number.isFinite else { return fail("\(number) is not a JSON number") }
        writeSpelling(number.spelling)
    }

    mutating func writeSpelling(_ spelling: String) {
        var spelling = spelling
        spelling.withUTF8 { utf8 in
            if let start = utf8.baseAddress { append(start, count: utf8.count) }
        }
    }

    /// Writes a date in UTC (RFC 3339); only the years 0 to 9999 can be written.
    mutating func write(_ date: Date) {
        guard let parts = TimestampParts(date) else {
            return fail("the date is outside the years 0 to 9999, which a timestamp can express")
        }
        append(atMost: TimestampParts.maximumLength + 2) { output in
            output[0] = Byte.quote
            let count = parts.write(to: output + 1)
            output[count + 1] = Byte.quote
            return count + 2
        }
    }
}
