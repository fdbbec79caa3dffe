import Foundation
import SDKRuntime

// Models in the shape in which the generator writes them.

struct FileScope: OpenEnum {
    var rawValue: String
    init(rawValue: String) { self.rawValue = rawValue }
    static var session: Self { "session" }
    static var workspace: Self { "workspace" }
    static var knownRawValues: [String] { ["session", "workspace"] }
}

struct Priority: OpenIntegerEnum {
    var rawValue: Int
    init(rawValue: Int) { self.rawValue = rawValue }
    static var low: Self { 1 }
    static var high: Self { 2 }
    static var knownRawValues: [Int] { [1, 2] }
}

struct Item: APIModel {
    let id: String
    let count: Int
    private var modelExtras = ModelExtras()

    init(id: String, count: Int) {
        self.id = id
        self.count = count
    }

    static let table = ModelTable<Self> { row in
        row.required("id", String.self)
        row.required("count", Int.self)
    }

    static let offsets = [
        MemoryLayout<Self>.offset(of: \.id), MemoryLayout<Self>.offset(of: \.count),
        MemoryLayout<Self>.offset(of: \.modelExtras),
    ]
}

struct ItemPage: APIModel {
    let data: [Item]
    let hasMore: Bool?
    private var modelExtras = ModelExtras()

    init(data: [Item], hasMore: Bool? = nil) {
        self.data = data
        self.hasMore = hasMore
    }

    static let table = ModelTable<Self> { row in
        row.required("data", [Item].self)
        row.optional("has_more", Bool.self)
    }

    static let offsets = [
        MemoryLayout<Self>.offset(of: \.data), MemoryLayout<Self>.offset(of: \.hasMore),
        MemoryLayout<Self>.offset(of: \.modelExtras),
    ]
}

/// Every kind of row.
struct ItemParams: APIModel {
    var betas: [String]?
    var name: String
    var limit: Int?
    var parent: String?
    var note: Nullable<String>?
    var user: String
    private var modelExtras = ModelExtras()
    var type: String { "item" }
    var version: Int { 2 }

    init(
        betas: [String]? = nil,
        name: String,
        limit: Int? = nil,
        parent: String?,
        note: Nullable<String>? = nil,
        user: String
    ) {
        self.betas = betas
        self.name = name
        self.limit = limit
        self.parent = parent
        self.note = note
        self.user = user
    }

    static let table = ModelTable<Self> { row in
        row.parameter("x-betas", [String].self)
        row.constant("type", "item")
        row.constant("version", 2)
        row.required("name", String.self)
        row.optional("limit", Int.self)
        row.nullable("parent", String.self)
        row.optionalNullable("note", String.self)
        row.requiredParameter("user", String.self)
    }

    static let offsets = [
        MemoryLayout<Self>.offset(of: \.betas), MemoryLayout<Self>.offset(of: \.name),
        MemoryLayout<Self>.offset(of: \.limit), MemoryLayout<Self>.offset(of: \.parent),
        MemoryLayout<Self>.offset(of: \.note), MemoryLayout<Self>.offset(of: \.user),
        MemoryLayout<Self>.offset(of: \.modelExtras),
    ]
}

struct Node: APIModel {
    var name: String
    var child: Indirect<Node>?
    private var modelExtras = ModelExtras()

    init(name: String, child: Indirect<Node>? = nil) {
        self.name = name
        self.child = child
    }

    static let table = ModelTable<Self> { row in
        row.required("name", String.self)
        row.optional("child", Indirect<Node>.self)
    }

    static let offsets = [
        MemoryLayout<Self>.offset(of: \.name), MemoryLayout<Self>.offset(of: \.child),
        MemoryLayout<Self>.offset(of: \.modelExtras),
    ]
}

/// Decodes and encodes with the coders of this package, from and to text.
func decode<T: JSONCodable>(_ type: T.Type, _ text: String, mode: DecodingMode = .lenient) throws -> T {
    try ModelDecoder(mode: mode).decode(type, from: Data(text.utf8))
}

func encode(_ value: some JSONCodable) throws -> String {
    String(decoding: try ModelEncoder().encode(value), as: UTF8.self)
}
