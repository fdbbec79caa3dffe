#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A day of the Gregorian calendar without a time or a time zone: `2031-02-03` (RFC 3339, section 5.6, `full-date`).
///
/// ```swift
/// let day = CalendarDate(year: 2031, month: 2, day: 3)
/// ```
public struct CalendarDate: FormattedString {
    /// The year, from 0 to 9999.
    public var year: Int
    /// The month, from 1 to 12.
    public var month: Int
    /// The day of the month, from 1.
    public var day: Int

    /// A day. One that the calendar does not have, such as 30 February, cannot be written.
    public init(year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// The day that a text names as `2031-02-03`, or nil if it names none.
    public init?(_ text: String) {
        var text = text
        let date = text.withUTF8 { utf8 -> CalendarDate? in
            var scanner = DigitScanner(utf8)
            guard let year = scanner.number(4), scanner.skip(Byte.minus),
                let month = scanner.number(2), scanner.skip(Byte.minus),
                let day = scanner.number(2), scanner.isAtEnd
            else { return nil }
            return CalendarDate(year: year, month: month, day: day)
        }
        guard let date, date.isValid else { return nil }
        self = date
    }

    /// Whether the calendar has such a day, in a year from 0 to 9999.
    public var isValid: Bool {
        (0...9999).contains(year) && (1...12).contains(month)
            && (1...TimestampParts.dayCount(month, year)).contains(day)
    }

    /// The day as `2031-02-03`.
    public var description: String {
        "\(year.padded(to: 4))-\(month.padded(to: 2))-\(day.padded(to: 2))"
    }

    /// The day for a `Calendar`, which makes a `Date` of it in some time zone.
    public var dateComponents: DateComponents {
        DateComponents(year: year, month: month, day: day)
    }

    /// 1970-01-01.
    public static var emptyValue: CalendarDate { CalendarDate(year: 1970, month: 1, day: 1) }

    /// `a date`
    public static var formName: String { "a date" }
}

extension CalendarDate: Comparable {
    /// Whether a day comes before another.
    public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}

extension Int {
    /// The digits with leading zeros up to a width.
    func padded(to width: Int) -> String {
        let digits = "\(magnitude)"
        return (self < 0 ? "-" : "") + String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
    }
}
