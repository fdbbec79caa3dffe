import Source

/// Looks for what misspelled names were meant to be, as long as that takes little time.
///
/// A document whose every name is wrong has one cause, which the first hints tell; to compare thousands of names with
/// thousands of others would take minutes.
package struct Suggestions {
    /// How many more names are compared.
    private var comparisonsLeft = 30_000

    package init() {}

    /// The nearest candidate; nil when none is near, or when the search would take too long.
    package mutating func closest(to word: String, among candidates: [String]) -> String? {
        guard candidates.count <= comparisonsLeft else { return nil }
        comparisonsLeft -= candidates.count
        return Spelling.closest(to: word, among: candidates)
    }
}
