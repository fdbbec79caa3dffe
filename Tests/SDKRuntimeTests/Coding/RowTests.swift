import Foundation
import SDKRuntime
import TestSupport
import Testing

@Suite("Rows")
struct RowTests {
    @Test("what is nil is left out or null, as declared; parameters are no part of the body")
    func absent() throws {
        let params = ItemParams(betas: ["b"], name: "n", parent: nil, user: "u")
        #expect(try encode(params) == #"{"type":"item","version":2,"name":"n","parent":null}"#)
    }

    @Test(
        "three states",
        arguments: [(nil, ""), (.some(.null), #","note":null"#), ("", #","note":"""#)] as [(Nullable<String>?, String)]
    )
    func threeStates(note: Nullable<String>?, text: String) throws {
        var params = ItemParams(name: "n", parent: "p", user: "u")
        params.note = note
        #expect(try encode(params) == #"{"type":"item","version":2,"name":"n","parent":"p""# + text + "}")
        let decoded = try decode(ItemParams.self, encode(params), mode: .strict)
        #expect(decoded.note == note)
    }

    @Test("zero values are written")
    func zero() throws {
        let params = ItemParams(name: "", limit: 0, parent: "", user: "u")
        #expect(try encode(params) == #"{"type":"item","version":2,"name":"","limit":0,"parent":""}"#)
    }

    @Test("all kinds of member survive a round trip")
    func roundTrip() throws {
        let model = try decode(MixedModel.self, MixedModel.full, mode: .strict)
        #expect(model.small == -7)
        #expect(model.text == #"a "b""#)
        #expect(model.big == .max)
        #expect(model.priority == .high)
        #expect(model.nothing == .some(.null))
        #expect(model.expires == Date(timeIntervalSince1970: 1_927_857_906.5))
        #expect(model.payload == Data([0, 1, 2]))
        #expect(model.price == Decimal(string: "12.34"))
        #expect(model.freeAgain == .some(.null))
        #expect(model.child?.child?.name == "m")
        #expect(model.block == .text(TextBlock(text: "hi")))
        #expect(model.unknownFields.isEmpty)
        #expect(try encode(model) == MixedModel.full)
    }

    @Test("members may come in any order", arguments: 1...5)
    func order(seed: UInt64) throws {
        let model = try decode(MixedModel.self, MixedModel.full)
        var generator = SeededGenerator(seed: seed)
        var members = Array(try JSONValue(encoding: model).objectValue ?? [:])
        members.shuffle(using: &generator)
        let shuffled = JSONObject(members.map { ($0.key, $0.value) })
        #expect(try decode(MixedModel.self, shuffled.description, mode: .strict) == model)
    }

    @Test("more than 63 members")
    func wide() throws {
        var model = WideModel()
        model.f0 = 10
        model.f63 = 63
        model.f64 = 64
        model.f69 = 69
        let decoded = try decode(WideModel.self, encode(model), mode: .strict)
        #expect(decoded == model)
        #expect((decoded.f0, decoded.f63, decoded.f64) == (10, 63, 64))
        #expect((decoded.f66, decoded.f69) == (nil, 69))

        let missing = try decode(WideModel.self, #"{"f65":1,"f65":2}"#)
        #expect(missing.f65 == 2)
        #expect(missing.decodingIssues.count == 34)
    }

    @Test("the last of equal keys wins")
    func duplicates() throws {
        let item = try decode(Item.self, #"{"id":"a","count":1,"id":"b","x":1,"x":2}"#, mode: .strict)
        #expect(item.id == "b")
        #expect(item.unknownFields == ["x": 2])

        let mended = try decode(Item.self, #"{"id":7,"count":1,"id":"b"}"#)
        #expect(mended.unknownFields.isEmpty)
        #expect(try encode(mended) == #"{"id":"b","count":1}"#)
    }

    @Test("keys are found when they are escaped")
    func escapedKey() throws {
        let item = try decode(Item.self, #"{"\u0069d":"a","c\u006funt":1}"#, mode: .strict)
        #expect(item == Item(id: "a", count: 1))
    }
}
