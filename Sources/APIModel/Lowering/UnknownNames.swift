import OpenAPI
import Source

extension Lowering {
    /// An error at a name that is none of those that there are, with the one that it may be a mistake for.
    func reportUnknown(
        _ message: String,
        _ name: String,
        at range: SourceRange,
        among known: [String],
        _ rule: Rule = .value
    ) {
        let near = suggestions.closest(to: name, among: known)
        report.error(rule, message, at: range, hint: near.map { "did you mean '\($0)'?" })
    }

    /// An error at a value that is none of the names that there are.
    func reportUnknown(_ message: String, _ node: YAMLNode, among known: [String], _ rule: Rule = .value) {
        reportUnknown(message, node.text, at: node.range, among: known, rule)
    }
}
