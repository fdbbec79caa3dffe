import Foundation
import SDKRuntime
import Testing

@Suite("Any Decoder and Encoder")
struct CodableBridgeTests {
    @Test("models survive a round trip through Foundation's coders")
    func roundTrip() throws {
        let text = MixedModel.full.replacing(#""last":true"#, with: #""last":true,"later":[1,{"a":null}]"#)
        let model = try decode(MixedModel.self, text)
        let data = try JSONEncoder().encode(model)
        #expect(
            try ModelDecoder(mode: .strict).decode(JSONObject.self, from: data)["big"]
                == .number(JSONNumber(UInt64.max))
        )
        let decoded = try JSONDecoder().decode(MixedModel.self, from: data)
        #expect(decoded.unknownFields == ["later": [1, ["a": nil]]])
        #expect(decoded.big == .max)
        #expect(decoded.price == model.price)
        #expect(decoded.created == model.created)
        #expect(decoded.block == model.block)
    }

    @Test("property lists work too")
    func propertyList() throws {
        let page = ItemPage(data: [Item(id: "a", count: .max)], hasMore: true)
        let data = try PropertyListEncoder().encode(page)
        #expect(try PropertyListDecoder().decode(ItemPage.self, from: data) == page)
    }

    @Test(
        "64-bit integers and decimals are exact",
        arguments: [
            "9007199254740993", "-9223372036854775808", "18446744073709551615", "0.1", "1.25",
            "12345678901234567890.123456789", "true", #""1""#, "null", "[]", "{}", "1e300",
        ]
    )
    func exact(text: String) throws {
        let value = try decode(JSONValue.self, "[\(text)]")
        let data = try JSONEncoder().encode(value)
        let decoded = try JSONDecoder().decode(JSONValue.self, from: data)
        #expect(decoded == value || decoded[0]?.doubleValue == value[0]?.doubleValue && text == "1e300")
    }

    @Test("what does not fit is lenient here too, with its issues")
    func lenient() throws {
        let page = try JSONDecoder().decode(ItemPage.self, from: Data(#"{"data":[{"id":1,"count":1}]}"#.utf8))
        #expect(page.decodingIssues.map(\.codingPath) == ["data[0].id"])
        #expect(try encode(page) == #"{"data":[{"id":1,"count":1}]}"#)
    }

    @Test("what cannot be encoded is an EncodingError with its path")
    func encodingError() throws {
        var model = try decode(MixedModel.self, MixedModel.full)
        model.ratio = .nan
        let error = try #require(throws: EncodingError.self) { try JSONEncoder().encode(["a": [model]]) }
        guard case .invalidValue(_, let context) = error else {
            Issue.record("\(error)")
            return
        }
        #expect(context.codingPath.map(\.stringValue) == ["a", "Index 0", "ratio"])
    }

    @Test("nesting that is too deep is a DecodingError")
    func decodingError() throws {
        // Foundation allows 512 levels; the wrapping puts the model at the last.
        let text = String(repeating: "[", count: 513) + String(repeating: "]", count: 513)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8)) }
    }

    @Test("unions and enums")
    func unions() throws {
        let blocks = [
            Block.text(TextBlock(text: "a")), .unknown(UnknownMember(discriminator: "x", value: ["type": "x"])),
        ]
        #expect(try JSONDecoder().decode([Block].self, from: JSONEncoder().encode(blocks)) == blocks)
        let scopes: [FileScope] = ["session", "new"]
        #expect(try JSONDecoder().decode([FileScope].self, from: JSONEncoder().encode(scopes)) == scopes)
        #expect(String(decoding: try JSONEncoder().encode(scopes), as: UTF8.self) == #"["session","new"]"#)
    }

    @Test("values decode as types and types encode as values")
    func values() throws {
        let value: JSONValue = ["id": "a", "count": 3]
        #expect(try value.decode(as: Item.self) == Item(id: "a", count: 3))
        #expect(try JSONValue(encoding: Item(id: "a", count: 3)) == value)
        #expect(throws: ModelDecodingError.self) { try JSONValue.null.decode(as: Item.self, mode: .strict) }
    }
}
