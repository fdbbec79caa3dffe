#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Dates in header fields (RFC 9110, section 5.6.7), in all three forms.
enum HTTPDate {
    /// The moment that a text names: `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT` or
    /// `Sun Nov  6 08:49:37 1994`. Nil when it is none of them.
    ///
    /// - Parameter now: What years of two digits, which the second form has, are near to.
    static func date(_ text: String, now: Date) -> Date? {
        let words = text.split { $0 == " " || $0 == "," || $0 == "-" }.map { String($0) }
        guard let weekday = words.first?.prefix(3).lowercased(), weekdays.contains(weekday) else { return nil }
        switch words.count {
        case 6 where zones.contains(words[5].uppercased()):
            let dates = years(words[3]).compactMap { date(year: $0, month: words[2], day: words[1], time: words[4]) }
            // What seems to be more than 50 years ahead is past.
            return dates.first { $0.timeIntervalSince(now) <= halfCentury } ?? dates.last
        case 5:
            guard let year = number(words[4][...], in: 0...9999) else { return nil }
            return date(year: year, month: words[1], day: words[2], time: words[3])
        default:
            return nil
        }
    }

    private static let weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]
    private static let zones = ["GMT", "UTC"]
    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    private static let halfCentury: Double = 50 * 365.25 * 86_400

    private static func date(year: Int, month: String, day: String, time: String) -> Date? {
        let time = time.split(separator: ":", omittingEmptySubsequences: false)
        guard let month = months.firstIndex(of: month.lowercased()).map({ $0 + 1 }),
            let day = number(day[...], in: 1...TimestampParts.dayCount(month, year)),
            time.count == 3, let hour = number(time[0], in: 0...23), let minute = number(time[1], in: 0...59),
            let second = number(time[2], in: 0...60)
        else { return nil }
        let days = TimestampParts.daysSince1970(year: year, month: month, day: day)
        return Date(timeIntervalSince1970: Double(days * 86_400 + hour * 3600 + minute * 60 + second))
    }

    /// The years that four or two digits may mean.
    private static func years(_ text: String) -> [Int] {
        guard let year = number(text[...], in: 0...9999) else { return [] }
        return text.utf8.count == 2 ? [2000 + year, 1900 + year] : [year]
    }

    private static func number(_ text: Substring, in range: ClosedRange<Int>) -> Int? {
        guard !text.isEmpty, text.utf8.allSatisfy(Byte.isDigit), let number = Int(text), range.contains(number) else {
            return nil
        }
        return number
    }
}
