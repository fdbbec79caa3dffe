import SDKRuntime

struct TextBlock: APIModel {
    var text: String
    private var modelExtras = ModelExtras()
    var type: String { "text" }
    init(text: String) { self.text = text }

    static let table = ModelTable<Self> { row in
        row.constant("type", "text")
        row.required("text", String.self)
    }
}

struct NumberBlock: APIModel {
    var value: Int
    private var modelExtras = ModelExtras()
    var type: String { "num" }
    init(value: Int) { self.value = value }

    static let table = ModelTable<Self> { row in
        row.constant("type", "num")
        row.required("value", Int.self)
    }
}

struct Group: APIModel {
    var members: [Block]
    private var modelExtras = ModelExtras()
    var type: String { "group" }
    init(members: [Block]) { self.members = members }

    static let table = ModelTable<Self> { row in
        row.constant("type", "group")
        row.required("members", [Block].self)
    }
}

/// Told apart by a discriminator, and recursive.
indirect enum Block: APIUnion {
    case text(TextBlock)
    case number(NumberBlock)
    case group(Group)
    case unknown(UnknownMember)

    static let table = UnionTable<Self>(discriminator: "type") { union in
        union.member("text", TextBlock.self, Self.text)
        union.member("num", NumberBlock.self, Self.number)
        union.member("group", Group.self, Self.group)
    }

    func accept(_ visitor: inout some UnionVisitor & ~Copyable) {
        switch self {
        case .text(let member): visitor.visit(member, at: 0)
        case .number(let member): visitor.visit(member, at: 1)
        case .group(let member): visitor.visit(member, at: 2)
        case .unknown(let member): visitor.visit(member, at: 3)
        }
    }
}

/// Told apart by the kind of JSON value.
indirect enum Content: APIUnion {
    case string(String)
    case blocks([Block])
    case count(Int)
    case unknown(UnknownMember)

    static let table = UnionTable<Self> { union in
        union.member(String.self, Self.string)
        union.member([Block].self, Self.blocks)
        union.member(Int.self, Self.count)
    }

    func accept(_ visitor: inout some UnionVisitor & ~Copyable) {
        switch self {
        case .string(let member): visitor.visit(member, at: 0)
        case .blocks(let member): visitor.visit(member, at: 1)
        case .count(let member): visitor.visit(member, at: 2)
        case .unknown(let member): visitor.visit(member, at: 3)
        }
    }
}

/// Told apart by required members, constants and how well the rest fits.
indirect enum Source: APIUnion {
    case item(Item)
    case text(TextBlock)
    case page(ItemPage)
    case scope(FileScope)
    case name(String)
    case unknown(UnknownMember)

    static let table = UnionTable<Self> { union in
        union.member(Item.self, Self.item)
        union.member(TextBlock.self, Self.text)
        union.member(ItemPage.self, Self.page)
        union.member(FileScope.self, Self.scope)
        union.member(String.self, Self.name)
    }

    func accept(_ visitor: inout some UnionVisitor & ~Copyable) {
        switch self {
        case .item(let member): visitor.visit(member, at: 0)
        case .text(let member): visitor.visit(member, at: 1)
        case .page(let member): visitor.visit(member, at: 2)
        case .scope(let member): visitor.visit(member, at: 3)
        case .name(let member): visitor.visit(member, at: 4)
        case .unknown(let member): visitor.visit(member, at: 5)
        }
    }
}
