import Foundation
import SDKRuntime
import Testing

@Suite("Members of unions by best fit")
struct UnionFitTests {
    @Test(
        "narrow scalars come before broad ones, whatever the order",
        arguments: [
            (#""2031-02-03T04:05:06Z""#, "date"), (#""2031-02-03""#, "day"), (#""session""#, "scope"),
            (#""f81d4fae-7dec-11d0-a765-00a0c91e6bf6""#, "uuid"), (#""https://a.test/x""#, "url"),
            (#""hello""#, "text"),
            (#""2031-02-30""#, "text"), ("3", "int"), ("3.0", "int"), ("3.5", "double"), ("1e+30", "double"),
            ("true", "any"), ("[1]", "any"), ("null", "any"),
        ]
    )
    func scalars(text: String, name: String) throws {
        let value = try decode(Scalar.self, text, mode: .strict)
        #expect(value.name == name)
        #expect(try decode(JSONValue.self, encode(value)).description == (text == "3.0" ? "3" : text))
    }

    @Test(
        "an integer that a binary number would round goes to a type that keeps it",
        arguments: [
            ("12345678901234567890123", "exact"), ("-12345678901234567890123", "exact"), ("9007199254740993", "exact"),
            ("9007199254740992", "double"), ("16777217", "double"), ("0.1", "double"), ("-0", "double"),
        ]
    )
    func exactNumbers(text: String, name: String) throws {
        let value = try decode(Amount.self, text, mode: .strict)
        #expect(value.name == name)
        if name == "exact" { #expect(try encode(value) == text) }
    }

    @Test(
        "arrays by their elements, maps by their values",
        arguments: [
            (#"[{"text":"a"}]"#, "texts"), (#"[{"id":"a","count":1}]"#, "items"), (#"["2031-02-03"]"#, "days"),
            (#"["a"]"#, "strings"), (#"["session"]"#, "scopes"), (#"[{"type":"num","value":1}]"#, "blocks"),
            (#"{"a":1,"b":2}"#, "counts"), (#"{"a":1,"b":"x"}"#, "any"), (#"{"id":"a","count":1}"#, "item"),
            (#"{"id":"a","count":1,"more":true}"#, "item"), ("null", "item"), (#"[[1]]"#, "any"),
            ("[1,2]", "numbers"), ("[1.5,2]", "numbers"), ("[]", "strings"), (#"[{"type":"other"}]"#, "any"),
        ]
    )
    func containers(text: String, name: String) throws {
        let value = try decode(Mixture.self, text, mode: .strict)
        #expect(value.name == name)
        #expect(try encode(value) == text)
    }

    @Test(
        "values of open enums, forms and places for additional members decide between objects",
        arguments: [
            (#"{"kind":"session"}"#, "scoped"), (#"{"kind":"other"}"#, "named"), (#"{"kind":"2031-02-03"}"#, "dated"),
            (#"{"kind":"x","more":1}"#, "open"), (#"{"foo":1}"#, "open"), (#"{"foo":"a"}"#, "open"),
        ]
    )
    func objects(text: String, name: String) throws {
        let value = try decode(Object.self, text)
        #expect(value.name == name)
        #expect(try encode(value) == text)
    }

    @Test(
        "integers, booleans and strings are values of a discriminator",
        arguments: [
            (#"{"v":1,"text":"a"}"#, "one"), (#"{"v":1.0,"id":"a","count":1}"#, "one"), (#"{"v":true}"#, "yes"),
            (#"{"v":"b"}"#, "letter"), (#"{"v":"c"}"#, "letter"), (#"{"v":7}"#, "unknown"),
            (#"{"v":null,"text":"a"}"#, "one"),
            (#"{"text":"a"}"#, "one"),
        ]
    )
    func discriminators(text: String, name: String) throws {
        let value = try decode(Version.self, text)
        #expect(value.name == name)
        if case .unknown(let member) = value { #expect(member.discriminator == "7") }
    }

    @Test(
        "a fallback takes objects whose discriminator is unknown or missing, and nothing else",
        arguments: [
            (#"{"type":"text","text":"a"}"#, "text"), (#"{"type":"x"}"#, "item"), (#"{"text":"a"}"#, "item"),
            (#"{"type":5}"#, "item"), (#""a""#, "string"),
        ]
    )
    func fallback(text: String, name: String) throws {
        #expect(try decode(Fallback.self, text).name == name)
    }

    @Test(
        "a discriminator inside a union inside a union decides",
        arguments: [
            (#"{"type":"a","x":1}"#, "first"), (#"{"type":"d","x":1}"#, "second"), (#"{"type":"e"}"#, "unknown"),
        ]
    )
    func nested(text: String, name: String) throws {
        #expect(try decode(Outer.self, text).name == name)
    }

    @Test("arrays nested without end are looked at in time that grows with their length")
    func depth() throws {
        let text = String(repeating: "[", count: 120) + String(repeating: "]", count: 120)
        let value = try decode(Nest.self, text, mode: .strict)
        #expect(value.name == "list")
        #expect(try encode(value) == text)
    }
}

// MARK: - Unions

/// A union whose cases are told apart by name.
private protocol NamedUnion: APIUnion {}

extension NamedUnion {
    var name: String {
        Mirror(reflecting: self).children.first?.label ?? ""
    }
}

private indirect enum Scalar: NamedUnion {
    case any(JSONValue)
    case text(String)
    case url(URL)
    case double(Double)
    case int(Int)
    case date(Date)
    case day(CalendarDate)
    case uuid(UUID)
    case scope(FileScope)
    case unknown(UnknownMember)

    static let table = UnionTable<Self> { union in
        union.member(JSONValue.self, Self.any)
        union.member(String.self, Self.text)
        union.member(URL.self, Self.url)
        union.member(Double.self, Self.double)
        union.member(Int.self, Self.int)
        union.member(Date.self, Self.date)
        union.member(CalendarDate.self, Self.day)
        union.member(UUID.self, Self.uuid)
        union.member(FileScope.self, Self.scope)
    }

    func accept(_ visitor: inout some UnionVisitor & ~Copyable) {
        switch self {
        case .any(let member): visitor.visit(member, at: 0)
        case .text(let member): visitor.visit(member, at: 1)
        case .url(let member): visitor.visit(member, at: 2)
        case .double(let member): visitor.visit(member, at: 3)
        case .int(let member): visitor.visit(member, at: 4)
        case .date(let member): visitor.visit(member, at: 5)
        case .day(let member): visitor.visit(member, at: 6)
        case .uuid(let member): visitor.visit(member, at: 7)
        case .scope(let member): visitor.visit(member, at: 8)
        case .unknown(let member): visitor.visit(member, at: 9)
        }
    }
}

private indirect enum Mixture: NamedUnion {
    case strings([String])
    case days([CalendarDate])
    case scopes([FileScope])
    case numbers([Double])
    case texts([TextOnly])
    case items([Item])
    case blocks([Block])
    case counts([String: Int])
    case item(Nullable<Item>)
    case any(JSONValue)
    case unknown(UnknownMember)

    static let table = UnionTable<Self> { union in
        union.member([String].self, Self.strings)
        union.member([CalendarDate].self, Self.days)
        union.member([FileScope].self, Self.scopes)
        union.member([Double].self, Self.numbers)
        union.member([TextOnly].self, Self.texts)
        union.member([Item].self, Self.items)
        union.member([Block].self, Self.blocks)
        union.member([String: Int].self, Self.counts)
        union.member(Nullable<Item>.self, Self.item)
        union.member(JSONValue.self, Self.any)
    }

    func accept(_ visitor: inout some UnionVisitor & ~Copyable) {
        switch self {
        case .strings(let member): visitor.visit(member, at: 0)
        case .days(let member): visitor.visit(member, at: 1)
        case .scopes(let member): visitor.visit(member, at: 2)
        case .numbers(let member): visitor.visit(member, at: 3)
        case .texts(let member): visitor.visit(member, at: 4)
        case .items(let member): visitor.visit(member, at: 5)
        case .blocks(let member): visitor.visit(member, at: 6)
        case .counts(let member): visitor.visit(member, at: 7)
        case .item(let member): visitor.visit(member, at: 8)
        case .any(let member): visitor.visit(member, at: 9)
        case .unknown(let member): visitor.visit(member, at: 10)
        }
    }
}

private struct TextOnly: APIModel {
    var text: String
    private var modelExtras = ModelExtras()

    static let table = ModelTable<Self> { row in
        row.required("text", String.self)
    }
}

private struct Kind<Value: JSONCodable & Hashable>: APIModel {
    var kind: Value
    private var modelExtras = ModelExtras()

    static var table: ModelTable<Self> {
        ModelTable { row in row.required("kind", Value.self) }
    }
}

private struct OpenKind: APIModel {
    var kind: String?
    var others: [String: Int]
    private var modelExtras = ModelExtras()

    static let table = ModelTable<Self> { row in
        row.optional("kind", String.self)
        row.additional(Int.self)
    }
}

private indirect enum Object: NamedUnion {
    case dated(Kind<CalendarDate>)
    case scoped(Kind<FileScope>)
    case named(Kind<String>)
    case open(OpenKind)
    case unknown(UnknownMember)

    static let table = UnionTable<Self> { union in
        union.member(Kind<CalendarDate>.self, Self.dated)
        union.member(Kind<FileScope>.self, Self.scoped)
        union.member(Kind<String>.self, Self.named)
        union.member(OpenKind.self, Self.open)
    }

    func accept(_ visitor: inout some UnionVisitor & ~Copyable) {
        switch self {
        case .dated(let member): visitor.visit(member, at: 0)
        case .scoped(let member): visitor.visit(member, at: 1)
        case .named(let member): visitor.visit(member, at: 2)
        case .open(let member): visitor.visit(member, at: 3)
        case .unknown(let member): visitor.visit(member, at: 4)
        }
    }
}

private indirect enum Version: NamedUnion {
    case one(TextOnly)
    case yes(Item)
    case letter(JSONObject)
    case unknown(UnknownMember)

    static let table = UnionTable<Self>(discriminator: "v") { union in
        union.member(1, TextOnly.self, Self.one)
        union.member(true, Item.self, Self.yes)
        union.member("b", JSONObject.self, Self.letter)
        union.member("c", JSONObject.self, Self.letter)
    }

    func accept(_ visitor: inout some UnionVisitor & ~Copyable) {
        switch self {
        case .one(let member): visitor.visit(member, at: 0)
        case .yes(let member): visitor.visit(member, at: 1)
        case .letter(let member): visitor.visit(member, at: 2)
        case .unknown(let member): visitor.visit(member, at: 3)
        }
    }
}

private indirect enum Fallback: NamedUnion {
    case text(TextBlock)
    case string(String)
    case item(Item)
    case unknown(UnknownMember)

    static let table = UnionTable<Self>(discriminator: "type") { union in
        union.member("text", TextBlock.self, Self.text)
        union.member(String.self, Self.string)
        union.fallback(Item.self, Self.item)
    }

    func accept(_ visitor: inout some UnionVisitor & ~Copyable) {
        switch self {
        case .text(let member): visitor.visit(member, at: 0)
        case .string(let member): visitor.visit(member, at: 1)
        case .item(let member): visitor.visit(member, at: 2)
        case .unknown(let member): visitor.visit(member, at: 3)
        }
    }
}

private indirect enum Letters<Values: LetterValues>: NamedUnion {
    case letter(JSONObject)
    case unknown(UnknownMember)

    static var table: UnionTable<Self> {
        UnionTable(discriminator: "type") { union in
            for value in Values.values { union.member(value, JSONObject.self, Self.letter) }
        }
    }

    func accept(_ visitor: inout some UnionVisitor & ~Copyable) {
        switch self {
        case .letter(let member): visitor.visit(member, at: 0)
        case .unknown(let member): visitor.visit(member, at: 1)
        }
    }
}

private protocol LetterValues: Sendable {
    static var values: [String] { get }
}

private enum EarlyLetters: LetterValues {
    static let values = ["a", "b"]
}

private enum LateLetters: LetterValues {
    static let values = ["c", "d"]
}

private indirect enum Outer: NamedUnion {
    case first(Letters<EarlyLetters>)
    case second(Letters<LateLetters>)
    case unknown(UnknownMember)

    static let table = UnionTable<Self> { union in
        union.member(Letters<EarlyLetters>.self, Self.first)
        union.member(Letters<LateLetters>.self, Self.second)
    }

    func accept(_ visitor: inout some UnionVisitor & ~Copyable) {
        switch self {
        case .first(let member): visitor.visit(member, at: 0)
        case .second(let member): visitor.visit(member, at: 1)
        case .unknown(let member): visitor.visit(member, at: 2)
        }
    }
}

private indirect enum Amount: NamedUnion {
    case double(Double)
    case exact(JSONNumber)
    case unknown(UnknownMember)

    static let table = UnionTable<Self> { union in
        union.member(Double.self, Self.double)
        union.member(JSONNumber.self, Self.exact)
    }

    func accept(_ visitor: inout some UnionVisitor & ~Copyable) {
        switch self {
        case .double(let member): visitor.visit(member, at: 0)
        case .exact(let member): visitor.visit(member, at: 1)
        case .unknown(let member): visitor.visit(member, at: 2)
        }
    }
}

/// Two members that accept arrays, so that every level has a choice to make.
private indirect enum Nest: NamedUnion {
    case list([Nest])
    case pair([[Nest]])
    case unknown(UnknownMember)

    static let table = UnionTable<Self> { union in
        union.member([Nest].self, Self.list)
        union.member([[Nest]].self, Self.pair)
    }

    func accept(_ visitor: inout some UnionVisitor & ~Copyable) {
        switch self {
        case .list(let member): visitor.visit(member, at: 0)
        case .pair(let member): visitor.visit(member, at: 1)
        case .unknown(let member): visitor.visit(member, at: 2)
        }
    }
}
