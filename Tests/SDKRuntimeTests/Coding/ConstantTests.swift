import Foundation
import SDKRuntime
import Testing

@Suite("Constants")
struct ConstantTests {
    static let text = #"{"none":null,"list":[1,{"a":2}],"huge":12345678901234567890123,"half":0.5,"on":true,"ref":"r"}"#

    @Test("any value can be one, and is written")
    func written() throws {
        #expect(try encode(Fixed()) == Self.text)
        #expect(try decode(Fixed.self, Self.text, mode: .strict) == Fixed())
    }

    @Test("numbers are compared by amount, wherever they are")
    func amounts() throws {
        let text =
            #"{"none":null,"list":[1.0,{"a":2e0}],"huge":1.2345678901234567890123e22,"half":5e-1,"on":true,"ref":"r"}"#
        #expect(try decode(Fixed.self, text, mode: .strict) == Fixed())
    }

    @Test(
        "others are issues, and kept",
        arguments: [
            (#""none":null"#, #""none":0"#), (#"[1,{"a":2}]"#, #"[1,{"a":2},3]"#), (#"[1,{"a":2}]"#, #"[1,{"b":2}]"#),
            ("12345678901234567890123", "12345678901234567890124"), ("0.5", #""0.5""#), ("true", "1"),
        ]
    )
    func others(part: String, other: String) throws {
        let text = Self.text.replacing(part, with: other)
        let fixed = try decode(Fixed.self, text)
        #expect(fixed.decodingIssues.count == 1)
        #expect(try encode(fixed) == text)
    }

    struct Fixed: APIModel {
        private var modelExtras = ModelExtras()
        init() {}

        static let table = ModelTable<Self> { row in
            row.constant("none", .null)
            row.constant("list", [1, ["a": 2]])
            row.constant("huge", .number(JSONNumber("12345678901234567890123") ?? 0))
            row.constant("half", 0.5)
            row.constant("on", true)
            row.constant("ref", "r")
        }
    }
}

@Suite("Open enums of other values")
struct OpenValueTests {
    @Test("numbers")
    func numbers() throws {
        let ratios = try decode([Ratio].self, "[0.5,1,2.25]", mode: .strict)
        #expect(ratios == [.half, 1, 2.25])
        #expect(ratios.map(\.isKnown) == [true, true, false])
        #expect(try encode(ratios) == "[0.5,1,2.25]")
    }

    @Test("values of several kinds")
    func values() throws {
        let text = #"["auto",1,1.0,true,null,{"a":1},2.5]"#
        let sizes = try decode([Size].self, text, mode: .strict)
        #expect(sizes.map(\.isKnown) == [true, true, true, true, true, false, false])
        #expect(sizes.first == .auto)
        #expect(sizes.last == 2.5)
        #expect("\(sizes[5])" == #"{"a":1}"#)
        #expect(try encode(sizes) == text)
    }

    @Test("Foundation's coders see the raw values")
    func foundation() throws {
        let data = Data(#"["auto",1,true,null]"#.utf8)
        let sizes = try JSONDecoder().decode([Size].self, from: data)
        #expect(sizes == ["auto", 1, true, Size(rawValue: nil)])
        #expect(try JSONEncoder().encode(sizes) == data)
        let ratios = try JSONDecoder().decode([Ratio].self, from: Data("[0.5]".utf8))
        #expect(try JSONEncoder().encode(ratios) == Data("[0.5]".utf8))
    }

    struct Ratio: OpenNumberEnum {
        var rawValue: Double
        init(rawValue: Double) { self.rawValue = rawValue }
        static var half: Self { 0.5 }
        static var whole: Self { 1 }
        static var knownRawValues: [Double] { [0.5, 1] }
    }

    struct Size: OpenJSONEnum {
        var rawValue: JSONValue
        init(rawValue: JSONValue) { self.rawValue = rawValue }
        static var auto: Self { "auto" }
        static var knownRawValues: [JSONValue] { ["auto", 1, true, nil] }
    }
}
