/// The difference of two texts in the unified format (POSIX `diff -u`).
struct UnifiedDiff {
    let text: String

    /// Lines around a change that are shown with it.
    private static let context = 3

    private enum Line {
        case same(String), removed(String), added(String)

        var text: String {
            switch self {
            case .same(let line): " " + line
            case .removed(let line): "-" + line
            case .added(let line): "+" + line
            }
        }

        var isChange: Bool { if case .same = self { false } else { true } }
        var isOld: Bool { if case .added = self { false } else { true } }
        var isNew: Bool { if case .removed = self { false } else { true } }
    }

    /// - Parameters:
    ///   - old: The text that is there; nil for a file that is to be made.
    ///   - new: The text that should be there; nil for a file that is to go.
    ///   - path: The name in the head of the diff.
    init(from old: String?, to new: String?, path: String) {
        let lines = Self.lines(from: Self.split(old), to: Self.split(new))
        var text = "--- \(old == nil ? "/dev/null" : "a/" + path)\n+++ \(new == nil ? "/dev/null" : "b/" + path)\n"
        for range in Self.hunks(of: lines) { text += Self.hunk(range, of: lines) }
        self.text = text
    }

    private static func split(_ text: String?) -> [String] {
        guard let text, !text.isEmpty else { return [] }
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() }
        return lines
    }

    /// Both texts, line by line, merged.
    private static func lines(from old: [String], to new: [String]) -> [Line] {
        let start = zip(old, new).prefix { $0 == $1 }.count
        let end = zip(old.dropFirst(start).reversed(), new.dropFirst(start).reversed()).prefix { $0 == $1 }.count
        let (oldMiddle, newMiddle) = (Array(old[start..<old.count - end]), Array(new[start..<new.count - end]))
        let same = { (lines: ArraySlice<String>) in lines.map { Line.same($0) } }
        return same(new[..<start]) + changedLines(from: oldMiddle, to: newMiddle) + same(new[(new.count - end)...])
    }

    /// How many comparisons of lines the search for the least difference may take; a second's worth.
    private static let comparisons = 10_000_000

    /// Whether the search would take too long: it takes the lines of both texts times those that differ (Myers, An O(ND)
    /// Difference Algorithm), of which there are no fewer than lines that only one text has.
    private static func isTooDifferent(_ old: [String], _ new: [String]) -> Bool {
        let differing = Set(old).symmetricDifference(new).count
        return (old.count + new.count) * differing > comparisons
    }

    private static func changedLines(from old: [String], to new: [String]) -> [Line] {
        guard !isTooDifferent(old, new) else { return old.map { .removed($0) } + new.map { .added($0) } }
        let difference = new.difference(from: old)
        var removed: Set<Int> = []
        var added: Set<Int> = []
        for change in difference {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): added.insert(offset)
            }
        }
        var lines: [Line] = []
        var (oldIndex, newIndex) = (0, 0)
        while oldIndex < old.count || newIndex < new.count {
            if oldIndex < old.count, removed.contains(oldIndex) {
                lines.append(.removed(old[oldIndex]))
                oldIndex += 1
            } else if newIndex < new.count, added.contains(newIndex) {
                lines.append(.added(new[newIndex]))
                newIndex += 1
            } else {
                lines.append(.same(new[newIndex]))
                oldIndex += 1
                newIndex += 1
            }
        }
        return lines
    }

    /// The stretches that hold changes, with context; two that touch are one.
    private static func hunks(of lines: [Line]) -> [Range<Int>] {
        var hunks: [Range<Int>] = []
        for (index, line) in lines.enumerated() where line.isChange {
            let start = max(0, index - context)
            let end = min(lines.count, index + context + 1)
            if let last = hunks.last, start <= last.upperBound {
                hunks[hunks.count - 1] = last.lowerBound..<end
            } else {
                hunks.append(start..<end)
            }
        }
        return hunks
    }

    private static func hunk(_ range: Range<Int>, of lines: [Line]) -> String {
        let before = lines[..<range.lowerBound]
        let inside = lines[range]
        let old = position(before.count(where: \.isOld), inside.count(where: \.isOld))
        let new = position(before.count(where: \.isNew), inside.count(where: \.isNew))
        return "@@ -\(old) +\(new) @@\n" + inside.map { $0.text + "\n" }.joined()
    }

    /// `start,count`; a start is counted from 1, but is the line before where there is nothing.
    private static func position(_ before: Int, _ count: Int) -> String {
        "\(count == 0 ? before : before + 1),\(count)"
    }
}
