#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A moment in UTC, taken apart into what RFC 3339 writes.
///
/// Foundation's parser differs from release to release in what it accepts, and is slow; so this one is our own. Accepted
/// are the letters in either case, a space instead of `T`, any number of fraction digits (the first nine count), an
/// offset with or without colon, and a missing offset, which means UTC.
struct TimestampParts {
    /// The length of the longest timestamp that is written.
    static let maximumLength = 27

    private var year: Int
    private var month: Int
    private var day: Int
    private var secondOfDay: Int
    private var microseconds: Int
}

// MARK: - Writing

extension TimestampParts {
    /// The moment, rounded to microseconds; nil outside the years 0 to 9999.
    init?(_ date: Date) {
        // Counting from 2001, as Date itself does, loses no precision.
        let interval = date.timeIntervalSinceReferenceDate
        guard abs(interval) < 1e12 else { return nil }
        var seconds = Int(interval.rounded(.down))
        microseconds = Int(((interval - Double(seconds)) * 1_000_000).rounded())
        if microseconds == 1_000_000 {
            seconds += 1
            microseconds = 0
        }
        seconds += Int(Date.timeIntervalBetween1970AndReferenceDate)
        let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
        secondOfDay = seconds - days * 86_400
        (year, month, day) = Self.civilDate(daysSince1970: days)
        guard (0...9999).contains(year) else { return nil }
    }

    /// Writes `2031-02-03T04:05:06.5Z` and returns its length; the fraction is left out if it is zero.
    func write(to output: UnsafeMutablePointer<UInt8>) -> Int {
        func put(_ value: Int, at index: Int, count: Int) {
            var rest = value
            for position in stride(from: index + count - 1, through: index, by: -1) {
                output[position] = Byte.zero + UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            }
        }
        put(year, at: 0, count: 4)
        output[4] = Byte.minus
        put(month, at: 5, count: 2)
        output[7] = Byte.minus
        put(day, at: 8, count: 2)
        output[10] = UInt8(ascii: "T")
        put(secondOfDay / 3600, at: 11, count: 2)
        output[13] = Byte.colon
        put(secondOfDay / 60 % 60, at: 14, count: 2)
        output[16] = Byte.colon
        put(secondOfDay % 60, at: 17, count: 2)
        var length = 19
        if microseconds > 0 {
            output[19] = Byte.period
            put(microseconds, at: 20, count: 6)
            length = 26
            while output[length - 1] == Byte.zero { length -= 1 }
        }
        output[length] = UInt8(ascii: "Z")
        return length + 1
    }

    /// Howard Hinnant's `civil_from_days`: years begin in March, so that the leap day is the last of the year.
    private static func civilDate(daysSince1970 days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }
}

// MARK: - Reading

extension TimestampParts {
    /// The moment that a timestamp names, or nil if it is none.
    @inline(__always)
    static func date(_ text: UnsafeBufferPointer<UInt8>) -> Date? {
        var scanner = DigitScanner(text)
        guard let year = scanner.number(4), scanner.skip(Byte.minus),
            let month = scanner.number(2), scanner.skip(Byte.minus),
            let day = scanner.number(2), (1...12).contains(month), day >= 1, day <= dayCount(month, year),
            scanner.skipSeparator(),
            let hour = scanner.number(2), scanner.skip(Byte.colon),
            let minute = scanner.number(2), scanner.skip(Byte.colon),
            let second = scanner.number(2), hour <= 23, minute <= 59, second <= 60
        else { return nil }
        let nanoseconds = scanner.fraction()
        guard let offset = scanner.offset(), scanner.isAtEnd else { return nil }
        let days = daysSince1970(year: year, month: month, day: day)
        let seconds = days * 86_400 + hour * 3600 + minute * 60 + second - offset
        // An offset may lead out of the years that can be written back.
        guard (-62_167_219_200...253_402_300_799).contains(seconds) else { return nil }
        let sinceReference = Double(seconds - Int(Date.timeIntervalBetween1970AndReferenceDate))
        // The last fraction of the year 9999 must not round up into a year that cannot be written.
        let interval = min(sinceReference + Double(nanoseconds) / 1e9, endOfYears.nextDown)
        return Date(timeIntervalSinceReferenceDate: interval)
    }

    /// The first second of the year 10000.
    private static var endOfYears: Double { 253_402_300_800 - Date.timeIntervalBetween1970AndReferenceDate }

    /// The number of days of a month in the Gregorian calendar.
    @inline(__always)
    static func dayCount(_ month: Int, _ year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Howard Hinnant's `days_from_civil`.
    @inline(__always)
    static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }
}
