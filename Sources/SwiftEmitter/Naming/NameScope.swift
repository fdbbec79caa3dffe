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

    /// What a name was given to. In parts: the words for it are only put together where two want one name.
    private struct Claim {
        let kind: String
        let text: String?
        let source: SourceRange?

        var what: String { text.map { "\(kind) '\($0)'" } ?? kind }
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
    ///   - kind: What it names, for the message: "the schema".
    ///   - text: How the spec calls that: "BetaFile".
    ///   - source: Where the spec names it.
    ///   - hint: How the spec's author can settle the clash.
    mutating func claim(
        _ name: String,
        for kind: String,
        _ text: String? = nil,
        at source: SourceRange?,
        hint: String,
        report: Report
    ) {
        let claim = Claim(kind: kind, text: text, source: source)
        if let earlier = taken.updateValue(claim, forKey: name) {
            taken[name] = earlier
            return fail(name, claim, takenBy: earlier, hint, report)
        }
        if reserved.contains(name) {
            taken[name] = nil
            fail(name, claim, takenBy: Claim(kind: reason, text: nil, source: nil), hint, report)
        }
    }

    private func fail(_ name: String, _ claim: Claim, takenBy earlier: Claim, _ hint: String, _ report: Report) {
        report.error(
            .nameClash,
            "the Swift name '\(name)' of \(claim.what) is taken by \(earlier.what)",
            at: claim.source,
            hint: hint,
            notes: earlier.source.map { [Diagnostic.Note(message: "which is here", range: $0)] } ?? []
        )
    }
}
