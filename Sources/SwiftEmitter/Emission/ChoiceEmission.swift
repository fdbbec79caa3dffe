import APIModel

/// Writes the type of a call that answers in one of several ways, by status.
struct ChoiceEmission {
    let names: SwiftNames
    let operation: Operation
    let cases: [ResponseCase]

    func declaration(_ documentation: String, to printer: inout SwiftPrinter) {
        let name = names.choiceType(of: operation)
        printer.documentation(documentation)
        printer.block("public nonisolated enum \(SwiftNames.lastPart(of: name)): Sendable") { printer in
            for choice in cases {
                let text = DocumentationText.line(choice.text ?? "")
                printer.documentation(text.isEmpty ? "Status \(choice.status)." : "Status \(choice.status): \(text)")
                let value = Self.type(choice.content, names, in: name).map { "(\($0))" } ?? ""
                printer.line("case \(Self.name(of: choice))\(value)")
            }
            printer.documentation("Any other status of success.")
            printer.line("case other(APIResponse)")
        }
    }

    /// The lines of the call that make a value of the type.
    func returning(to printer: inout SwiftPrinter) {
        printer.line("let response = try await client.exchange(request, options)")
        printer.line("switch response.status {")
        for choice in cases {
            let name = Self.name(of: choice)
            let value =
                switch choice.content {
                case .text: "(try response.text())"
                case .bytes: "(response.data)"
                default: Self.type(choice.content, names, in: "").map { _ in "(try response.value())" } ?? ""
                }
            printer.line("case \(Self.pattern(choice.status)): return .\(name)\(value)")
        }
        printer.line("default: return .other(response.raw)")
        printer.line("}")
    }

    private static func name(of choice: ResponseCase) -> String {
        Identifier.escaped(SwiftNames.member(choice.name, avoiding: ["other", "self", "Type", "init"]))
    }

    private static func pattern(_ status: String) -> String {
        guard status.lowercased().hasSuffix("xx"), let first = status.first else {
            return status == "default" ? "200..<300" : status
        }
        return "\(first)00...\(first)99"
    }

    /// The type of a case's value: bytes that have been read.
    private static func type(_ content: ResponseContent, _ names: SwiftNames, in scope: String) -> String? {
        content == .bytes ? "Data" : names.text(content, in: scope)
    }
}
