/// Finds what a misspelled word was meant to be.
package enum Spelling {
    /// The nearest candidate, the first of several; nil when nothing is near.
    ///
    /// Near is a word that differs in letter case, `-` and `_` alone, by an edit per three letters, or one of which the
    /// other is an abbreviation: `int` for `integer`.
    package static func closest(to word: String, among candidates: some Sequence<String>) -> String? {
        let letters = normalized(word)
        guard !letters.isEmpty, letters.count <= longestWord else { return nil }
        var best: (candidate: String, distance: Int)?
        for candidate in candidates where candidate != word && candidate.utf8.count <= longestWord * 4 {
            let limit = best.map { $0.distance - 1 } ?? .max
            if let distance = distance(from: letters, to: normalized(candidate)), distance <= limit {
                best = (candidate, distance)
            }
        }
        return best?.candidate
    }

    /// Longer input is no misspelled keyword, and comparing it would take time.
    private static let longestWord = 80

    private static func normalized(_ word: String) -> [Character] {
        word.lowercased().filter { $0 != "-" && $0 != "_" }
    }

    /// Nil when the words are not near. Abbreviations rank behind every misspelling.
    private static func distance(from word: [Character], to candidate: [Character]) -> Int? {
        let edits = editDistance(word, candidate)
        let length = max(word.count, candidate.count)
        if edits <= max(1, length / 3), edits < min(word.count, candidate.count) { return edits }
        let (short, long) = word.count < candidate.count ? (word, candidate) : (candidate, word)
        return short.count >= 3 && long.starts(with: short) ? longestWord + edits : nil
    }

    /// The count of insertions, deletions, substitutions and swaps of neighbours between two words.
    private static func editDistance(_ first: [Character], _ second: [Character]) -> Int {
        guard !first.isEmpty, !second.isEmpty else { return max(first.count, second.count) }
        var beforePrevious: [Int] = []
        var previous = Array(0...second.count)
        for i in 1...first.count {
            var current = [i]
            current.reserveCapacity(second.count + 1)
            for j in 1...second.count {
                let substitution = previous[j - 1] + (first[i - 1] == second[j - 1] ? 0 : 1)
                var cost = min(substitution, previous[j] + 1, current[j - 1] + 1)
                if i > 1, j > 1, first[i - 1] == second[j - 2], first[i - 2] == second[j - 1] {
                    cost = min(cost, beforePrevious[j - 2] + 1)
                }
                current.append(cost)
            }
            beforePrevious = previous
            previous = current
        }
        return previous[second.count]
    }
}
