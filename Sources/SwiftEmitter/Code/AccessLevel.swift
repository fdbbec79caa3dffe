/// Who may use what is generated.
package enum AccessLevel: String, CaseIterable, Hashable, Sendable {
    /// Everyone: a library.
    case `public`
    /// Other modules of the package.
    case package
    /// The module alone, for generated files that stand among others of an app.
    case `internal`

    /// A line, or the beginning of one, that was written for `public`, with this level in its place.
    func applied(to line: String) -> String {
        guard self != .public else { return line }
        for opening in ["public ", "@_exported public "] where line.utf8.starts(with: opening.utf8) {
            let rest = line.utf8.dropFirst(opening.utf8.count)
            return (self == .package ? "package " : "") + Substring(rest)
        }
        return line
    }
}
