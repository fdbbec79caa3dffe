/// A regular expression of the kind that JSONPath uses (I-Regexp, RFC 9485), ready to be matched.
///
/// It is matched by following all ways through it at once, so that no expression takes longer than its own length times
/// that of the text.
struct IRegexp: Hashable, Sendable {
    /// One step of the expression.
    enum Step: Hashable, Sendable {
        /// Goes on to the next step when the next character is in the set.
        case take(IRegexpCharacters)
        /// Goes on to two steps.
        case split(Int, Int)
        case jump(Int)
        case match
    }

    private let steps: [Step]

    /// Nil for a text that is no I-Regexp, or one whose repetitions make it too long.
    init?(_ text: String) {
        guard let pattern = IRegexpParser.parse(text), let steps = IRegexpCompiler.compile(pattern) else { return nil }
        self.steps = steps
    }

    /// How much work it is to match a text, as a count of characters looked at.
    func cost(of text: String) -> Int { steps.count * (text.utf8.count + 1) }

    /// Whether all of a text matches.
    func matches(_ text: String) -> Bool { run(text, isSearch: false) }

    /// Whether some part of a text matches.
    func isFound(in text: String) -> Bool { run(text, isSearch: true) }

    private func run(_ text: String, isSearch: Bool) -> Bool {
        var current = Threads(capacity: steps.count)
        var next = Threads(capacity: steps.count)
        add(0, to: &current)
        for scalar in text.unicodeScalars {
            if isSearch {
                if current.hasMatch { return true }
                add(0, to: &current)
            }
            next.removeAll()
            for index in current.list {
                if case .take(let characters) = steps[index], characters.contains(scalar) { add(index + 1, to: &next) }
            }
            swap(&current, &next)
            if !isSearch, current.list.isEmpty, !current.hasMatch { return false }
        }
        if isSearch { add(0, to: &current) }
        return current.hasMatch
    }

    /// Adds a step with all that are reached from it without a character.
    private func add(_ index: Int, to threads: inout Threads) {
        var waiting = [index]
        while let index = waiting.popLast() {
            guard threads.insert(index) else { continue }
            switch steps[index] {
            case .take: threads.list.append(index)
            case .split(let first, let second): waiting += [second, first]
            case .jump(let target): waiting.append(target)
            case .match: threads.hasMatch = true
            }
        }
    }

    /// The steps that are waiting for a character.
    private struct Threads {
        var list: [Int] = []
        var hasMatch = false
        private var generation = 1
        private var seen: [Int]

        init(capacity: Int) { seen = Array(repeating: 0, count: capacity) }

        mutating func insert(_ index: Int) -> Bool {
            guard seen[index] != generation else { return false }
            seen[index] = generation
            return true
        }

        mutating func removeAll() {
            list.removeAll(keepingCapacity: true)
            hasMatch = false
            generation += 1
        }
    }
}

/// An expression as it is written.
indirect enum IRegexpPattern {
    case characters(IRegexpCharacters)
    case sequence([IRegexpPattern])
    case alternatives([IRegexpPattern])
    case repetition(IRegexpPattern, atLeast: Int, atMost: Int?)
}

/// Turns an expression into steps.
private struct IRegexpCompiler {
    /// `((a{100}){100}){100}` is short to write and long to follow.
    private static let maximumCount = 10_000
    private var steps: [IRegexp.Step] = []
    /// How many parts have been looked at: one may be empty, and repeated a billion times.
    private var visits = 0

    static func compile(_ pattern: IRegexpPattern) -> [IRegexp.Step]? {
        var compiler = IRegexpCompiler()
        guard compiler.emit(pattern) else { return nil }
        return compiler.steps + [.match]
    }

    /// False when there are too many steps.
    private mutating func emit(_ pattern: IRegexpPattern) -> Bool {
        visits += 1
        guard steps.count < Self.maximumCount, visits < Self.maximumCount * 10 else { return false }
        switch pattern {
        case .characters(let characters):
            steps.append(.take(characters))
        case .sequence(let parts):
            for part in parts { guard emit(part) else { return false } }
        case .alternatives(let branches):
            var ends: [Int] = []
            for (number, branch) in branches.enumerated() {
                let isLast = number == branches.count - 1
                let split = steps.count
                if !isLast { steps.append(.match) }
                guard emit(branch) else { return false }
                guard !isLast else { break }
                ends.append(steps.count)
                steps.append(.match)
                steps[split] = .split(split + 1, steps.count)
            }
            for end in ends { steps[end] = .jump(steps.count) }
        case .repetition(let part, let least, let most):
            for _ in 0..<least { guard emit(part) else { return false } }
            guard let most else {
                let split = steps.count
                steps.append(.match)
                guard emit(part) else { return false }
                steps.append(.jump(split))
                steps[split] = .split(split + 1, steps.count)
                return true
            }
            var splits: [Int] = []
            for _ in least..<max(least, most) {
                splits.append(steps.count)
                steps.append(.match)
                guard emit(part) else { return false }
            }
            for split in splits { steps[split] = .split(split + 1, steps.count) }
        }
        return true
    }
}
