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

extension EqualityTests {
    /// A member of each kind that the engine compares by itself, required, optional, and nullable.
    private struct Shapes: APIModel {
        var item: Item?
        var page: ItemPage
        var blocks: [Block]
        var pages: [ItemPage]?
        var rates: [Double]?
        var names: [String]
        var labels: [String: String]?
        var count: Nullable<Int>?
        var flag: Nullable<Bool>?
        var rate: Double?
        var scope: FileScope?
        private var modelExtras = ModelExtras()

        static let table = ModelTable<Self> { row in
            row.optional("item", Item.self)
            row.required("page", ItemPage.self)
            row.required("blocks", [Block].self)
            row.optional("pages", [ItemPage].self)
            row.optional("rates", [Double].self)
            row.required("names", [String].self)
            row.optional("labels", [String: String].self)
            row.optionalNullable("count", Int.self)
            row.optionalNullable("flag", Bool.self)
            row.optional("rate", Double.self)
            row.optional("scope", FileScope.self)
        }
    }

    /// Objects that differ from each other in one place, or in two.
    private static let shapes: [String] = {
        let empty = #""page":{"data":[]},"blocks":[],"names":[]"#
        let variants = [
            #""item":{"id":"a","count":1}"#, #""item":{"id":"a","count":2}"#, #""pages":[]"#, #""pages":[{"data":[]}]"#,
            #""pages":[{"data":[{"id":"a","count":1}]}]"#, #""pages":[{"data":[]},{"data":[]}]"#, #""rates":[]"#,
            #""rates":[1.5]"#, #""rates":[1.5,2]"#, #""rates":[2,1.5]"#, #""labels":{}"#, #""labels":{"a":"b"}"#,
            #""labels":{"a":"c"}"#, #""count":null"#, #""count":0"#, #""count":1"#, #""flag":null"#, #""flag":false"#,
            #""flag":true"#, #""rate":0"#, #""rate":0.5"#, #""scope":"session""#, #""scope":"other""#, #""more":1"#,
        ].map { "{\(empty),\($0)}" }
        let required = [
            (#"{"data":[{"id":"a","count":1}]}"#, "[]", "[]"),
            (#"{"data":[{"id":"b","count":1}]}"#, "[]", "[]"),
            (#"{"data":[],"has_more":false}"#, "[]", "[]"),
            (#"{"data":[]}"#, #"[{"type":"text","text":"a"}]"#, "[]"),
            (#"{"data":[]}"#, #"[{"type":"text","text":"b"}]"#, "[]"),
            (#"{"data":[]}"#, #"[{"type":"num","value":1}]"#, "[]"),
            (#"{"data":[]}"#, #"[{"type":"new","value":1}]"#, "[]"),
            (#"{"data":[]}"#, #"[{"type":"group","members":[]}]"#, "[]"),
            (#"{"data":[]}"#, #"[{"type":"group","members":[{"type":"num","value":1}]}]"#, "[]"),
            (#"{"data":[]}"#, "[]", #"["a"]"#),
            (#"{"data":[]}"#, "[]", #"["a","b"]"#),
        ].map { #"{"page":\#($0.0),"blocks":\#($0.1),"names":\#($0.2)}"# }
        return ["{\(empty)}"] + variants + required
    }()

    @Test("values are equal, and hash alike, when they are read of the same text", arguments: shapes.indices)
    func everyShape(index: Int) throws {
        let value = try decode(Shapes.self, Self.shapes[index], mode: .strict)
        for (otherIndex, text) in Self.shapes.enumerated() {
            let other = try decode(Shapes.self, text, mode: .strict)
            #expect((value == other) == (index == otherIndex), "\(Self.shapes[index]) and \(text)")
            if index == otherIndex { #expect(value.hashValue == other.hashValue) }
        }
        #expect(try decode(Shapes.self, encode(value), mode: .strict) == value)
    }

    @Test("a number that is not itself makes a model unequal to itself, but for an array that is shared")
    func notANumber() throws {
        var value = try decode(Shapes.self, #"{"page":{"data":[]},"blocks":[],"names":[],"rate":0}"#)
        value.rate = .nan
        #expect(value != value)
        value.rate = nil
        value.rates = [.nan]
        var other = value
        #expect(value == other)
        other.rates = [.nan]
        #expect(value != other)
    }
}
