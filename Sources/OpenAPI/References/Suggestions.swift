import Source

/// Looks for what misspelled names were meant to be, as long as that takes little time.
///
/// A document whose every name is wrong has one cause, which the first hints tell; to compare thousands of names with
/// thousands of others would take minutes.
package struct Suggestions {
    /// How many more names are compared.
    private var comparisonsLeft = 30_000

    package init() {}

    /// Whether there is time left to compare a name with so many others.
    package func canCompare(with count: Int) -> Bool { count <= comparisonsLeft }

    /// The nearest candidate; nil when none is near, or when the search would take too long.
    package mutating func closest(to word: String, among candidates: [String]) -> String? {
        guard canCompare(with: candidates.count) else { return nil }
        comparisonsLeft -= candidates.count
        return Spelling.closest(to: word, among: candidates)
    }
}
