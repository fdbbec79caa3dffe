import Foundation
import SDKRuntime
import Testing

@Suite("UUIDs, URLs and exact numbers")
struct IdentifierTests {
    @Test("UUIDs are read in either case and written in lower case")
    func uuids() throws {
        let text = #""F81D4FAE-7DEC-11D0-A765-00a0c91e6bf6""#
        let uuid = try decode(UUID.self, text, mode: .strict)
        #expect(uuid.uuidString == "F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6")
        #expect(try encode(uuid) == #""f81d4fae-7dec-11d0-a765-00a0c91e6bf6""#)
    }

    @Test(
        "what is no UUID is an issue",
        arguments: [
            "", "f81d4fae7dec11d0a76500a0c91e6bf6", "{f81d4fae-7dec-11d0-a765-00a0c91e6bf6}",
            "f81d4fae-7dec-11d0-a765-00a0c91e6bf",
        ]
    )
    func noUUIDs(text: String) throws {
        #expect(try decode(UUID.self, "\"\(text)\"") == .emptyValue)
        #expect(throws: ModelDecodingError.self) { try decode(UUID.self, "\"\(text)\"", mode: .strict) }
    }

    @Test(
        "URLs are written as they are read",
        arguments: [
            "https://example.com/a%20b?q=1&r=%C3%A9#f", "/relative/path", "mailto:a@example.com", "urn:isbn:0451450523",
            "HTTPS://EXAMPLE.com", "?q", "#f", "data:text/plain,hello",
        ]
    )
    func urls(text: String) throws {
        let url = try decode(URL.self, "\"\(text)\"", mode: .strict)
        #expect(url.absoluteString == text)
        #expect(try encode(url) == "\"\(text)\"")
    }

    @Test(
        "texts that Foundation would change are issues",
        arguments: ["", "https://example.com/a b", "https://example.com/é"]
    )
    func noURLs(text: String) throws {
        #expect(try decode(URL.self, "\"\(text)\"") == URL(string: "about:blank"))
        #expect(throws: ModelDecodingError.self) { try decode(URL.self, "\"\(text)\"", mode: .strict) }
    }

    @Test("a model keeps what cannot be read, until it is changed")
    func kept() throws {
        let text = #"{"day":"soon","link":"a b","id":"x","huge":123456789012345678901234567890,"small":300}"#
        var model = try decode(Identified.self, text)
        #expect(model.decodingIssues.map(\.codingPath) == ["day", "link", "id", "small"])
        #expect(model.huge.spelling == "123456789012345678901234567890")
        #expect(try encode(model) == text)
        model.day = CalendarDate(year: 2031, month: 2, day: 3)
        model.small = 7
        #expect(try encode(model).hasPrefix(#"{"day":"2031-02-03","link":"a b","id":"x","huge":"#))
        #expect(try encode(model).hasSuffix(#","small":7}"#))
    }

    @Test("small integers have their own range")
    func smallIntegers() throws {
        #expect(try decode(Int8.self, "-128", mode: .strict) == -128)
        #expect(try decode(UInt16.self, "65535", mode: .strict) == 65535)
        #expect(throws: ModelDecodingError.self) { try decode(UInt8.self, "256", mode: .strict) }
        #expect(throws: ModelDecodingError.self) { try decode(UInt8.self, "-1", mode: .strict) }
        #expect(throws: ModelDecodingError.self) { try decode(Int16.self, "32768", mode: .strict) }
    }

    @Test("numbers keep their spelling", arguments: ["18446744073709551616", "1.50", "1e400", "-0", "0.1"])
    func numbers(text: String) throws {
        #expect(try encode(decode(JSONNumber.self, text, mode: .strict)) == text)
        let list = try JSONDecoder().decode([JSONNumber].self, from: Data("[7,2.5]".utf8))
        #expect(list.map(\.spelling) == ["7", "2.5"])
        #expect(try JSONEncoder().encode(list) == Data("[7,2.5]".utf8))
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([JSONNumber].self, from: Data(#"["7"]"#.utf8)) }
    }

    private struct Identified: APIModel {
        var day: CalendarDate
        var link: URL
        var id: UUID?
        var huge: JSONNumber
        var small: UInt8
        private var modelExtras = ModelExtras()

        static let table = ModelTable<Self> { row in
            row.required("day", CalendarDate.self)
            row.required("link", URL.self)
            row.optional("id", UUID.self)
            row.required("huge", JSONNumber.self)
            row.required("small", UInt8.self)
        }
    }
}
