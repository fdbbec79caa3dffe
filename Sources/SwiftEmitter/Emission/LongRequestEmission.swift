import APIModel

/// Writes the rules for calls that take long, each once: the calls name them.
struct LongRequestEmission {
    let rules: [LongRequestRule]

    func declaration(to printer: inout SwiftPrinter) {
        guard !rules.isEmpty else { return }
        printer.blank()
        printer.block("nonisolated extension LongRequestRule") { printer in
            for rule in rules {
                printer.blank()
                printer.documentation("Which calls take too long to be answered all at once: the rule `\(rule.name)`.")
                let name = Identifier.escaped(SwiftNames.longRequestRule(rule.name))
                printer.group("static let \(name) = LongRequestRule(", ")") { arguments(of: rule, to: &$0) }
            }
        }
    }

    private func arguments(of rule: LongRequestRule, to printer: inout SwiftPrinter) {
        printer.line("secondsPerUnit: \(rule.secondsPerUnit),")
        if let limit = rule.limit { printer.line("limit: .seconds(\(limit)),") }
        if !rule.caps.isEmpty {
            let caps = rule.caps.map { "\(SwiftLiteral.string($0.name)): \($0.amount)" }
            printer.collection("caps: [", caps, "],")
        }
        printer.line("advice: \(SwiftLiteral.string(rule.advice)),")
    }
}
