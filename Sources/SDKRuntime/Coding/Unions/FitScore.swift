/// What speaks against a member of a union, the weightiest first.
struct FitScore: Comparable {
    /// Constants with another value.
    var contradictions = 0
    /// Required members that are missing, and members of the wrong kind or form.
    var oddities = 0
    /// Members that are declared; they speak for it.
    var declared = 0
    /// Members that are not declared, where the type has no place for them.
    var undeclared = 0
    /// Values that an open enum does not list.
    var unknown = 0
    /// How much else a type that takes the value would take, such as any string: the narrower one is meant.
    var breadth = 0
    /// Whether the object has members, but the type has a place for none.
    var isStrange = false

    var isHopeless: Bool { contradictions > 0 || isStrange }

    static func < (left: FitScore, right: FitScore) -> Bool {
        left.ranking < right.ranking
    }

    private var ranking: (Int, Int, Int, Int, Int, Int) {
        (contradictions, oddities, -declared, undeclared, unknown, breadth)
    }

    /// Adds what speaks against a value inside: there, a contradiction is one oddity among others.
    mutating func add(inner score: FitScore) {
        oddities += score.oddities + (score.isHopeless ? 1 : 0)
        unknown += score.unknown
        breadth = max(breadth, score.breadth)
    }
}
