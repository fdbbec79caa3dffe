import Foundation
import SDKRuntime
import Testing

@Suite("Lenient decoding")
struct LeniencyTests {
    @Test(
        "what does not fit takes an empty value, is listed, and is written back",
        arguments: [
            (#"{"count":1}"#, "id", "missing", 0),
            (#"{"id":null,"count":1}"#, "id", "expected a string, found null", 6),
            (#"{"id":"","count":"7"}"#, "count", "expected an integer, found a string", 17),
            (#"{"id":"","count":1.5}"#, "count", "1.5 is not a 64-bit integer", 17),
            (#"{"id":"","count":9223372036854775808}"#, "count", "9223372036854775808 is not a 64-bit integer", 17),
            (#"{"id":{"a":[1]},"count":1}"#, "id", "expected a string, found an object", 6),
        ]
    )
    func oddMember(text: String, path: String, reason: String, offset: Int) throws {
        let item = try decode(Item.self, text)
        #expect(item.id == "")
        #expect(item.count == (path == "count" ? 0 : 1))
        let issue = try #require(item.decodingIssues.first)
        #expect(item.decodingIssues.count == 1)
        #expect(issue.codingPath == path)
        #expect(issue.reason == reason)
        #expect(issue.byteOffset == offset)
        #expect(try encode(item) == text)
    }

    @Test("issues inside arrays, unions and models keep their path, from every model on the way")
    func paths() throws {
        let text = #"{"data":[{"id":"a","count":1},{"id":"b","count":true}],"has_more":"no"}"#
        let page = try decode(ItemPage.self, text)
        #expect(page.decodingIssues.map(\.codingPath) == ["data[1].count", "has_more"])
        #expect(page.data[1].decodingIssues.map(\.codingPath) == ["count"])
        #expect(page.data[0].decodingIssues.isEmpty)
        #expect(page.unknownFields == ["has_more": "no"])
        #expect(page.data[1].unknownFields == ["count": true])
        #expect(try encode(page) == text)

        let group = try decode(Group.self, #"{"type":"group","members":[{"type":"num","value":"x"}]}"#)
        #expect(group.decodingIssues.map(\.codingPath) == ["members[0].value"])
    }

    @Test("a model keeps what came in its place")
    func replaced() throws {
        let text = #"{"data":[7,{"id":"a","count":1},null]}"#
        let page = try decode(ItemPage.self, text)
        #expect(page.data.map(\.id) == ["", "a", ""])
        #expect(
            page.decodingIssues.map(\.description) == [
                "data[0]: expected an object, found a number (byte 9)",
                "data[2]: expected an object, found null (byte 32)",
            ]
        )
        #expect(try encode(page) == text)
    }

    @Test("null for an optional is nil, no issue, and kept")
    func nullForOptional() throws {
        let page = try decode(ItemPage.self, #"{"data":[],"has_more":null}"#, mode: .strict)
        #expect(page.hasMore == nil)
        #expect(page.unknownFields == ["has_more": nil])
        #expect(try encode(page) == #"{"data":[],"has_more":null}"#)
    }

    @Test("a changed member is written, not the original")
    func changed() throws {
        let text = #"{"type":"item","version":2,"name":5,"limit":null,"parent":7,"later":1}"#
        var params = try decode(ItemParams.self, text)
        #expect(try encode(params) == text)
        params.name = "new"
        params.limit = 3
        #expect(
            try encode(params)
                == #"{"type":"item","version":2,"name":"new","limit":3,"parent":7,"later":1}"#
        )
    }

    @Test("a constant that differs is listed, kept and written back")
    func constant() throws {
        let text = #"{"type":"thing","version":2.0,"name":"n","parent":null}"#
        let params = try decode(ItemParams.self, text)
        #expect(params.type == "item")
        #expect(params.decodingIssues.map(\.reason) == [#"expected the constant "item", found "thing""#])
        #expect(params.unknownFields == ["type": "thing"])
        #expect(try encode(params) == #"{"type":"thing","version":2,"name":"n","parent":null}"#)
    }

    @Test("a missing constant is listed, and written, because its value is known")
    func missingConstant() throws {
        let block = try decode(TextBlock.self, #"{"text":"a"}"#)
        #expect(block.decodingIssues.map(\.description) == ["type: missing (byte 0)"])
        #expect(try encode(block) == #"{"type":"text","text":"a"}"#)
    }

    @Test("undeclared members keep their order and their numbers")
    func undeclared() throws {
        let text = #"{"id":"a","count":1,"z":1.0,"a":[9007199254740993,{"y":1e2,"b":null}]}"#
        let item = try decode(Item.self, text, mode: .strict)
        #expect(item.unknownFields.keys == ["z", "a"])
        #expect(try encode(item) == text)
    }

    @Test("an array with an odd element is written back whole, until it is changed")
    func oddElement() throws {
        let text = MixedModel.full.replacing(#""tags":["x","y"]"#, with: #""tags":["x",5,"y"]"#)
        var model = try decode(MixedModel.self, text)
        #expect(model.tags == ["x", "", "y"])
        #expect(model.decodingIssues.map(\.codingPath) == ["tags[1]"])
        #expect(try encode(model) == text)
        model.tags.append("z")
        #expect(try encode(model).contains(#""tags":["x","","y","z"]"#))
    }

    @Test("no more than a hundred issues are listed, but every original is kept")
    func manyIssues() throws {
        let text = "{\"data\":[" + Array(repeating: "{\"id\":1,\"count\":1}", count: 300).joined(separator: ",") + "]}"
        let page = try decode(ItemPage.self, text)
        #expect(page.decodingIssues.count == 100)
        #expect(try encode(page) == text)
    }

    @Test("issues of values that are no model can be listed")
    func listed() throws {
        let result = try ModelDecoder().decodeListingIssues([Int].self, from: Data(#"[1,"2",3]"#.utf8))
        #expect(result.value == [1, 0, 3])
        #expect(result.issues.map(\.description) == ["[1]: expected an integer, found a string (byte 3)"])
    }
}
