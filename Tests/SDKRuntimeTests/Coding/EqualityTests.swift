import SDKRuntime
import Testing

@Suite("Equality and hashing")
struct EqualityTests {
    static let base = ItemParams(betas: ["b"], name: "n", limit: 1, parent: "p", note: "t", user: "u")
    static let changes: [@Sendable (inout ItemParams) -> Void] = [
        { $0.betas = nil }, { $0.name = "m" }, { $0.limit = nil }, { $0.parent = nil }, { $0.note = .null },
        { $0.user = "v" }, { $0.extraFields["x"] = 1 }, { $0.extraFields["name"] = .omit },
    ]

    @Test("every stored member counts, and so do extra members", arguments: changes.indices)
    func differs(index: Int) {
        var changed = Self.base
        Self.changes[index](&changed)
        #expect(changed != Self.base)
        #expect(Set([changed, Self.base, changed]).count == 2)
    }

    @Test("received members count in any order, issues do not")
    func received() throws {
        let one = try decode(Item.self, #"{"id":"a","count":1,"x":1,"y":2}"#)
        let other = try decode(Item.self, #"{"y":2,"x":1,"count":1,"id":"a"}"#)
        #expect(one == other)
        #expect(one.hashValue == other.hashValue)
        #expect(one != Item(id: "a", count: 1))

        let odd = try decode(Item.self, #"{"id":1,"count":1}"#)
        let oddLater = try decode(Item.self, #"{"count":1,      "id":1}"#)
        #expect(odd.decodingIssues != oddLater.decodingIssues)
        #expect(odd == oddLater)
        #expect(odd.hashValue == oddLater.hashValue)
    }

    @Test("an extra member taken back leaves no trace")
    func takenBack() {
        var changed = Self.base
        changed.extraFields["x"] = 1
        changed.extraFields["x"] = nil
        #expect(changed == Self.base)
        #expect(changed.hashValue == Self.base.hashValue)
    }
}
