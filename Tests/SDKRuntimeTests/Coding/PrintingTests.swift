import Foundation
import SDKRuntime
import Testing

/// What `print` shows of models and unions.
@Suite struct PrintingTests {
    struct Reading: APIModel {
        var value: Double
        private var modelExtras = ModelExtras()
        init(value: Double) { self.value = value }

        static let table = ModelTable<Self> { row in
            row.required("value", Double.self)
        }
    }

    @Test func `a model prints its type and its JSON`() {
        #expect("\(TextBlock(text: "Hi"))" == #"TextBlock {"type":"text","text":"Hi"}"#)
        #expect("\([Item(id: "a", count: 2)])" == #"[Item {"id":"a","count":2}]"#)
    }

    @Test func `a nested type is named with the one around it`() {
        #expect("\(Reading(value: 0.5))" == #"PrintingTests.Reading {"value":0.5}"#)
    }

    @Test func `a union prints its member`() {
        #expect("\(Block.text(TextBlock(text: "Hi")))" == #"TextBlock {"type":"text","text":"Hi"}"#)
        #expect("\(Content.string("Hi"))" == #""Hi""#)
        #expect("\(Content.count(3))" == "3")
        #expect("\(Content.blocks([.number(NumberBlock(value: 1))]))" == #"[{"type":"num","value":1}]"#)
        #expect("\(Block.unknown(UnknownMember(value: ["type": "new"])))" == #"unknown {"type":"new"}"#)
    }

    @Test func `members that are not declared are shown`() throws {
        let item = try ModelDecoder().decode(Item.self, from: Data(#"{"id":"a","count":1,"size":7}"#.utf8))
        #expect("\(item)" == #"Item {"id":"a","count":1,"size":7}"#)
    }

    @Test func `what JSON cannot express is null`() {
        #expect("\(Reading(value: .nan))" == #"PrintingTests.Reading {"value":null}"#)
    }

    @Test(arguments: [
        "token", "access_token", "refreshToken", "client_secret", "password", "api_key", "X-Api-Key", "Authorization",
        "webhook_signing_key", "private-key",
    ])
    func `secrets are masked`(name: String) {
        var item = Item(id: "a", count: 1)
        item.extraFields["auth"] = .value([.init(name): "sk-1234", "type": "bearer"])
        item.extraFields[name] = .value(["sk-1234", 5, nil])
        #expect(
            "\(item)"
                == #"Item {"id":"a","count":1,"auth":{"\#(name)":"***","type":"bearer"},"\#(name)":["***",5,null]}"#
        )
    }

    @Test(arguments: ["max_tokens", "input_tokens", "tokenizer", "key", "signature"])
    func `other members are not`(name: String) {
        var item = Item(id: "a", count: 1)
        item.extraFields[name] = .value("x")
        #expect("\(item)" == #"Item {"id":"a","count":1,"\#(name)":"x"}"#)
    }

    @Test func `long strings are cut off`() {
        let text = String(repeating: "é", count: 200)
        #expect("\(TextBlock(text: text))" == #"TextBlock {"type":"text","text":"\#(text)"}"#)
        #expect("\(TextBlock(text: text + "x"))" == #"TextBlock {"type":"text","text":"\#(text)… (201 characters)"}"#)
    }
}
