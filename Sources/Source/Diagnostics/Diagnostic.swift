/// A message to the user about one place of the input.
package struct Diagnostic: Hashable, Sendable {
    package enum Severity: String, Hashable, Sendable {
        case error
        case warning
    }

    /// Another place that explains the message.
    package struct Note: Hashable, Sendable {
        package let message: String
        package let range: SourceRange?

        package init(message: String, range: SourceRange?) {
            self.message = message
            self.range = range
        }
    }

    package let severity: Severity
    package let rule: Rule
    package let message: String
    package let range: SourceRange?
    package let hint: String?
    package let notes: [Note]

    package init(
        severity: Severity,
        rule: Rule,
        message: String,
        range: SourceRange?,
        hint: String? = nil,
        notes: [Note] = []
    ) {
        self.severity = severity
        self.rule = rule
        self.message = message
        self.range = range
        self.hint = hint
        self.notes = notes
    }

    func with(severity: Severity) -> Diagnostic {
        Diagnostic(severity: severity, rule: rule, message: message, range: range, hint: hint, notes: notes)
    }
}

extension Diagnostic {
    /// Quotes a piece of the input inside a message, shortened when it is long.
    package static func quote(_ text: some StringProtocol) -> String {
        let limit = 60
        guard text.count > limit else { return "'\(text)'" }
        return "'\(text.prefix(limit))…'"
    }
}
