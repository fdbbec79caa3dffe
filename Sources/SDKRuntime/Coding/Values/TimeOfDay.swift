/// A time of day, with or without an offset from UTC: `04:05:06` or `04:05:06.5+02:00` (RFC 3339, section 5.6,
/// `partial-time` and `full-time`). A text without seconds, `04:05`, is read as well.
///
/// A time keeps the spelling it was received in, and two times are equal when their spellings are: `04:05:06Z` and
/// `04:05:06.0Z` differ.
public struct TimeOfDay: FormattedString {
    /// The hour, from 0 to 23.
    public let hour: Int
    /// The minute, from 0 to 59.
    public let minute: Int
    /// The second, from 0 to 59, or 60 for a leap second.
    public let second: Int
    /// The fraction of the second in nanoseconds. Further digits stay in the spelling only.
    public let nanosecond: Int
    /// The offset from UTC in minutes, zero for `Z`; nil for a local time.
    public let offset: Int?
    /// The time as it was received, or as it is written.
    public let description: String

    /// A time. One that no clock shows, such as 25 o'clock, cannot be written.
    ///
    /// - Parameters:
    ///   - hour: The hour, 0 to 23.
    ///   - minute: The minute, 0 to 59.
    ///   - second: The second, 0 to 59, or 60 in a leap second.
    ///   - nanosecond: The part of the second, 0 to 999,999,999.
    ///   - offset: The offset from UTC in minutes; nil for a local time.
    public init(hour: Int, minute: Int, second: Int = 0, nanosecond: Int = 0, offset: Int? = nil) {
        self.hour = hour
        self.minute = minute
        self.second = second
        self.nanosecond = nanosecond
        self.offset = offset
        description =
            "\(hour.padded(to: 2)):\(minute.padded(to: 2)):\(second.padded(to: 2))"
            + Self.fraction(nanosecond) + (offset.map(Self.zone) ?? "")
    }

    /// The time that a text names, or nil if it names none.
    public init?(_ text: String) {
        var text = text
        let time = text.withUTF8 { utf8 -> (hour: Int, minute: Int, second: Int, nanosecond: Int, offset: Int?)? in
            var scanner = DigitScanner(utf8)
            guard let hour = scanner.number(2), scanner.skip(Byte.colon), let minute = scanner.number(2) else {
                return nil
            }
            var (second, nanosecond) = (0, 0)
            if scanner.skip(Byte.colon) {
                guard let seconds = scanner.number(2) else { return nil }
                (second, nanosecond) = (seconds, scanner.fraction())
            }
            if scanner.isAtEnd { return (hour, minute, second, nanosecond, nil) }
            guard let offset = scanner.offset(), scanner.isAtEnd else { return nil }
            return (hour, minute, second, nanosecond, offset / 60)
        }
        guard let time else { return nil }
        (hour, minute, second, nanosecond, offset) = time
        description = text
        guard isValid else { return nil }
    }

    /// Whether a clock shows such a time.
    public var isValid: Bool {
        (0...23).contains(hour) && (0...59).contains(minute) && (0...60).contains(second)
            && (0...999_999_999).contains(nanosecond) && (offset.map { (-1439...1439).contains($0) } ?? true)
    }

    /// 00:00:00.
    public static var emptyValue: TimeOfDay { TimeOfDay(hour: 0, minute: 0) }

    /// `a time`
    public static var formName: String { "a time" }

    /// A fraction of a second as `.5`; nothing for zero.
    static func fraction(_ nanosecond: Int) -> String {
        guard nanosecond != 0 else { return "" }
        var digits = nanosecond.padded(to: 9)
        while digits.last == "0" { digits.removeLast() }
        return ".\(digits)"
    }

    private static func zone(_ offset: Int) -> String {
        guard offset != 0 else { return "Z" }
        let minutes = Int(offset.magnitude % 60)
        let hours = Int(clamping: offset.magnitude / 60)
        return "\(offset < 0 ? "-" : "+")\(hours.padded(to: 2)):\(minutes.padded(to: 2))"
    }
}
