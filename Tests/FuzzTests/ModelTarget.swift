import Foundation
import SDKRuntime
import TestSupport

/// Models and unions: what is read is written, and read as the same again.
struct ModelTarget: FuzzTarget {
    let name = "models"

    let seeds = [
        """
        {"id":"a","count":3,"ratio":0.5,"flag":true,"when":"2031-02-03T04:05:06.5Z","day":"2031-02-03","note":null,\
        "state":"open","tags":["x","y"],"labels":{"a":"b"},"data":"AAEC","price":12.34,"free":[1,1.0,"1",null],\
        "shape":{"type":"circle","radius":2},"loose":"text","child":{"id":"b"},"extra":{"deep":[1]}}
        """,
        #"{"type":"group","shapes":[{"type":"circle","radius":1},{"type":"square","side":2},{"type":"new","x":1}]}"#,
        #"[{"type":"circle","radius":"one"},{"radius":1},{"side":null},1,"a",null]"#,
        #"{"name":"n","a":1,"b":2,"a":"x"}"#,
        #"{"id":"1","child":{"id":"2","child":{"id":"3","child":{"id":"4"}}}}"#,
    ].map { Array($0.utf8) }

    let dictionary = [
        "null", "{}", "[]", "1e5", "-0.5", "\"\"", "\\u0000", "\\ud800", "true", ",", ":", "\"type\":",
        "{\"type\":\"circle\"",
        "\"id\":", "99999999999999999999", "\"2031-02-03T04:05:06Z\"", "\"group\"", "\"shapes\":[", "\"child\":{", "}",
        "]",
        "\"square\"", "\"side\":", "\"radius\":1", "\"a\":", "\"x\":",
    ]

    func check(_ input: [UInt8], _ generator: inout SeededGenerator) throws {
        try check(Thing.self, input)
        try check(Shape.self, input)
        try check([Shape].self, input)
        try check(Loose.self, input)
        try check(Map.self, input)
        try check([String: Thing].self, input)
    }

    private func check<Value: JSONCodable & Hashable>(_ type: Value.Type, _ input: [UInt8]) throws {
        let strict = try? ModelDecoder(mode: .strict).decode(type, from: Data(input))
        guard let reading = try? ModelDecoder().decodeListingIssues(type, from: Data(input)) else {
            return try expect(strict == nil, "\(type) is read in strict mode alone")
        }
        let value = reading.value
        try expect(value == value && value.hashValue == value.hashValue, "\(type) is not equal to itself")
        try expect(strict == nil || strict == value, "\(type) is read differently in strict mode")
        try expect(strict == nil || reading.issues.isEmpty, "\(type) has issues, but not in strict mode")
        let written = try ModelEncoder().encode(value)
        let again = try ModelDecoder().decode(type, from: written)
        try expectEqual(
            String(decoding: try ModelEncoder().encode(again), as: UTF8.self),
            String(decoding: written, as: UTF8.self),
            "\(type), written again"
        )
        if reading.issues.isEmpty {
            try expect(again == value, "\(type) is read as another value than was written")
        }
        // JSON in between changes nothing.
        try expect(
            try JSONValue(encoding: value).decode(as: type) == again,
            "\(type) is another value by way of a JSON value"
        )
    }
}

struct Status: OpenEnum {
    var rawValue: String
    init(rawValue: String) { self.rawValue = rawValue }
    static var knownRawValues: [String] { ["open", "closed"] }
}

/// Every kind of member.
struct Thing: APIModel {
    var id: String
    var count: Int?
    var ratio: Double?
    var flag: Bool?
    var when: Date?
    var day: CalendarDate?
    var note: Nullable<String>?
    var state: Status?
    var tags: [String]?
    var labels: [String: String]?
    var data: Data?
    var price: Decimal?
    var free: JSONValue?
    var shape: Shape?
    var loose: Loose?
    var child: Indirect<Thing>?
    private var modelExtras = ModelExtras()

    static let table = ModelTable<Self> { row in
        row.required("id", String.self)
        row.optional("count", Int.self)
        row.optional("ratio", Double.self)
        row.optional("flag", Bool.self)
        row.optional("when", Date.self)
        row.optional("day", CalendarDate.self)
        row.optionalNullable("note", String.self)
        row.optional("state", Status.self)
        row.optional("tags", [String].self)
        row.optional("labels", [String: String].self)
        row.optional("data", Data.self)
        row.optional("price", Decimal.self)
        row.optional("free", JSONValue.self)
        row.optional("shape", Shape.self)
        row.optional("loose", Loose.self)
        row.optional("child", Indirect<Thing>.self)
    }
}

struct Circle: APIModel {
    var radius: Double
    private var modelExtras = ModelExtras()
    var type: String { "circle" }

    static let table = ModelTable<Self> { row in
        row.constant("type", "circle")
        row.required("radius", Double.self)
    }
}

struct Square: APIModel {
    var side: Int?
    private var modelExtras = ModelExtras()
    var type: String { "square" }

    static let table = ModelTable<Self> { row in
        row.constant("type", "square")
        row.nullable("side", Int.self)
    }
}

struct Group: APIModel {
    var shapes: [Shape]
    private var modelExtras = ModelExtras()
    var type: String { "group" }

    static let table = ModelTable<Self> { row in
        row.constant("type", "group")
        row.required("shapes", [Shape].self)
    }
}

struct Map: APIModel {
    var name: String
    var values: [String: Int]
    private var modelExtras = ModelExtras()

    static let table = ModelTable<Self> { row in
        row.required("name", String.self)
        row.additional(Int.self)
    }
}

/// Told apart by a discriminator.
indirect enum Shape: APIUnion {
    case circle(Circle)
    case square(Square)
    case group(Group)
    case unknown(UnknownMember)

    static let table = UnionTable<Self>(discriminator: "type") { union in
        union.member("circle", Circle.self, Self.circle)
        union.member("square", Square.self, Self.square)
        union.member("group", Group.self, Self.group)
    }

    func accept(_ visitor: inout some UnionVisitor & ~Copyable) {
        switch self {
        case .circle(let member): visitor.visit(member, at: 0)
        case .square(let member): visitor.visit(member, at: 1)
        case .group(let member): visitor.visit(member, at: 2)
        case .unknown(let member): visitor.visit(member, at: 3)
        }
    }
}

/// Told apart by what fits.
indirect enum Loose: APIUnion {
    case number(Int)
    case date(Date)
    case text(String)
    case list([Circle])
    case circle(Circle)
    case square(Square)
    case unknown(UnknownMember)

    static let table = UnionTable<Self> { union in
        union.member(Int.self, Self.number)
        union.member(Date.self, Self.date)
        union.member(String.self, Self.text)
        union.member([Circle].self, Self.list)
        union.member(Circle.self, Self.circle)
        union.member(Square.self, Self.square)
    }

    func accept(_ visitor: inout some UnionVisitor & ~Copyable) {
        switch self {
        case .number(let member): visitor.visit(member, at: 0)
        case .date(let member): visitor.visit(member, at: 1)
        case .text(let member): visitor.visit(member, at: 2)
        case .list(let member): visitor.visit(member, at: 3)
        case .circle(let member): visitor.visit(member, at: 4)
        case .square(let member): visitor.visit(member, at: 5)
        case .unknown(let member): visitor.visit(member, at: 6)
        }
    }
}
