import Testing

@testable import SDKRuntime

@Suite("Places of members")
struct LayoutTests {
    static let types: [(name: String, rows: [StoredMember], offsets: [Int?])] = [
        ("Item", Item.table.storedRows, Item.offsets),
        ("ItemPage", ItemPage.table.storedRows, ItemPage.offsets),
        ("ItemParams", ItemParams.table.storedRows, ItemParams.offsets),
        ("Node", Node.table.storedRows, Node.offsets),
        ("MixedModel", MixedModel.table.storedRows, MixedModel.offsets),
        ("WideModel", WideModel.table.storedRows, WideModel.offsets),
    ]

    @Test("every offset is the compiler's", arguments: types.indices)
    func offsets(index: Int) {
        let type = Self.types[index]
        #expect(type.rows.map(\.offset) == type.offsets.map { $0 ?? -1 }, "\(type.name)")
    }

    @Test("rows tell the stored types")
    func storedTypes() {
        let rows = ItemParams.table.storedRows
        #expect(rows.map(\.name) == ["x-betas", "name", "limit", "parent", "note", "user", ""])
        let expected: [Any.Type] = [
            [String]?.self, String.self, Int?.self, String?.self, Nullable<String>?.self, String.self, ModelExtras.self,
        ]
        #expect(zip(rows, expected).allSatisfy { $0.type == $1 })
    }

    @Test("rows that do not describe the type are told")
    func mismatch() throws {
        var missing = ModelTableBuilder()
        missing.required("id", String.self)
        _ = missing.place(ModelExtras.self)
        let problem = try #require(ModelTable<Item>.problem(in: missing))
        #expect(problem.contains("the table of Item describes 24 bytes, but the type has 32"))

        var twice = ModelTableBuilder()
        twice.required("id", String.self)
        twice.required("id", Int.self)
        _ = twice.place(ModelExtras.self)
        #expect(ModelTable<Item>.problem(in: twice) == "the table of Item has two rows of the same key")
    }
}
