import SDKRuntime
import Testing

@Suite struct ReplacingTests {
    @Test func `a copy has the other value, and the original its own`() {
        let page = ItemPage(data: [Item(id: "a", count: 1)], hasMore: true)
        let longer = page.replacing(\.data, with: page.data + [Item(id: "b", count: 2)]).replacing(\.hasMore, with: nil)
        #expect(longer == ItemPage(data: [Item(id: "a", count: 1), Item(id: "b", count: 2)]))
        #expect(page == ItemPage(data: [Item(id: "a", count: 1)], hasMore: true))
    }

    @Test func `what was received beyond the members is kept`() throws {
        var item = try decode(Item.self, #"{"id":"a","count":1,"size":9007199254740993}"#)
        item.extraFields["x"] = 1
        let copy = item.replacing(\.count, with: 2)
        #expect(copy.unknownFields == item.unknownFields)
        #expect(try encode(copy) == #"{"id":"a","count":2,"size":9007199254740993,"x":1}"#)
    }

    @Test func `the new value is written in place of an odd original`() throws {
        let item = try decode(Item.self, #"{"id":null,"count":"many"}"#)
        #expect(try encode(item.replacing(\.id, with: "a")) == #"{"id":"a","count":"many"}"#)
    }

    @Test func `a member that is not stored has no other value`() {
        let params = ItemParams(name: "n", parent: nil, user: "u")
        #expect(params.replacing(\.type, with: "other") == params)
    }
}
