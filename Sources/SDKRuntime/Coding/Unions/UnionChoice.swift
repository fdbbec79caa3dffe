/// Chooses the member of a union that the next value is, without reading it; see ``APIUnion`` for the rules.
struct UnionChoice: Sendable {
    struct Member: Sendable {
        let type: any JSONCodable.Type
        /// The value of the discriminator that chooses the member.
        let discriminator: JSONValue?
        let kinds: JSONKinds

        init(_ type: any JSONCodable.Type, discriminator: JSONValue?) {
            self.type = type
            self.discriminator = discriminator
            kinds = type.acceptedKinds
        }

        var fit: MemberFit { MemberFit(type) }
    }

    enum Result {
        case member(Int)
        case unknown(discriminator: String?)
    }

    let members: [Member]
    let acceptedKinds: JSONKinds
    let discriminator: String?
    private let discriminatorKey: KeyIndex?
    private let texts: KeyIndex
    /// The members whose value of the discriminator is no string.
    private let others: [(value: JSONValue, index: Int)]
    /// The member for an object whose discriminator is missing or unknown.
    private let fallback: Int?
    /// The members of different types: one that has several values of the discriminator is there once.
    private let distinct: [Int]

    init(discriminator: String?, members: [Member], fallback: Int? = nil) {
        self.discriminator = discriminator
        discriminatorKey = discriminator.map { KeyIndex([$0]) }
        self.members = members
        self.fallback = fallback
        acceptedKinds = members.reduce([]) { $0.union($1.kinds) }
        texts = KeyIndex(members.map { $0.discriminator?.stringValue })
        others = members.enumerated().compactMap { index, member in
            member.discriminator.flatMap { $0.stringValue == nil ? ($0, index) : nil }
        }
        var types: Set<ObjectIdentifier> = []
        distinct = members.indices.filter { types.insert(ObjectIdentifier(members[$0].type)).inserted }
    }

    func choose(_ json: inout JSONReader) -> Result {
        let kind = json.nextKind()
        if kind == .object, let discriminatorKey {
            let value = json.lookAhead { $0.scalarMember(discriminatorKey) }
            if let value, let index = index(of: value) { return .member(index) }
            if let fallback { return .member(fallback) }
            if let value, isDecisive(value) { return .unknown(discriminator: value.text) }
        }
        let candidates = distinct.filter { !members[$0].kinds.isDisjoint(with: kind) }
        if candidates.count == 1, let only = candidates.first { return .member(only) }
        guard !candidates.isEmpty else {
            noteUnacceptable(kind, &json)
            return .unknown(discriminator: nil)
        }
        return bestFit(among: candidates, &json)
    }

    /// The value of the discriminator in an object that comes next; nil when there is no such member.
    func discriminatorValue(_ json: inout JSONReader) -> String? {
        guard let discriminatorKey, json.nextKind() == .object else { return nil }
        return json.lookAhead { $0.scalarMember(discriminatorKey)?.text }
    }

    /// Whether a value of the discriminator chooses a member.
    func knows(_ name: String) -> Bool { texts.find(name) >= 0 }

    private func index(of value: DiscriminatorValue) -> Int? {
        switch value {
        case .string(let span):
            let index = texts.find(span)
            return index < 0 ? nil : index
        case .other(let value):
            return index(of: value)
        }
    }

    private func index(of value: JSONValue) -> Int? {
        if let text = value.stringValue {
            let index = texts.find(text)
            return index < 0 ? nil : index
        }
        return others.first { $0.value.isSame(as: value) }?.index
    }

    /// A string decides in any case, another value only where one is expected.
    private func isDecisive(_ value: DiscriminatorValue) -> Bool {
        if case .string = value { true } else { !others.isEmpty }
    }

    private func bestFit(among candidates: [Int], _ json: inout JSONReader) -> Result {
        let value = json.lookAhead { ObservedValue(reading: &$0) }
        guard json.failure == nil else { return .unknown(discriminator: nil) }
        var best: (index: Int, score: FitScore)?
        for index in candidates {
            let score = members[index].fit.score(value, &json)
            if let current = best, !(score < current.score) { continue }
            best = (index, score)
        }
        guard let best, !best.score.isHopeless else { return .unknown(discriminator: nil) }
        return .member(best.index)
    }

    private func noteUnacceptable(_ kind: JSONKinds, _ json: inout JSONReader) {
        guard !kind.isEmpty else { return json.failUnexpected() }
        json.note("expected a member of the union, found \(kind.name)")
    }
}

extension UnionChoice {
    /// A union inside a union fits as well as the member that it would choose.
    func score(_ value: ObservedValue, _ json: inout JSONReader, depth: Int) -> FitScore {
        if case .object(let members) = value, let discriminator,
            let found = members.first(where: { $0.key == discriminator })?.value.scalar, found != .null
        {
            if let index = index(of: found) ?? fallback {
                return self.members[index].fit.score(value, &json, depth: depth)
            }
            return FitScore(contradictions: 1)
        }
        let candidates = distinct.filter { !members[$0].kinds.isDisjoint(with: value.kind) }
        let best = candidates.map { members[$0].fit.score(value, &json, depth: depth) }.min()
        return best ?? FitScore(isStrange: true)
    }
}

extension ObservedValue {
    fileprivate var kind: JSONKinds {
        switch self {
        case .object: .object
        case .array: .array
        case .scalar(let element): element.kind
        }
    }
}

/// The value of a discriminator as it was received.
private enum DiscriminatorValue {
    case string(StringSpan)
    case other(JSONValue)

    var text: String {
        switch self {
        case .string(let span): span.text
        case .other(let value): value.description
        }
    }
}

extension JSONReader {
    /// Looks at what comes next and returns to where it was. Malformed text stays a failure.
    mutating func lookAhead<Value>(_ body: (inout JSONReader) -> Value) -> Value {
        let (position, depth) = (position, depth)
        let (issueCount, unkept) = (issues.count, unkeptIssues)
        let value = body(&self)
        if failure == nil {
            self.position = position
            self.depth = depth
            unkeptIssues = unkept
            if issues.count > issueCount { issues.removeSubrange(issueCount...) }
        }
        return value
    }

    /// The value of the first member of that key of the object that comes next, if it is a scalar and not null.
    fileprivate mutating func scalarMember(_ key: KeyIndex) -> DiscriminatorValue? {
        guard openObject() else { return nil }
        while openKey() {
            let isWanted = key.find(in: &self, expected: 0) == 0
            readColon()
            guard isWanted else {
                skip()
                continue
            }
            switch nextKind() {
            case .string: return .string(scanString())
            case .bool, .number: return .other(readValue())
            default: return nil
            }
        }
        return nil
    }
}
