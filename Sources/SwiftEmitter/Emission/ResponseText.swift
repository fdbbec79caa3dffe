import APIModel

extension SwiftNames {
    /// What a call gives, as Swift writes it; nil where it gives nothing.
    ///
    /// - Parameter scope: The full name of the type that the text stands in; "" for the top of a file.
    func resultText(of operation: Operation, in scope: String = "") -> String? {
        if let pagination = operation.pagination, case .json(let page, _) = operation.response.content {
            return "PagedSequence<\(text(page, in: scope)), \(text(pagination.itemType, in: scope))>"
        }
        if case .choice = operation.response.content { return choiceReference(of: operation, in: scope) }
        return text(operation.response.content, in: scope)
    }

    /// The type of content; nil for none, and for a choice, which has a type of its own.
    func text(_ content: ResponseContent, in scope: String) -> String? {
        switch content {
        case .empty, .choice: nil
        case .json(let type, let isNullable): text(isNullable ? .nullable(type) : type, in: scope)
        case .optional(let content): text(content, in: scope).map { $0 + "?" }
        case .text: "String"
        case .bytes: "Download"
        case .events(let type, _): "EventStream<\(text(type, in: scope))>"
        case .jsonLines(let type): "JSONLinesStream<\(text(type, in: scope))>"
        }
    }
}

extension ResponseContent {
    /// The types that the spec has for what a call gives.
    var types: [TypeReference] {
        switch self {
        case .empty, .text, .bytes: []
        case .json(let type, _), .events(let type, _), .jsonLines(let type): [type]
        case .optional(let content): content.types
        case .choice(let cases): cases.flatMap(\.content.types)
        }
    }
}
