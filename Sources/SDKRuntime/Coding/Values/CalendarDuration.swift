/// A duration in units of the calendar, such as `P1Y2M10DT2H30M` (ISO 8601, with the grammar of RFC 3339, appendix A).
///
/// How long a month is depends on when it begins, so this is no number of seconds. Beyond the appendix, a sign, a
/// fraction of the seconds, weeks beside other units, and units left out in between are read.
///
/// A duration keeps the spelling it was received in, and two durations are equal when their spellings are: `PT60S` and
/// `PT1M` differ.
public struct CalendarDuration: FormattedString {
    /// Whether the duration goes back in time: it begins with a minus sign.
    public let isNegative: Bool
    /// The number of years.
    public let years: Int
    /// The number of months.
    public let months: Int
    /// The number of weeks.
    public let weeks: Int
    /// The number of days.
    public let days: Int
    /// The number of hours.
    public let hours: Int
    /// The number of minutes.
    public let minutes: Int
    /// The number of whole seconds.
    public let seconds: Int
    /// The fraction of the seconds in nanoseconds. Further digits stay in the spelling only.
    public let nanoseconds: Int
    /// The duration as it was received, or as it is written.
    public let description: String

    /// A duration. One with a negative number cannot be written: the sign belongs to the whole.
    public init(
        isNegative: Bool = false,
        years: Int = 0,
        months: Int = 0,
        weeks: Int = 0,
        days: Int = 0,
        hours: Int = 0,
        minutes: Int = 0,
        seconds: Int = 0,
        nanoseconds: Int = 0
    ) {
        self.isNegative = isNegative
        self.years = years
        self.months = months
        self.weeks = weeks
        self.days = days
        self.hours = hours
        self.minutes = minutes
        self.seconds = seconds
        self.nanoseconds = nanoseconds
        let date = [(years, "Y"), (months, "M"), (weeks, "W"), (days, "D")]
        var time = [(hours, "H"), (minutes, "M")].filter { $0.0 != 0 }.map { "\($0.0)\($0.1)" }.joined()
        if seconds != 0 || nanoseconds != 0 { time += "\(seconds)\(TimeOfDay.fraction(nanoseconds))S" }
        let text = date.filter { $0.0 != 0 }.map { "\($0.0)\($0.1)" }.joined() + (time.isEmpty ? "" : "T\(time)")
        description = (isNegative ? "-P" : "P") + (text.isEmpty ? "T0S" : text)
    }

    /// The duration that a text names, or nil if it names none, or a number beyond 64 bits.
    public init?(_ text: String) {
        var text = text
        guard let parts = text.withUTF8({ DurationParts($0) }) else { return nil }
        isNegative = parts.isNegative
        years = parts[.years]
        months = parts[.months]
        weeks = parts[.weeks]
        days = parts[.days]
        hours = parts[.hours]
        minutes = parts[.minutes]
        seconds = parts[.seconds]
        nanoseconds = parts.nanoseconds
        description = text
    }

    /// Whether no number is negative, and the fraction less than a second.
    public var isValid: Bool {
        [years, months, weeks, days, hours, minutes, seconds].allSatisfy { $0 >= 0 }
            && (0...999_999_999).contains(nanoseconds)
    }

    /// PT0S.
    public static var emptyValue: CalendarDuration { CalendarDuration() }

    /// `a duration`
    public static var formName: String { "a duration" }
}

/// The numbers of a duration, as they are read from its text.
private struct DurationParts {
    enum Unit: Int {
        case years, months, weeks, days, hours, minutes, seconds

        /// The unit with that letter, before or after the `T`.
        init?(_ letter: UInt8, isTime: Bool) {
            switch (letter, isTime) {
            case (UInt8(ascii: "Y"), false): self = .years
            case (UInt8(ascii: "M"), false): self = .months
            case (UInt8(ascii: "W"), false): self = .weeks
            case (UInt8(ascii: "D"), false): self = .days
            case (UInt8(ascii: "H"), true): self = .hours
            case (UInt8(ascii: "M"), true): self = .minutes
            case (UInt8(ascii: "S"), true): self = .seconds
            default: return nil
            }
        }
    }

    private(set) var isNegative = false
    private(set) var nanoseconds = 0
    private var numbers = [Int](repeating: 0, count: 7)

    subscript(unit: Unit) -> Int { numbers[unit.rawValue] }

    init?(_ text: UnsafeBufferPointer<UInt8>) {
        var scanner = DigitScanner(text)
        isNegative = scanner.skip(Byte.minus)
        if !isNegative { _ = scanner.skip(Byte.plus) }
        guard scanner.skip(UInt8(ascii: "P")) else { return nil }
        var isTime = false
        var last: Unit?
        while !scanner.isAtEnd {
            if !isTime, scanner.skip(UInt8(ascii: "T")) {
                // The letter promises a time.
                guard !scanner.isAtEnd else { return nil }
                isTime = true
            }
            guard let number = scanner.number() else { return nil }
            let hasFraction = scanner.next == Byte.period || scanner.next == Byte.comma
            if hasFraction {
                guard let fraction = scanner.durationFraction() else { return nil }
                nanoseconds = fraction
            }
            guard let unit = Unit(scanner.next, isTime: isTime), scanner.skip(scanner.next),
                unit.rawValue > last?.rawValue ?? -1, unit == .seconds || !hasFraction
            else { return nil }
            numbers[unit.rawValue] = number
            last = unit
        }
        guard last != nil else { return nil }
    }
}

extension DigitScanner {
    /// At least one digit; nil also for a number beyond 64 bits.
    fileprivate mutating func number() -> Int? {
        guard Byte.isDigit(next) else { return nil }
        var value = 0
        while Byte.isDigit(next) {
            let (tens, isBeyond) = value.multipliedReportingOverflow(by: 10)
            let (sum, isFar) = tens.addingReportingOverflow(Int(next - Byte.zero))
            guard !isBeyond, !isFar, skip(next) else { return nil }
            value = sum
        }
        return value
    }

    /// A fraction after a point or a comma, in nanoseconds; nil without a digit.
    fileprivate mutating func durationFraction() -> Int? {
        guard skip(Byte.period) || skip(Byte.comma), Byte.isDigit(next) else { return nil }
        return digitsOfFraction()
    }
}
