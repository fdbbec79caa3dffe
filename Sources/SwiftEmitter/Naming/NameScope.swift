package import Source

extension Rule {
    package static let nameClash: Rule = "name-clash"
}

/// The names that one place of the generated code has given away.
struct NameScope {
    private var taken: [String: Claim] = [:]
    /// Names that are not to be had. There are hundreds, and a scope for every type: they are looked up where they are.
    private let reserved: Set<String>
    private let reason: String

    private struct Claim {
        let what: String
        let source: SourceRange?
    }

    /// A scope in which some names are not to be had.
    init(reserved: Set<String> = [], reason: String = "") {
        self.reserved = reserved
        self.reason = reason
    }

    /// Takes a name, or reports that it is taken.
    ///
    /// - Parameters:
    ///   - name: The Swift name.
    ///   - what: What it names, for the message: "type 'BetaFile'".
    ///   - source: Where the spec names it.
    ///   - hint: How the spec's author can settle the clash.
    mutating func claim(_ name: String, for what: String, at source: SourceRange?, hint: String, report: Report) {
        if let claim = taken[name] ?? (reserved.contains(name) ? Claim(what: reason, source: nil) : nil) {
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
