import Foundation
import Testing

@testable import SDKRuntime

@Suite("Additional members")
struct AdditionalMembersTests {
    @Test("members that no row declares are read as the type, and written sorted by key after the others")
    func roundTrip() throws {
        let metrics = try decode(Metrics.self, #"{"z":2,"name":"n","a":1,"\u0062":3}"#, mode: .strict)
        #expect(metrics.values == ["a": 1, "b": 3, "z": 2])
        #expect(metrics.unknownFields.isEmpty)
        #expect(try encode(metrics) == #"{"name":"n","a":1,"b":3,"z":2}"#)
        #expect(try encode(Metrics(name: "n", values: [:])) == #"{"name":"n"}"#)
    }

    @Test("they count in comparing and hashing")
    func equality() {
        let metrics = Metrics(name: "n", values: ["a": 1])
        #expect(metrics == Metrics(name: "n", values: ["a": 1]))
        #expect(metrics.hashValue == Metrics(name: "n", values: ["a": 1]).hashValue)
        #expect(metrics != Metrics(name: "n", values: ["a": 2]))
        #expect(metrics != Metrics(name: "n", values: [:]))
    }

    @Test("an odd one is an issue and kept, until it is changed or removed")
    func odd() throws {
        let text = #"{"name":"n","a":"one","b":2,"c":null}"#
        var metrics = try decode(Metrics.self, text)
        #expect(metrics.values == ["a": 0, "b": 2, "c": 0])
        #expect(metrics.decodingIssues.map(\.codingPath) == ["a", "c"])
        #expect(metrics.unknownFields == ["a": "one", "c": nil])
        #expect(try encode(metrics) == text)
        metrics.values["a"] = 1
        metrics.values["c"] = nil
        #expect(try encode(metrics) == #"{"name":"n","a":1,"b":2}"#)
        #expect(throws: ModelDecodingError.self) { try decode(Metrics.self, text, mode: .strict) }
    }

    @Test("the last of equal keys wins")
    func twice() throws {
        let metrics = try decode(Metrics.self, #"{"name":"n","a":"one","a":1}"#)
        #expect(metrics.values == ["a": 1])
        #expect(metrics.unknownFields.isEmpty)
        #expect(try encode(metrics) == #"{"name":"n","a":1}"#)
    }

    @Test("extra fields replace them, leave them out, and follow them")
    func extraFields() throws {
        var metrics = Metrics(name: "n", values: ["a": 1, "b": 2, "c": 3])
        metrics.extraFields = ["b": "two", "c": .omit, "d": 4]
        #expect(try encode(metrics) == #"{"name":"n","a":1,"b":"two","d":4}"#)
    }

    @Test("a key that is declared is not written twice")
    func declaredKey() throws {
        #expect(try encode(Metrics(name: "n", values: ["name": 1, "a": 2])) == #"{"name":"n","a":2}"#)
    }

    @Test("what came in place of the object is kept")
    func replaced() throws {
        let metrics = try decode(Metrics.self, "[1]")
        #expect(metrics.values.isEmpty)
        #expect(try encode(metrics) == "[1]")
    }

    @Test("the places are the compiler's, and a table has one such row")
    func layout() {
        let offsets = [
            MemoryLayout<Metrics>.offset(of: \.name), MemoryLayout<Metrics>.offset(of: \.values), Metrics.extrasOffset,
        ]
        #expect(Metrics.table.storedRows.map(\.offset) == offsets.map { $0 ?? -1 })
        var twice = ModelTableBuilder()
        twice.additional(Int.self)
        twice.additional(Int.self)
        #expect(ModelTable<Metrics>.problem(in: twice)?.contains("two rows for additional members") == true)
    }

    @Test("Foundation's coders see them as members")
    func foundation() throws {
        let metrics = try JSONDecoder().decode(Metrics.self, from: Data(#"{"name":"n","a":1}"#.utf8))
        #expect(metrics.values == ["a": 1])
    }
}

struct Metrics: APIModel {
    var name: String
    var values: [String: Int]
    private var modelExtras = ModelExtras()

    init(name: String, values: [String: Int]) {
        self.name = name
        self.values = values
    }

    static let table = ModelTable<Self> { row in
        row.required("name", String.self)
        row.additional(Int.self)
    }

    static let extrasOffset = MemoryLayout<Self>.offset(of: \.modelExtras)
}
