import Foundation
import TestSupport

@testable import SDKRuntime

/// Header fields: lists, parameters, links, media types, and how long a service asks to wait.
struct HeaderTarget: FuzzTarget {
    let name = "headers"

    let seeds = [
        "a, \"b, c\", d;q=0.5", "text/html; charset=\"utf-8\"; boundary=x",
        "<https://h.test/?page=2>; rel=\"next last\"",
        "</a>; rel=prev, <b>; rel=next; title=\"x\\\"y\"", "Sun, 06 Nov 1994 08:49:37 GMT",
        "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994", "120", "0.5", "1e400", "-3",
        "multipart/form-data",
    ].map { Array($0.utf8) }

    let dictionary = [
        ",", ";", "=", "\"", "\\", "<", ">", " ", "\t", "rel=next", "rel=\"", "charset=", "boundary=", "GMT", "Nov",
        "-", ":",
        "99999999999999999999", "e9", "é", "anchor=", "1", "0", ".",
    ]

    func check(_ input: [UInt8], _ generator: inout SeededGenerator) throws {
        let text = String(decoding: input, as: UTF8.self)
        var list = HeaderScanner(text)
        let elements = list.readList()
        try expect(list.isAtEnd, "a list is not read to its end")
        var parameters = HeaderScanner(text.drop { $0 != ";" })
        for parameter in parameters.readParameters() {
            try expectEqual(parameter.name, parameter.name.lowercased(), "the name of a parameter")
        }
        _ = MediaType(text)
        _ = MultipartEncoder.boundary(of: text)

        // Elements that are quoted are read as they are.
        var quoted = HeaderScanner(elements.map(Self.quote).joined(separator: " , "))
        try expectEqual(quoted.readList(), elements, "the elements of a list")

        guard let retryAfter = HTTPField.Name("Retry-After"), let link = HTTPField.Name("Link") else { return }
        var fields = HTTPFields()
        fields[link] = text
        _ = LinkHeader.target(of: "next", in: fields)
        fields[retryAfter] = text
        let delay = RetryDelay(maximum: nil, clock: .system)
        if let duration = delay.requested(by: fields) {
            try expect(duration > .zero && duration <= .seconds(366 * 86_400), "waits for \(duration)")
        }
        let backOff = delay.delay(after: [:], retriesTaken: Int(input.first ?? 0))
        try expect(backOff > .zero && backOff <= .seconds(8), "backs off for \(backOff)")
        try checkDate(&generator)
    }

    private static func quote(_ text: String) -> String {
        "\"" + text.unicodeScalars.map { ("\\\"".unicodeScalars.contains($0) ? "\\" : "") + String($0) }.joined() + "\""
    }

    /// A date is read as the moment that it was written for.
    private func checkDate(_ generator: inout SeededGenerator) throws {
        let moment = Date(timeIntervalSince1970: Double(Int64.random(in: 0...4_000_000_000, using: &generator)))
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second, .weekday], from: moment)
        guard let year = parts.year, let month = parts.month, let day = parts.day, let hour = parts.hour,
            let minute = parts.minute, let second = parts.second, let weekday = parts.weekday
        else { return }
        let two = { (number: Int) in (number < 10 ? "0" : "") + "\(number)" }
        let days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let (dayName, monthName) = (days[weekday - 1], months[month - 1])
        let time = "\(two(hour)):\(two(minute)):\(two(second))"
        for text in [
            "\(dayName.prefix(3)), \(two(day)) \(monthName) \(year) \(time) GMT",
            "\(dayName), \(two(day))-\(monthName)-\(two(year % 100)) \(time) GMT",
            "\(dayName.prefix(3)) \(monthName) \(day < 10 ? " " : "")\(day) \(time) \(year)",
        ] {
            try expectEqual(HTTPDate.date(text, now: moment), moment, "the date '\(text)'")
        }
    }
}
