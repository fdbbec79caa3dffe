import Foundation
import SDKRuntime
import Testing

@Suite("Strings of a form")
struct FormattedStringTests {
    @Test(
        "calendar days",
        arguments: [
            ("2031-02-03", 2031, 2, 3), ("2000-02-29", 2000, 2, 29), ("0000-01-01", 0, 1, 1),
            ("9999-12-31", 9999, 12, 31),
        ]
    )
    func dates(text: String, year: Int, month: Int, day: Int) throws {
        let date = try decode(CalendarDate.self, "\"\(text)\"", mode: .strict)
        #expect(date == CalendarDate(year: year, month: month, day: day))
        #expect(date == CalendarDate(text))
        #expect(date.description == text)
        #expect(date.dateComponents == DateComponents(year: year, month: month, day: day))
        #expect(try encode(date) == "\"\(text)\"")
    }

    @Test(
        "what is no day is an issue",
        arguments: [
            "", "2031-02-30", "1900-02-29", "2031-13-01", "2031-00-01", "2031-01-00", "2031-2-3", "20310203",
            "2031-02-03T00:00:00Z", " 2031-02-03", "２031-02-03", "-031-02-03",
        ]
    )
    func noDates(text: String) throws {
        #expect(CalendarDate(text) == nil)
        let result = try ModelDecoder().decodeListingIssues(CalendarDate.self, from: Data("\"\(text)\"".utf8))
        #expect(result.value == CalendarDate(year: 1970, month: 1, day: 1))
        #expect(result.issues.map(\.reason) == ["\"\(text)\" is not a date"])
    }

    @Test("days are ordered")
    func order() {
        let days = ["2031-02-03", "2030-12-31", "2031-01-31", "2031-02-01"].compactMap { CalendarDate($0) }
        #expect(days.sorted().map(\.description) == ["2030-12-31", "2031-01-31", "2031-02-01", "2031-02-03"])
    }

    @Test("values without a text cannot be written")
    func invalid() {
        #expect(throws: ModelEncodingError.self) { try encode(CalendarDate(year: 2031, month: 2, day: 29)) }
        #expect(throws: ModelEncodingError.self) { try encode(CalendarDate(year: -1, month: 2, day: 1)) }
        #expect(throws: ModelEncodingError.self) { try encode(TimeOfDay(hour: 24, minute: 0)) }
        #expect(throws: ModelEncodingError.self) { try encode(TimeOfDay(hour: 0, minute: 0, offset: .min)) }
        #expect(throws: ModelEncodingError.self) { try encode(CalendarDuration(days: -1)) }
        #expect(throws: ModelEncodingError.self) { try encode(CalendarDuration(nanoseconds: 1_000_000_000)) }
        #expect(throws: EncodingError.self) { try JSONEncoder().encode([CalendarDate(year: 2031, month: 2, day: 29)]) }
    }

    @Test(
        "times of day keep their spelling",
        arguments: [
            ("04:05:06", [4, 5, 6, 0], nil), ("23:59:60Z", [23, 59, 60, 0], 0),
            ("04:05:06.250+02:00", [4, 5, 6, 250_000_000], 120),
            ("04:05:06.1234567891z", [4, 5, 6, 123_456_789], 0), ("04:05:06-0230", [4, 5, 6, 0], -150),
            ("04:05", [4, 5, 0, 0], nil), ("00:00:00-00:00", [0, 0, 0, 0], 0),
        ] as [(String, [Int], Int?)]
    )
    func times(text: String, parts: [Int], offset: Int?) throws {
        let time = try decode(TimeOfDay.self, "\"\(text)\"", mode: .strict)
        #expect([time.hour, time.minute, time.second, time.nanosecond] == parts)
        #expect(time.offset == offset)
        #expect(try encode(time) == "\"\(text)\"")
    }

    @Test(
        "what is no time is an issue",
        arguments: ["", "24:00:00", "04:60:00", "04:05:61", "4:05:06", "04:05:06+2", "04:05:06ZZ", "04", "04:05:06 "]
    )
    func noTimes(text: String) throws {
        #expect(TimeOfDay(text) == nil)
        #expect(throws: ModelDecodingError.self) { try decode(TimeOfDay.self, "\"\(text)\"", mode: .strict) }
    }

    @Test("times that are made have a spelling of their own")
    func madeTimes() {
        #expect(TimeOfDay(hour: 4, minute: 5).description == "04:05:00")
        #expect(
            TimeOfDay(hour: 4, minute: 5, second: 6, nanosecond: 70_000_000, offset: -90).description
                == "04:05:06.07-01:30"
        )
        #expect(TimeOfDay(hour: 4, minute: 5, offset: 0) == TimeOfDay("04:05:00Z"))
    }

    @Test(
        "durations keep their spelling",
        arguments: [
            ("P1Y2M10DT2H30M", [1, 2, 0, 10, 2, 30, 0, 0]), ("P3W", [0, 0, 3, 0, 0, 0, 0, 0]),
            ("PT0S", [0, 0, 0, 0, 0, 0, 0, 0]), ("PT1M", [0, 0, 0, 0, 0, 1, 0, 0]), ("P1M", [0, 1, 0, 0, 0, 0, 0, 0]),
            ("PT1.5S", [0, 0, 0, 0, 0, 0, 1, 500_000_000]), ("PT0,25S", [0, 0, 0, 0, 0, 0, 0, 250_000_000]),
            ("P1YT5S", [1, 0, 0, 0, 0, 0, 5, 0]), ("+P0001D", [0, 0, 0, 1, 0, 0, 0, 0]),
            ("P9223372036854775807D", [0, 0, 0, .max, 0, 0, 0, 0]),
        ]
    )
    func durations(text: String, parts: [Int]) throws {
        let duration = try decode(CalendarDuration.self, "\"\(text)\"", mode: .strict)
        let dates = [duration.years, duration.months, duration.weeks, duration.days]
        #expect(dates + [duration.hours, duration.minutes, duration.seconds, duration.nanoseconds] == parts)
        #expect(!duration.isNegative)
        #expect(try encode(duration) == "\"\(text)\"")
    }

    @Test(
        "what is no duration is an issue",
        arguments: [
            "", "P", "PT", "P1", "1D", "P1DT", "P1H", "PT1D", "P1D1Y", "PT1M1H", "P1.5D", "PT1.S", "PT.5S", "P-1D",
            "P1Y1Y",
            "P9223372036854775808D", "PT1S ", "p1d", "P1S\u{0}",
        ]
    )
    func noDurations(text: String) throws {
        #expect(CalendarDuration(text) == nil)
        let json = JSONValue.string(text).description
        #expect(throws: ModelDecodingError.self) { try decode(CalendarDuration.self, json, mode: .strict) }
    }

    @Test("durations that are made have a spelling of their own")
    func madeDurations() {
        #expect(CalendarDuration().description == "PT0S")
        #expect(CalendarDuration(isNegative: true, years: 1, days: 2, minutes: 3).description == "-P1Y2DT3M")
        #expect(CalendarDuration(weeks: 2, nanoseconds: 5_000_000).description == "P2WT0.005S")
        #expect(CalendarDuration("-P1D")?.isNegative == true)
    }

    @Test("Foundation's coders write and read the text")
    func foundation() throws {
        let data = Data(#"["2031-02-03"]"#.utf8)
        let dates = try JSONDecoder().decode([CalendarDate].self, from: data)
        #expect(dates == [CalendarDate(year: 2031, month: 2, day: 3)])
        #expect(try JSONEncoder().encode(dates) == data)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([CalendarDuration].self, from: Data(#"["a while"]"#.utf8))
        }
    }
}
