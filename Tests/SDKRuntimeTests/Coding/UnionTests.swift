import SDKRuntime
import Testing

@Suite("Unions")
struct UnionTests {
    @Test("the discriminator decides, wherever it stands and whatever the rest is")
    func discriminator() throws {
        #expect(try decode(Block.self, #"{"type":"text","text":"a"}"#) == .text(TextBlock(text: "a")))
        #expect(try decode(Block.self, #"{"value":{"type":"text"},"type":"num"}"#).isNumber)
        #expect(try decode(Block.self, #"{"text":"a","t\u0079pe":"num"}"#).isNumber)
    }

    @Test("an unknown value of the discriminator keeps the JSON, and is no issue")
    func unknown() throws {
        let text = #"{"type":"hologram","text":"x","n":1.0}"#
        guard case .unknown(let member) = try decode(Block.self, text, mode: .strict) else {
            Issue.record("not unknown")
            return
        }
        #expect(member.discriminator == "hologram")
        #expect(member.value["n"] == 1.0)
        #expect(try encode(Block.unknown(member)) == text)
    }

    @Test("odd data inside a known member is an issue of that member")
    func oddInside() throws {
        let text = #"{"members":[{"type":"num","value":"NaN-text"}],"type":"group"}"#
        guard case .group(let group) = try decode(Block.self, text) else {
            Issue.record("not a group")
            return
        }
        #expect(group.members.first?.isNumber == true)
        #expect(group.decodingIssues.map(\.codingPath) == ["members[0].value"])
        #expect(try encode(group) == #"{"type":"group","members":[{"type":"num","value":"NaN-text"}]}"#)
    }

    @Test("without a discriminator the best fit is taken; without any fit, the unknown case")
    func missingDiscriminator() throws {
        #expect(try decode(Block.self, #"{"value":1}"#).isNumber)
        let text = #"{"hologram":1}"#
        let block = try decode(Block.self, text, mode: .strict)
        #expect(block == .unknown(UnknownMember(value: ["hologram": 1])))
    }

    @Test("the kind of the JSON value decides")
    func kind() throws {
        #expect(try decode(Content.self, #""plain""#, mode: .strict) == .string("plain"))
        #expect(try decode(Content.self, "[]", mode: .strict) == .blocks([]))
        #expect(try decode(Content.self, "3", mode: .strict) == .count(3))
    }

    @Test("a kind that no member accepts is unknown, kept, and an issue", arguments: ["true", "null", #"{"a":1}"#])
    func unacceptable(text: String) throws {
        let content = try decode(Content.self, text)
        #expect(try encode(content) == text)
        #expect(throws: ModelDecodingError.self) { try decode(Content.self, text, mode: .strict) }
    }

    @Test(
        "required members, constants and kinds decide",
        arguments: [
            (#"{"id":"a","count":1}"#, 0), (#"{"type":"text","text":"a"}"#, 1), (#"{"data":[]}"#, 2),
            (#"{"id":"a"}"#, 0), (#"{"text":"a"}"#, 1), (#"{"has_more":true}"#, 2), (#""session""#, 3),
            (#""other""#, 4),
            (#"{"type":"texts","text":"a"}"#, 5), (#"{"x":1}"#, 5), ("{}", 2),
            (#"{"id":"a","count":1,"data":[]}"#, 0), (#"{"data":[],"has_more":true,"id":"a"}"#, 2),
        ]
    )
    func bestFit(text: String, expected: Int) throws {
        var visitor = CaseVisitor()
        try decode(Source.self, text).accept(&visitor)
        #expect(visitor.index == expected)
    }

    @Test("cases with equal values of one type differ")
    func equality() {
        #expect(Source.scope("x") != Source.name("x"))
        #expect(Block.text(TextBlock(text: "a")) == Block.text(TextBlock(text: "a")))
        #expect(
            Set([Block.text(TextBlock(text: "a")), .number(NumberBlock(value: 1)), .text(TextBlock(text: "a"))]).count
                == 2
        )
    }

    @Test("open enums keep unknown values")
    func openEnums() throws {
        let scopes = try decode([FileScope].self, #"["session","galaxy"]"#, mode: .strict)
        #expect(scopes == [.session, "galaxy"])
        #expect(scopes.map(\.isKnown) == [true, false])
        #expect("\(scopes[1])" == "galaxy")
        #expect(try encode(scopes) == #"["session","galaxy"]"#)
        let priorities = try decode([Priority].self, "[2,3]", mode: .strict)
        #expect(priorities == [.high, 3])
        #expect(priorities.map(\.isKnown) == [true, false])
        #expect(throws: ModelDecodingError.self) { try decode([FileScope].self, "[1]", mode: .strict) }
    }

    private struct CaseVisitor: UnionVisitor {
        var index = -1

        mutating func visit<Member: JSONCodable & Hashable>(_ member: Member, at index: Int) {
            self.index = index
        }
    }
}

extension Block {
    fileprivate var isNumber: Bool {
        if case .number = self { true } else { false }
    }
}
