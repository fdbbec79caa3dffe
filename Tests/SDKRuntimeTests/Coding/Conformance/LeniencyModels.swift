import SDKRuntime

// The schemas that the cases of the suite `leniency` sketch.

struct StateModel: APIModel {
    let state: State
    private var modelExtras = ModelExtras()

    static let table = ModelTable<Self> { row in
        row.required("state", State.self)
    }

    struct State: OpenEnum {
        var rawValue: String
        init(rawValue: String) { self.rawValue = rawValue }
        static var knownRawValues: [String] { ["a", "b"] }
    }
}

struct Container<Member: JSONCodable & Hashable>: APIModel {
    let c: Member
    private var modelExtras = ModelExtras()

    static var table: ModelTable<Self> {
        ModelTable { row in
            row.required("c", Member.self)
        }
    }
}

struct ImageBlock: APIModel {
    let data: String
    private var modelExtras = ModelExtras()

    static let table = ModelTable<Self> { row in
        row.constant("type", "image")
        row.required("data", String.self)
    }
}

indirect enum TextOrImage: APIUnion {
    case text(TextBlock)
    case image(ImageBlock)
    case unknown(UnknownMember)

    static let table = UnionTable<Self>(discriminator: "type") { union in
        union.member("text", TextBlock.self, Self.text)
        union.member("image", ImageBlock.self, Self.image)
    }

    func accept(_ visitor: inout some UnionVisitor & ~Copyable) {
        switch self {
        case .text(let member): visitor.visit(member, at: 0)
        case .image(let member): visitor.visit(member, at: 1)
        case .unknown(let member): visitor.visit(member, at: 2)
        }
    }
}

indirect enum TextOrNumber: APIUnion {
    case text(TextBlock)
    case number(NumberBlock)
    case unknown(UnknownMember)

    static let table = UnionTable<Self>(discriminator: "type") { union in
        union.member("text", TextBlock.self, Self.text)
        union.member("num", NumberBlock.self, Self.number)
    }

    func accept(_ visitor: inout some UnionVisitor & ~Copyable) {
        switch self {
        case .text(let member): visitor.visit(member, at: 0)
        case .number(let member): visitor.visit(member, at: 1)
        case .unknown(let member): visitor.visit(member, at: 2)
        }
    }
}

struct OptionalModel: APIModel {
    let id: String
    let n: Int?
    private var modelExtras = ModelExtras()

    static let table = ModelTable<Self> { row in
        row.required("id", String.self)
        row.optional("n", Int.self)
    }
}

struct TagsModel: APIModel {
    let id: String
    let tags: [String]
    private var modelExtras = ModelExtras()

    static let table = ModelTable<Self> { row in
        row.required("id", String.self)
        row.required("tags", [String].self)
    }
}

struct DoubleModel: APIModel {
    let x: Double
    private var modelExtras = ModelExtras()

    static let table = ModelTable<Self> { row in
        row.required("x", Double.self)
    }
}

struct AnyModel: APIModel {
    let any: JSONValue
    private var modelExtras = ModelExtras()

    static let table = ModelTable<Self> { row in
        row.required("any", JSONValue.self)
    }
}

struct KeywordModel: APIModel {
    let `class`: String
    let `default`: Int
    let _5mTokens: Int
    let `self`: Bool
    private var modelExtras = ModelExtras()

    static let table = ModelTable<Self> { row in
        row.required("class", String.self)
        row.required("default", Int.self)
        row.required("5m_tokens", Int.self)
        row.required("self", Bool.self)
    }
}

struct StringModel: APIModel {
    let s: String
    private var modelExtras = ModelExtras()

    static let table = ModelTable<Self> { row in
        row.required("s", String.self)
    }
}
