import APIModel

/// The documentation comment of an operation's method.
struct OperationDocumentation {
    let names: SwiftNames
    let operation: Operation
    /// The type that the method belongs to.
    let scope: String

    var text: String {
        let fallback = "`\(operation.httpMethod) \(operation.path)`"
        var lines = [DocumentationText.text(operation.documentation, fallback: fallback) ?? "", "", "- Parameters:"]
        for (parameter, name) in zip(operation.pathParameters, names.arguments(of: operation)) {
            let text =
                DocumentationText.text(parameter.documentation) ?? "Goes into the path as `\(parameter.wireName)`."
            lines.append("  - \(name): \(DocumentationText.line(text))")
        }
        if operation.hasParams {
            lines.append("  - params: What else the call sends.")
        }
        lines.append("  - options: Settings of this call alone.")
        lines += returns
        lines += throwing
        return lines.joined(separator: "\n")
    }

    private var returns: [String] {
        var text = ""
        if operation.pagination != nil {
            text = "The items of all pages, which are fetched while they are read."
        } else if operation.response.content != .empty {
            text = DocumentationText.line(operation.response.text ?? "What the API answers.")
        }
        if case .optional = operation.response.content {
            text = Self.ended(text) + " Nil where the API answers with null or without content."
        }
        if let headers = operation.response.headers {
            let type = names.text(.named(headers), in: scope)
            text = Self.ended(text)
            text += "\(text.isEmpty ? "" : " ")Header fields: `response.headers(as: \(type).self)`."
        }
        return text.isEmpty ? [] : ["- Returns: \(text)"]
    }

    /// The text with a mark at its end, so that a sentence can follow.
    private static func ended(_ text: String) -> String {
        guard let last = text.last, !".!?:".contains(last) else { return text }
        return text + "."
    }

    private var throwing: [String] {
        let kind = operation.resultsURL == nil ? "" : " (of kind `.resultsNotReady` before there is one)"
        let rest = "`APIError`\(kind), or `CancellationError` when the task is cancelled."
        let first = operation.pagination == nil ? "- Throws: \(rest)" : ""
        let errors = operation.errors.filter { $0.type != nil }
        guard let one = errors.first?.type else { return first.isEmpty ? [] : [first] }
        if errors.allSatisfy({ $0.type == one }) {
            let reading = "`error.body(as: \(names.text(one, in: scope)).self)` reads what the API says."
            return [first.isEmpty ? "- Note: \(reading)" : first + " " + reading]
        }
        let lines = errors.compactMap { error -> String? in
            guard let type = error.type else { return nil }
            let text = error.text.map { " " + DocumentationText.line($0) } ?? ""
            return "  - \(error.status): `error.body(as: \(names.text(type, in: scope)).self)`.\(text)"
        }
        return [first.isEmpty ? "- Note: Bodies of errors, by status:" : first + " Bodies of errors, by status:"]
            + lines
    }
}
