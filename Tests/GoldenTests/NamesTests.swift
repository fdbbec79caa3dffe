import Foundation
import Names
import TestSupport
import Testing

/// The golden API `Tests/Fixtures/Golden/Names`: words that Swift or the runtime has taken, and words that Swift's spelling
/// does not tell apart.
@Suite struct NamesTests {
    @Test func `every word is a property, and keeps its own value`() throws {
        let words = Properties.table.storedRows.map(\.name).filter { !$0.isEmpty }
        #expect(words.count > 80)
        let object = JSONValue.object(JSONObject(words.map { ($0, .string($0)) }))
        let data = try ModelEncoder().encode(object)
        let properties = try ModelDecoder().decode(Properties.self, from: data)
        #expect(properties.class == "class")
        #expect(properties.selfValue == "self")
        #expect(properties.SelfValue == "Self")
        #expect(properties.initValue == "init")
        #expect(properties.hashMember == "hash")
        #expect(properties.hashValueValue == "hashValue")
        #expect(properties.description == "description")
        #expect(properties.unknownFieldsValue == "unknownFields")
        #expect(properties.unknownFields.isEmpty)
        #expect(try ModelDecoder().decode(JSONValue.self, from: ModelEncoder().encode(properties)) == object)
    }

    @Test func `every word is a value, and a case`() throws {
        #expect(Values.default.rawValue == "default")
        #expect(Values.rawValueValue.rawValue == "rawValue")
        #expect(Values.RawValueValue.rawValue == "RawValue")
        #expect(Set(Values.allKnownValues).count == Values.allKnownValues.count)
        let text = Data(#"{"kind": "throw", "size": 1}"#.utf8)
        guard case .throw(let member) = try ModelDecoder().decode(Cases.self, from: text) else {
            Issue.record("not the member of its constant")
            return
        }
        #expect(member.size == 1)
    }

    @Test(arguments: [
        (Signs.empty, ""), (.plus1, "+1"), (.minus1, "-1"), (._1, "1"), (.greaterThanEquals, ">="),
        (.minusCreatedAt, "-created_at"), (.createdAt, "created_at"), (.cPlusPlus, "C++"), (.cNumber, "C#"), (.c, "C"),
        (.aSpaceB, "a b"), (.aHyphenB, "a-b"), (.日本, "日本"),
    ])
    func `values that are no identifiers have names in words`(value: Signs, raw: String) {
        #expect(value.rawValue == raw)
        #expect(value.isKnown)
    }

    @Test func `names that come to one in Swift's spelling are spelled as they are`() throws {
        let text = Data(
            #"{"foo_bar": "1", "foo-bar": "2", "fooBar": "3", "id": "4", "ID": "5", "_id": "6", "$id": "7"}"#.utf8
        )
        let model = try ModelDecoder().decode(Colliding.self, from: text)
        #expect([model.foo_bar, model.fooHyphenBar, model.fooBar] == ["1", "2", "3"])
        #expect([model.id, model.ID, model._id, model.dollarID] == ["4", "5", "6", "7"])
    }

    @Test func `types that have the names of members are told from them`() throws {
        let text = Data(#"{"用户": {"订单": ["a", {"用户": {}}]}}"#.utf8)
        let user = try #require(try ModelDecoder().decode(用户.self, from: text).用户)
        guard case .订单("a")? = user.订单?.first, case .用户(let inner)? = user.订单?.last else {
            Issue.record("not a text and a user")
            return
        }
        #expect(inner.用户 != nil)
        let row = try ModelDecoder().decode(Row.self, from: Data(#"{"row": true, "Row": {"row": false}}"#.utf8))
        #expect(row.row == true)
        #expect(row.Row?.row == false)
    }

    @Test func `types that Swift or the runtime has have the module in front`() {
        let error = NamesError(value: "a", selfValue: NamesError(value: "b"))
        #expect(error.selfValue?.value == "b")
        #expect(NamesModel(value: "c").value == "c")
        #expect(FooBar(b: "b") != FooBar())
    }

    @Test func `arguments are called by their names`() async throws {
        let transport = ScriptedTransport(body: "{}")
        let client = try NamesClient(options: ClientOptions(transport: transport, environment: .none))
        _ = try await client.words.default(class: "a", selfValue: "b", .init(in: "c", options: "d", xRequestID: "e"))
        let sent = try #require(await transport.sent.first)
        #expect(sent.url == "https://names.test/words/a/b?in=c&options=d")
        #expect(sent.header("x-request-id") == "e")
    }
}
