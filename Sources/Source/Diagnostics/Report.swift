/// Collects the diagnostics of a run.
package final class Report {
    /// Turns every warning into an error, for `--strict`.
    package var treatsWarningsAsErrors = false

    private let files: SourceFiles?
    private var collected: [Diagnostic] = []
    private var seen: Set<Diagnostic> = []

    /// - Parameter files: gives the paths that ``diagnostics`` are sorted by; without it, files go in order of loading.
    package init(files: SourceFiles? = nil) {
        self.files = files
    }

    package func error(
        _ rule: Rule,
        _ message: String,
        at range: SourceRange?,
        hint: String? = nil,
        notes: [Diagnostic.Note] = []
    ) {
        add(Diagnostic(severity: .error, rule: rule, message: message, range: range, hint: hint, notes: notes))
    }

    package func warning(
        _ rule: Rule,
        _ message: String,
        at range: SourceRange?,
        hint: String? = nil,
        notes: [Diagnostic.Note] = []
    ) {
        add(Diagnostic(severity: .warning, rule: rule, message: message, range: range, hint: hint, notes: notes))
    }

    /// Adds a diagnostic, unless the same one is there already.
    package func add(_ diagnostic: Diagnostic) {
        if seen.insert(diagnostic).inserted { collected.append(diagnostic) }
    }

    /// Adds what another report collected, in its order.
    package func add(contentsOf other: Report) {
        other.collected.forEach(add)
    }

    package var errorCount: Int {
        treatsWarningsAsErrors ? collected.count : collected.count { $0.severity == .error }
    }

    package var warningCount: Int { collected.count - errorCount }

    package var hasErrors: Bool {
        treatsWarningsAsErrors ? !collected.isEmpty : collected.contains { $0.severity == .error }
    }

    /// All diagnostics by path and position; those without a place come first, those at one place in order of arrival.
    package var diagnostics: [Diagnostic] {
        let paths = collected.map { diagnostic in
            diagnostic.range.flatMap { files?.file($0.file)?.path } ?? ""
        }
        let order = collected.indices.sorted { left, right in
            let (a, b) = (collected[left].range, collected[right].range)
            guard let a, let b else { return a == nil && (b != nil || left < right) }
            if paths[left] != paths[right] { return paths[left] < paths[right] }
            if a.file != b.file { return a.file.index < b.file.index }
            if a.start != b.start { return a.start < b.start }
            return left < right
        }
        return order.map { index in
            let diagnostic = collected[index]
            return treatsWarningsAsErrors ? diagnostic.with(severity: .error) : diagnostic
        }
    }
}
