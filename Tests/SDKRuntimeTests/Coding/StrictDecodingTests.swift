import SDKRuntime
import Testing

@Suite("Strict decoding and malformed JSON")
struct StrictDecodingTests {
    @Test(
        "the first issue is thrown with its path and offset",
        arguments: [
            (#"{"data":[{"id":"a","count":1},{"id":"b"}]}"#, "data[1].count", 30, "missing"),
            (
                #"{"data":[{"id":"a","count":"1"}],"has_more":1}"#, "data[0].count", 27,
                "expected an integer, found a string"
            ),
            (#"{"has_more":1,"data":[]}"#, "has_more", 12, "expected a boolean, found a number"),
            ("7", "", 0, "expected an object, found a number"),
        ]
    )
    func strict(text: String, path: String, offset: Int, reason: String) throws {
        let error = try #require(throws: ModelDecodingError.self) { try decode(ItemPage.self, text, mode: .strict) }
        #expect(error.codingPath == path)
        #expect(error.byteOffset == offset)
        #expect(error.reason == reason)
    }

    @Test(
        "malformed JSON is thrown in both modes, with path and offset",
        arguments: [
            ("", "", 0), ("   ", "", 3), ("{", "", 1), (#"{"data""#, "data", 7), (#"{"data":"#, "data", 8),
            (#"{"data":[{"id":"a","count":01}]}"#, "data[0].count", 27),
            (#"{"data":[{"id":"a","count":1.}]}"#, "data[0].count", 27),
            (#"{"data":[{"id":"a" "count":1}]}"#, "data[0].id", 19),
            (#"{"data":[{"id":"a\q","count":1}]}"#, "data[0].id", 17),
            ("{\"data\":[{\"id\":\"a\nb\"}]}", "data[0].id", 17),
            (#"{"data":[{"id":"a"#, "data[0].id", 17),
            (#"{"data":[],}"#, "data", 11), (#"{"data":[1,]}"#, "data[0]", 11), (#"{"data":[,1]}"#, "data[0]", 9),
            (#"{"data":[]} x"#, "", 12), (#"{"data":[]}{}"#, "", 11), (#"{'data':[]}"#, "", 1),
            (#"{"data":[],"x":nul}"#, "x", 15), (#"{"data":[],"x":tru}"#, "x", 15),
            (#"{"data":[],"x":{"y":[1,2,.5]}}"#, "x.y[2]", 25), (#"{"data":[],"x":"\ud8"}"#, "x", 16),
            (#"{"data":[],"x":NaN}"#, "x", 15), (#"{"data":[],"x":-}"#, "x", 15), (#"{"data":[],"x":1e}"#, "x", 15),
            (#"{"data" []}"#, "data", 8), ("\u{0}", "", 0),
        ]
    )
    func malformed(text: String, path: String, offset: Int) throws {
        for mode in [DecodingMode.lenient, .strict] {
            let error = try #require(throws: ModelDecodingError.self) { try decode(ItemPage.self, text, mode: mode) }
            if mode == .strict, error.reason.hasPrefix("expected") { continue }
            #expect(error.codingPath == path, "\(error)")
            #expect(error.byteOffset == offset, "\(error)")
        }
    }

    @Test("every truncation of a document is an error", arguments: [MixedModel.full, #"[1.5e3,"\u00e9",true]"#])
    func truncated(text: String) {
        for count in 0..<text.utf8.count {
            let cut = String(decoding: text.utf8.prefix(count), as: UTF8.self)
            #expect(throws: ModelDecodingError.self, "\(cut)") { try decode(MixedModel.self, cut) }
            #expect(throws: ModelDecodingError.self, "\(cut)") { try decode(JSONValue.self, cut) }
        }
    }

    @Test("nesting is limited", arguments: ["[", #"{"a":"#, #"[{"a":"#])
    func depth(opening: String) throws {
        let containers = opening.filter { "[{".contains($0) }.count
        let closing = String(opening.reversed().compactMap { ["[": "]", "{": "}"][$0] as Character? })
        func nested(_ times: Int) -> String {
            String(repeating: opening, count: times) + "1" + String(repeating: closing, count: times)
        }
        _ = try decode(JSONValue.self, nested(512 / containers))
        let error = try #require(throws: ModelDecodingError.self) {
            try decode(JSONValue.self, nested(512 / containers + 1))
        }
        #expect(error.reason == "nested more than 512 levels deep")
        #expect(throws: ModelDecodingError.self) { try decode(Item.self, nested(100_000)) }
        #expect(throws: ModelDecodingError.self) {
            try decode(JSONValue.self, String(repeating: opening, count: 100_000))
        }
    }

    @Test("recursive types are limited too")
    func recursiveModel() throws {
        let nodes =
            String(repeating: #"{"name":"n","child":"#, count: 127) + #"{"name":"n"}"#
            + String(repeating: "}", count: 127)
        var node = try decode(Node.self, nodes, mode: .strict)
        var depth = 1
        while let child = node.child {
            node = child.value
            depth += 1
        }
        #expect(depth == 128)
        let error = try #require(throws: ModelDecodingError.self) {
            try decode(Node.self, #"{"name":"n","child":"# + nodes + "}")
        }
        #expect(error.reason == "models nested more than 128 levels deep")

        func groups(_ count: Int) -> String {
            String(repeating: #"{"type":"group","members":["#, count: count) + String(repeating: "]}", count: count)
        }
        #expect(try encode(decode(Block.self, groups(64), mode: .strict)) == groups(64))
        #expect(throws: ModelDecodingError.self) { try decode(Block.self, groups(65)) }
    }
}
