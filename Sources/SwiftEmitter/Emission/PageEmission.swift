import APIModel

/// Writes how a list is read page by page.
struct PageEmission {
    let pagination: Pagination

    /// The line of the method that gives the sequence.
    func returning(to printer: inout SwiftPrinter) {
        printer.group("return client.pages(", ")") { printer in
            printer.line("request,")
            printer.line("options,")
            step(to: &printer)
            printer.line("items: { \(items) },")
        }
    }

    private var items: String {
        let (text, isOptional) = pagination.items.access(from: "$0")
        return isOptional ? "\(text) ?? []" : text
    }

    /// The argument that says how the next page is asked for.
    private func step(to printer: inout SwiftPrinter) {
        switch pagination.step {
        case .cursor(let parameter, let next, let more):
            printer.call("next: .cursor", [quoted(parameter)] + self.more(more), " { \(string(next)) },")
        case .bodyCursor(let member, let next, let more):
            let arguments = ["body: \(quoted(member))"] + self.more(more)
            printer.call("next: .cursor", arguments, " { \(next.access(from: "$0").text) },")
        case .ids(let after, let before, let first, let last, let more):
            let arguments =
                ["after: \(quoted(after))"] + (before.map { ["before: \(quoted($0))"] } ?? []) + self.more(more)
                + (first.map { ["first: { \(string($0)) }"] } ?? []) + ["last: { \(string(last)) }"]
            printer.call("next: .ids", arguments, ",")
        case .number(let parameter, let first, let more):
            let start = first == 1 ? [] : ["from: \(first)"]
            printer.call("next: .number", [quoted(parameter)] + start + self.more(more), ",")
        case .offset(let parameter, let more):
            printer.call("next: .offset", [quoted(parameter)] + self.more(more), ",")
        case .url(let next, nil): printer.line("next: .url { \(string(next)) },")
        case .url(let next, let more): printer.call("next: .url", self.more(more), " { \(string(next)) },")
        case .link: printer.line("next: .link,")
        }
    }

    private func more(_ path: MemberPath?) -> [String] {
        path.map { ["more: { \($0.access(from: "$0").text) }"] } ?? []
    }

    /// The value at the end of a way, as an optional text.
    private func string(_ path: MemberPath) -> String { path.text(from: "$0") }

    private func quoted(_ text: String) -> String { SwiftLiteral.string(text) }
}
