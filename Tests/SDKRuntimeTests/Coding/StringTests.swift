import Foundation
import SDKRuntime
import Testing

@Suite("Strings")
struct StringTests {
    @Test(
        "escapes are read",
        arguments: [
            (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u00e9\u00E9""#, "éé"), (#""\ud83d\ude00""#, "😀"),
            (#""é😀""#, "é😀"), (#""\u0000""#, "\u{0}"), (#""12345678\n12345678""#, "12345678\n12345678"),
            (#""""#, ""), (#""a\u0041""#, "aA"),
        ]
    )
    func escapes(text: String, value: String) throws {
        #expect(try decode(String.self, text, mode: .strict) == value)
    }

    @Test(
        "surrogates without a partner become U+FFFD",
        arguments: [
            (#""\ud83d""#, "\u{FFFD}"), (#""\ude00x""#, "\u{FFFD}x"), (#""\ud83d\ud83d\ude00""#, "\u{FFFD}😀"),
            (#""\ud83d\n""#, "\u{FFFD}\n"), (#""\ud83dA""#, "\u{FFFD}A"), (#""\ud83d\u0041""#, "\u{FFFD}A"),
        ]
    )
    func loneSurrogates(text: String, value: String) throws {
        #expect(try decode(String.self, text) == value)
        #expect(try decode(JSONValue.self, text) == .string(value))
    }

    @Test(
        "only quotes, backslashes and control characters are escaped",
        arguments: [
            ("https://h/p", #""https://h/p""#), ("\"\\", #""\"\\""#), ("\u{8}\u{C}\n\r\t", #""\b\f\n\r\t""#),
            ("\u{0}\u{1F}\u{7F}", "\"\\u0000\\u001f\u{7F}\""), ("é\u{2028}😀", "\"é\u{2028}😀\""), ("", "\"\""),
            ("1234567\"", #""1234567\"""#), ("12345678\"", #""12345678\"""#), ("<&>'", #""<&>'""#),
        ]
    )
    func writing(value: String, text: String) throws {
        #expect(try encode(value) == text)
        #expect(try decode(String.self, text, mode: .strict) == value)
    }

    @Test("strings of every length and every special byte at every place survive")
    func everyPlace() throws {
        for count in 0..<40 {
            for place in 0..<count {
                for special in ["\"", "\\", "\n", "\u{1}", "é", "😀"] {
                    var characters = [String](repeating: "a", count: count)
                    characters[place] = special
                    let value = characters.joined()
                    #expect(try decode(String.self, encode(value), mode: .strict) == value)
                }
            }
        }
    }

    @Test(
        "a key with a malformed escape is refused, and shown",
        arguments: [#"{"\u":1}"#, #"{"\u"#, #"{"a\u12":1}"#, #"{"\"#]
    )
    func malformedKeys(text: String) {
        #expect(throws: ModelDecodingError.self) { try decode(JSONValue.self, text) }
        #expect(throws: ModelDecodingError.self) { try decode(Item.self, text) }
    }

    @Test("a byte order mark at the start is skipped")
    func byteOrderMark() throws {
        let data = Data([0xEF, 0xBB, 0xBF]) + Data("[1]".utf8)
        #expect(try ModelDecoder(mode: .strict).decode([Int].self, from: data) == [1])
    }

    @Test("maps are written sorted, so that equal values give equal bytes")
    func deterministic() throws {
        let keys = (0..<50).map { "k\($0)" }
        let one = Dictionary(uniqueKeysWithValues: keys.map { ($0, 1) })
        let other = Dictionary(uniqueKeysWithValues: keys.reversed().map { ($0, 1) })
        #expect(try encode(one) == encode(other))
        #expect(try encode(["b": 1, "a": 2, "ä": 3]) == #"{"a":2,"b":1,"ä":3}"#)
    }

    @Test("base64 is read into data")
    func base64() throws {
        #expect(try decode(Data.self, #""AAEC""#, mode: .strict) == Data([0, 1, 2]))
        #expect(throws: ModelDecodingError.self) { try decode(Data.self, #""A*""#, mode: .strict) }
        #expect(throws: ModelDecodingError.self) { try decode(Data.self, "5", mode: .strict) }
    }
}
