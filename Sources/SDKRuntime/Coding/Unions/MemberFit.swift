/// How well a value fits a member of a union.
///
/// Only the value itself and its direct members are looked at: trying every member of every union inside would take time
/// exponential in the depth of the text.
struct MemberFit: Sendable {
    private let type: any JSONCodable.Type
    private let trial: @Sendable (inout JSONReader) -> FitScore

    init<Value: JSONCodable>(_ type: Value.Type) {
        self.type = type
        trial = { $0.trial(type) }
    }

    func score(_ value: ObservedValue, _ json: inout JSONReader) -> FitScore {
        switch value {
        case .object(let members):
            if let model = type as? any APIModel.Type { return model.score(members) }
            if let union = type as? any APIUnion.Type { return union.score(value, &json) }
            return FitScore()
        case .array(let kinds):
            guard let array = type as? any ArrayShape.Type else { return FitScore() }
            return FitScore(oddities: kinds.isSubset(of: array.elementKinds) ? 0 : 1)
        case .scalar:
            return trial(&json)
        }
    }
}

extension JSONReader {
    /// How well a scalar fits: scalars are short enough to be read on trial.
    fileprivate mutating func trial<Value: JSONCodable>(_ type: Value.Type) -> FitScore {
        let mode = mode
        self.mode = .lenient
        defer { self.mode = mode }
        return lookAhead { json in
            let unkept = json.unkeptIssues
            let value = Value(reading: &json)
            let isUnknown = (value as? any OpenRawValue).map { !$0.isKnown } ?? false
            return FitScore(oddities: json.unkeptIssues > unkept ? 1 : 0, undeclared: isUnknown ? 1 : 0)
        }
    }
}

/// What speaks against a member, the weightiest first.
struct FitScore: Comparable {
    /// Constants with another value.
    var contradictions = 0
    /// Required members that are missing, and members of the wrong kind.
    var oddities = 0
    /// Members that are not declared.
    var undeclared = 0
    /// Members that are declared; they speak for it.
    var declared = 0
    /// Whether the object has members, but none is declared.
    var isStrange = false

    var isHopeless: Bool { contradictions > 0 || isStrange }

    static func < (left: FitScore, right: FitScore) -> Bool {
        left.ranking < right.ranking
    }

    private var ranking: (Int, Int, Int, Int) { (contradictions, oddities, undeclared, -declared) }
}

/// What can be seen of a value without descending into it.
enum ObservedValue {
    /// The members: their kind, and their value if it is no container.
    case object([(key: String, kind: JSONKinds, value: JSONValue?)])
    /// The kinds of the elements.
    case array(JSONKinds)
    case scalar

    init(reading json: inout JSONReader, kind: JSONKinds) {
        switch kind {
        case .object:
            var members: [(key: String, kind: JSONKinds, value: JSONValue?)] = []
            guard json.openObject() else { break }
            while let key = json.readKey() {
                let (kind, value) = Self.observe(&json)
                members.append((key, kind, value))
            }
            self = .object(members)
            return
        case .array:
            var kinds: JSONKinds = []
            guard json.openArray() else { break }
            while json.openElement() { kinds.formUnion(Self.observe(&json).kind) }
            self = .array(kinds)
            return
        default:
            break
        }
        self = .scalar
    }

    private static func observe(_ json: inout JSONReader) -> (kind: JSONKinds, value: JSONValue?) {
        let kind = json.nextKind()
        guard kind.isDisjoint(with: [.object, .array]) else {
            json.skip()
            return (kind, nil)
        }
        let value = json.readValue()
        guard case .number(let number) = value else { return (kind, value) }
        return (number.int64 ?? number.uint64.map { _ in 0 } == nil ? .fraction : .integer, value)
    }
}

/// An array, whatever its elements are.
private protocol ArrayShape {
    static var elementKinds: JSONKinds { get }
}

extension Array: ArrayShape where Element: JSONCodable {
    fileprivate static var elementKinds: JSONKinds { Element.acceptedKinds.accepting }
}

extension JSONKinds {
    /// A type that accepts fractions accepts integers too; the reverse is seen from the number.
    fileprivate var accepting: JSONKinds { contains(.fraction) ? union(.integer) : self }
}

extension APIModel {
    fileprivate static func score(_ members: [(key: String, kind: JSONKinds, value: JSONValue?)]) -> FitScore {
        table.layout.score(members)
    }
}

extension APIUnion {
    /// A union inside a union fits as well as the best of its members.
    fileprivate static func score(_ value: ObservedValue, _ json: inout JSONReader) -> FitScore {
        table.choice.members.map { $0.fit.score(value, &json) }.min() ?? FitScore(isStrange: true)
    }
}

extension ModelLayout {
    fileprivate func score(_ members: [(key: String, kind: JSONKinds, value: JSONValue?)]) -> FitScore {
        var score = FitScore()
        var seen = RowSet()
        for member in members {
            let index = keys.find(member.key)
            guard index >= 0 else {
                score.undeclared += 1
                continue
            }
            _ = seen.insert(index)
            score.declared += 1
            let row = rows[index]
            if row.presence == .constant {
                let agrees = member.value?.isSame(as: row.constant) ?? false
                score.contradictions += agrees ? 0 : 1
            } else if row.acceptedKinds.isDisjoint(with: member.kind) {
                score.oddities += 1
            }
        }
        for index in rows.indices where !seen.contains(index) && rows[index].mustBeReceived {
            score.oddities += 1
        }
        score.isStrange = score.declared == 0 && !members.isEmpty
        return score
    }
}
