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
        let (text, isOptional) = access(pagination.items)
        return isOptional ? "\(text) ?? []" : text
    }

    /// The argument that says how the next page is asked for.
    private func step(to printer: inout SwiftPrinter) {
        switch pagination.step {
        case .cursor(let parameter, let next, let more):
            printer.call("next: .cursor", [quoted(parameter)] + self.more(more), " { \(string(next)) },")
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

    private func more(_ path: Pagination.MemberPath?) -> [String] {
        path.map { ["more: { \(access($0).text) }"] } ?? []
    }

    /// The value at the end of a way, as an optional text.
    private func string(_ path: Pagination.MemberPath) -> String {
        let (text, isOptional) = access(path)
        if path.isText { return text }
        return isOptional ? "\(text).map { String(describing: $0) }" : "String(describing: \(text))"
    }

    /// The value at the end of a way, and whether it may be missing.
    private func access(_ path: Pagination.MemberPath) -> (text: String, isOptional: Bool) {
        var text = "$0"
        var isOptional = false
        for (index, member) in path.members.enumerated() {
            let isLast = index == path.members.count - 1
            text += (isOptional ? "?." : ".") + SwiftNames.property(member.name ?? "")
            switch member.absence {
            case .never: break
            case .isNil: isOptional = true
            case .isNull:
                text += isOptional ? "?.value" : ".value"
                isOptional = true
            case .isNilOrNull:
                text += "?.value"
                isOptional = true
            }
            if isLast { break }
        }
        return (text, isOptional)
    }

    private func quoted(_ text: String) -> String { SwiftLiteral.string(text) }
}
