import Foundation
import SDKRuntime
import Testing

@Suite("Dates")
struct DateTests {
    @Test(
        "every form of RFC 3339 is read, and some near it",
        arguments: [
            ("1970-01-01T00:00:00Z", 0), ("2000-02-29T12:00:00Z", 951_825_600), ("1969-12-31T23:59:59Z", -1),
            ("2031-02-03T04:05:06Z", 1_927_857_906), ("2031-02-03t04:05:06z", 1_927_857_906),
            ("2031-02-03 04:05:06Z", 1_927_857_906), ("2031-02-03T04:05:06", 1_927_857_906),
            ("2031-02-03T04:05:06+02:00", 1_927_850_706), ("2031-02-03T04:05:06-0230", 1_927_866_906),
            ("2031-02-03T04:05:06.5Z", 1_927_857_906.5), ("2031-02-03T04:05:06.250+00:00", 1_927_857_906.25),
            ("2031-02-03T04:05:06.123456789Z", 1_927_857_906.123456789), ("2016-12-31T23:59:60Z", 1_483_228_800),
            ("0001-01-01T00:00:00Z", -62_135_596_800), ("9999-12-31T23:59:59Z", 253_402_300_799),
        ] as [(String, Double)]
    )
    func reading(text: String, seconds: Double) throws {
        let date = try decode(Date.self, "\"\(text)\"", mode: .strict)
        #expect(abs(date.timeIntervalSince1970 - seconds) < 1e-6)
    }

    @Test(
        "what is no date-time is the epoch and an issue",
        arguments: [
            "yesterday-ish", "", "2031-02-03", "2031-02-30T00:00:00Z", "2031-13-01T00:00:00Z", "1900-02-29T00:00:00Z",
            "2031-02-03T24:00:00Z", "2031-02-03T04:60:06Z", "2031-02-03T04:05:61Z", "2031-02-03T04:05:06ZZ",
            "2031-02-03T04:05:06+2", "2031-02-03T04:05Z", "2031-02-03T04:05:06+24:00", "-031-02-03T04:05:06Z",
            "2031-00-03T04:05:06Z", "2031-01-00T04:05:06Z", "0000-01-01T00:00:00+01:00", "２031-02-03T04:05:06Z",
        ]
    )
    func unreadable(text: String) throws {
        #expect(try decode(Date.self, "\"\(text)\"") == Date(timeIntervalSince1970: 0))
        #expect(throws: ModelDecodingError.self) { try decode(Date.self, "\"\(text)\"", mode: .strict) }
    }

    @Test(
        "dates are written in UTC, with no more digits than needed",
        arguments: [
            (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"), (-0.5, "1969-12-31T23:59:59.5Z"),
            (1_927_857_906.123456, "2031-02-03T04:05:06.123456Z"), (1_927_857_906.12, "2031-02-03T04:05:06.12Z"),
            (951_782_400, "2000-02-29T00:00:00Z"), (0.9999999, "1970-01-01T00:00:01Z"),
            (0.0000004, "1970-01-01T00:00:00Z"),
            (253_402_300_799, "9999-12-31T23:59:59Z"), (-62_167_219_200, "0000-01-01T00:00:00Z"),
        ] as [(Double, String)]
    )
    func writing(seconds: Double, text: String) throws {
        #expect(try encode(Date(timeIntervalSince1970: seconds)) == "\"\(text)\"")
    }

    @Test("the last fraction of the last second that can be written can be written again")
    func lastFraction() throws {
        let text = try encode(try decode(Date.self, "\"9999-12-31T23:59:59.9999999Z\"", mode: .strict))
        #expect(text.hasPrefix("\"9999-12-31T23:59:59.9999"))
    }

    @Test("every day of two centuries is written as it is read")
    func everyDay() throws {
        for day in -26_000..<48_000 {
            let date = Date(timeIntervalSince1970: Double(day) * 86_400)
            #expect(try decode(Date.self, encode(date), mode: .strict) == date)
        }
    }

    @Test(
        "a date that cannot be expressed is an error",
        arguments: [-62_167_219_201, 253_402_300_800, .nan, .infinity, -.infinity, 1e300]
    )
    func outOfRange(seconds: Double) {
        #expect(throws: ModelEncodingError.self) { try encode(Date(timeIntervalSince1970: seconds)) }
    }
}
