import Foundation
import SDKRuntime
import Testing

@Suite("Values behind a reference")
struct IndirectTests {
    @Test("every kind of row takes one, with null as the value itself has it")
    func rows() throws {
        let text = #"{"first":"a","second":"b","third":null,"fourth":null,"fifth":null}"#
        let model = try decode(Rows.self, text, mode: .strict)
        #expect(model.first.value == "a")
        #expect(model.second == Indirect("b"))
        #expect(model.third == nil)
        #expect(model.fourth == .null)
        #expect(model.fifth == Indirect(.null))
        #expect(try encode(model) == text)
        #expect(try encode(Rows.emptyValue) == #"{"first":"","third":null,"fifth":null}"#)
    }

    @Test(
        "a model that requires itself ends in issues, and is written back",
        arguments: ["{}", #"{"next":{"next":null}}"#, "7"]
    )
    func endless(text: String) throws {
        let link = try decode(Link.self, text)
        #expect(!link.decodingIssues.isEmpty)
        #expect(link.next.next.next.value == Link.emptyValue)
        #expect(link == link)
        #expect(link.hashValue == link.hashValue)
        #expect(try encode(link) == text)
        #expect(throws: ModelDecodingError.self) { try decode(Link.self, text, mode: .strict) }
    }

    @Test("an endless value cannot be written")
    func endlessWriting() throws {
        let error = #expect(throws: ModelEncodingError.self) { try encode(Link.emptyValue) }
        #expect(error?.reason.contains("without end") == true)
        #expect(throws: ModelEncodingError.self) { try encode(Fork.emptyValue) }
        #expect(throws: EncodingError.self) { try JSONEncoder().encode(Link.emptyValue) }
    }

    @Test("what requires itself through a union or by way of another model ends too")
    func detours() throws {
        #expect(try encode(decode(Fork.self, "{}")) == "{}")
        #expect(try decode(Fork.self, "{}").link.next == Indirect.emptyValue)
        let knot = try decode(Knot.self, #"{"other":{"knot":{}}}"#)
        #expect(knot.decodingIssues.map(\.codingPath) == ["other.knot.other"])
        #expect(knot.other == .knotted(Knotted(knot: Indirect(try decode(Knot.self, "{}")))))
    }

    @Test("Foundation's coders see the value")
    func foundation() throws {
        let list = [Indirect("a"), Indirect("b")]
        let data = try JSONEncoder().encode(list)
        #expect(data == Data(#"["a","b"]"#.utf8))
        #expect(try JSONDecoder().decode([Indirect<String>].self, from: data) == list)
    }

    struct Rows: APIModel {
        var first: Indirect<String>
        var second: Indirect<String>?
        var third: Indirect<String>?
        var fourth: Nullable<Indirect<String>>?
        var fifth: Indirect<Nullable<String>>
        private var modelExtras = ModelExtras()

        static let table = ModelTable<Self> { row in
            row.required("first", Indirect<String>.self)
            row.optional("second", Indirect<String>.self)
            row.nullable("third", Indirect<String>.self)
            row.optionalNullable("fourth", Indirect<String>.self)
            row.required("fifth", Indirect<Nullable<String>>.self)
        }
    }

    struct Link: APIModel {
        var next: Indirect<Link>
        private var modelExtras = ModelExtras()

        static let table = ModelTable<Self> { row in
            row.required("next", Indirect<Link>.self)
        }
    }

    struct Fork: APIModel {
        var left: Indirect<Fork>
        var right: Indirect<Fork>
        var link: Link
        private var modelExtras = ModelExtras()

        static let table = ModelTable<Self> { row in
            row.required("left", Indirect<Fork>.self)
            row.required("right", Indirect<Fork>.self)
            row.required("link", Link.self)
        }
    }

    struct Knot: APIModel {
        var other: Tie
        private var modelExtras = ModelExtras()

        static let table = ModelTable<Self> { row in
            row.required("other", Tie.self)
        }
    }

    struct Knotted: APIModel {
        var knot: Indirect<Knot>
        private var modelExtras = ModelExtras()

        init(knot: Indirect<Knot>) { self.knot = knot }

        static let table = ModelTable<Self> { row in
            row.required("knot", Indirect<Knot>.self)
        }
    }

    indirect enum Tie: APIUnion {
        case knotted(Knotted)
        case unknown(UnknownMember)

        static let table = UnionTable<Self> { union in
            union.member(Knotted.self, Self.knotted)
        }

        func accept(_ visitor: inout some UnionVisitor & ~Copyable) {
            switch self {
            case .knotted(let member): visitor.visit(member, at: 0)
            case .unknown(let member): visitor.visit(member, at: 1)
            }
        }
    }
}
