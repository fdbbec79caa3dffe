package import Source

extension Rule {
    package static let nameClash: Rule = "name-clash"
}

/// The names that one place of the generated code has given away.
struct NameScope {
    private var taken: [String: Claim] = [:]

    private struct Claim {
        let what: String
        let source: SourceRange?
    }

    /// A scope in which some names are not to be had.
    init(reserved: Set<String> = [], reason: String = "") {
        for name in reserved { taken[name] = Claim(what: reason, source: nil) }
    }

    /// Takes a name, or reports that it is taken.
    ///
    /// - Parameters:
    ///   - name: The Swift name.
    ///   - what: What it names, for the message: "type 'BetaFile'".
    ///   - source: Where the spec names it.
    ///   - hint: How the spec's author can settle the clash.
    mutating func claim(_ name: String, for what: String, at source: SourceRange?, hint: String, report: Report) {
        if let claim = taken[name] {
            report.error(
                .nameClash,
                "the Swift name '\(name)' of \(what) is taken by \(claim.what)",
                at: source,
                hint: hint,
                notes: claim.source.map { [Diagnostic.Note(message: "which is here", range: $0)] } ?? []
            )
            return
        }
        taken[name] = Claim(what: what, source: source)
    }
}
