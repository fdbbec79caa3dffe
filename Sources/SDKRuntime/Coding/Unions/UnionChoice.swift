/// Chooses the member of a union that the next value is, without reading it; see ``APIUnion`` for the rules.
struct UnionChoice: Sendable {
    struct Member: Sendable {
        let discriminator: String?
        let kinds: JSONKinds
        let fit: MemberFit

        init<Value: JSONCodable>(_ type: Value.Type, discriminator: String?) {
            self.discriminator = discriminator
            kinds = type.acceptedKinds
            fit = MemberFit(type)
        }
    }

    enum Result {
        case member(Int)
        case unknown(discriminator: String?)
    }

    let members: [Member]
    let acceptedKinds: JSONKinds
    private let discriminator: KeyIndex?
    private let values: KeyIndex

    init(discriminator: String?, members: [Member]) {
        self.discriminator = discriminator.map { KeyIndex([$0]) }
        self.members = members
        acceptedKinds = members.reduce([]) { $0.union($1.kinds) }
        values = KeyIndex(members.map(\.discriminator))
    }

    func choose(_ json: inout JSONReader) -> Result {
        let kind = json.nextKind()
        if kind == .object, let discriminator, let value = json.lookAhead({ $0.stringMember(discriminator) }) {
            let index = values.find(value)
            return index >= 0 ? .member(index) : .unknown(discriminator: value.text)
        }
        let candidates = members.indices.filter { !members[$0].kinds.isDisjoint(with: kind) }
        if candidates.count == 1, let only = candidates.first { return .member(only) }
        guard !candidates.isEmpty else {
            noteUnacceptable(kind, &json)
            return .unknown(discriminator: nil)
        }
        return bestFit(among: candidates, kind, &json)
    }

    /// The value of the discriminator in an object that comes next; nil when there is no such member.
    func discriminatorValue(_ json: inout JSONReader) -> String? {
        guard let discriminator, json.nextKind() == .object else { return nil }
        return json.lookAhead { $0.stringMember(discriminator)?.text }
    }

    private func bestFit(among candidates: [Int], _ kind: JSONKinds, _ json: inout JSONReader) -> Result {
        let value = json.lookAhead { ObservedValue(reading: &$0, kind: kind) }
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

    /// The string of the first member of that key of the object that comes next.
    fileprivate mutating func stringMember(_ key: KeyIndex) -> StringSpan? {
        guard openObject() else { return nil }
        while openKey() {
            let isWanted = key.find(in: &self, expected: 0) == 0
            readColon()
            if isWanted { return peek() == Byte.quote ? scanString() : nil }
            skip()
        }
        return nil
    }
}
