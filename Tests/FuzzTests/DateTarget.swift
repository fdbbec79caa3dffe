import Foundation
import TestSupport

@testable import SDKRuntime

/// Timestamps, dates, times and durations, and the identifiers that are strings of a form as well.
struct DateTarget: FuzzTarget {
    let name = "dates"

    let seeds = [
        "2031-02-03T04:05:06Z", "2031-02-03t04:05:06.123456789+02:30", "2031-02-03 04:05:06", "2000-02-29",
        "0000-01-01",
        "9999-12-31T23:59:59.999999Z", "04:05:06.5-11:00", "04:05", "P1Y2M3W4DT5H6M7.5S", "-PT0S", "P1W", "1900-02-29",
        "123e4567-e89b-12d3-a456-426614174000",
    ].map { Array($0.utf8) }

    let dictionary = [
        "T", "Z", ":", "-", "+", ".", "00", "99", "60", "24", "2031", "-02-", "P", "PT", "S", "M",
        "9223372036854775808",
        "999999999999", " ", "é", "t", "z", ",",
    ]

    func check(_ input: [UInt8], _ generator: inout SeededGenerator) throws {
        let text = String(decoding: input, as: UTF8.self)
        try checkForm(CalendarDate.self, text)
        try checkForm(TimeOfDay.self, text)
        try checkForm(CalendarDuration.self, text)
        try checkTimestamp(text)
        try checkMoment(&generator)
    }

    private func checkForm<Value: FormattedString>(_ type: Value.Type, _ text: String) throws {
        guard let value = Value(text) else { return }
        try expect(value.isValid, "\(type) is read, but not valid")
        try expectEqual(value.description, text, "\(type), written")
        try expectEqual(Value(value.description), value, "\(type), read again")
        try expectEqual(try ModelEncoder().encode(value), try ModelEncoder().encode(text), "\(type) in JSON")
    }

    private func checkTimestamp(_ text: String) throws {
        var text = text
        let ours = text.withUTF8 { TimestampParts.date($0) }
        if let ours {
            let written = try ModelEncoder().encode(ours)
            let again = try ModelDecoder(mode: .strict).decode(Date.self, from: written)
            try expect(abs(again.timeIntervalSince(ours)) <= 1e-6, "\(ours) is written as \(again)")
            try expectEqual(try ModelEncoder().encode(again), written, "the timestamp, written again")
        }
        // Foundation must agree on the plain form, but counts by the Julian calendar before 1582.
        guard
            text.wholeMatch(of: /(?:1[6-9]|[2-9][0-9])[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-5][0-9]Z/) != nil
        else { return }
        if let theirs = try? Date(text, strategy: .iso8601), let ours {
            try expectEqual(ours, theirs, "the moment")
        }
    }

    /// A moment that is written is read as itself, to the microsecond.
    private func checkMoment(_ generator: inout SeededGenerator) throws {
        let microseconds = Int64.random(in: -62_135_596_800_000_000...253_402_300_799_999_999, using: &generator)
        let moment = Date(timeIntervalSince1970: Double(microseconds) / 1e6)
        let written = try ModelEncoder().encode(moment)
        let again = try ModelDecoder(mode: .strict).decode(Date.self, from: written)
        // A double has microseconds for some hundred years around 2001.
        try expect(abs(again.timeIntervalSince(moment)) <= 1e-4, "\(moment) is read as \(again)")
        try expectEqual(try ModelEncoder().encode(again), written, "the moment, written again")
    }
}
