import APIModel

/// Writes the method of an operation: it fills a request line by line, and sends it.
struct OperationEmission {
    let names: SwiftNames
    let operation: Operation

    func method(to printer: inout SwiftPrinter) {
        printer.documentation(documentation)
        if operation.documentation.isDeprecated {
            printer.line("@available(*, deprecated)")
        }
        printer.list("public func \(Identifier.escaped(SwiftNames.method(operation.name)))", arguments, effects + " {")
        printer.body { printer in
            // A variable that nothing changes draws a warning.
            let isPlain = operation.parameters.isEmpty && operation.fixedQuery.isEmpty && operation.body == nil
            printer.call(
                "\(isPlain ? "let" : "var") request = APIRequest",
                [".\(operation.httpMethod.lowercased())", quoted(operation.path)]
            )
            for parameter in operation.pathParameters {
                printer.call("request.path", [quoted(parameter.wireName), argument(parameter)])
            }
            for member in operation.fixedQuery {
                printer.call("request.query", [quoted(member.name), quoted(member.value)])
            }
            for parameter in operation.parameters where parameter.location != .path {
                place(parameter, to: &printer)
            }
            switch operation.body {
            case .object: printer.line("request.body(params)")
            case .value(_, _, isRequired: true): printer.line("request.body(params.body)")
            case .value: printer.block("if let body = params.body") { $0.line("request.body(body)") }
            case nil: break
            }
            printer.line("return try await client.send(request, options)")
        }
    }

    private func place(_ parameter: Parameter, to printer: inout SwiftPrinter) {
        let value = "params.\(SwiftNames.property(parameter.name))"
        var arguments = [quoted(parameter.wireName), value]
        let forced = parameter.forcedValues.map(quoted)
        if let first = forced.first { arguments += ["appending: \(first)"] + forced.dropFirst() }
        printer.call(parameter.location == .query ? "request.query" : "request.header", arguments)
    }

    /// Path parameters by name, one params value, options last.
    private var arguments: [String] {
        var arguments = operation.pathParameters.map { parameter in
            "\(argument(parameter)): \(names.text(parameter.type, in: scope))"
        }
        if operation.hasParams {
            arguments.append(
                "_ params: \(SwiftNames.paramsName(of: operation))\(operation.paramsAreOptional ? " = .init()" : "")"
            )
        }
        return arguments + ["options: RequestOptions = .init()"]
    }

    /// The type that the method belongs to.
    private var scope: String { names.resourceType(operation.resource) }

    private var effects: String {
        " async throws" + (operation.response.type.map { " -> \(names.text($0, in: scope))" } ?? "")
    }

    private func argument(_ parameter: Parameter) -> String {
        Identifier.escaped(SwiftNames.argument(parameter.name))
    }

    private func quoted(_ text: String) -> String { SwiftLiteral.string(text) }

    private var documentation: String {
        var lines = [
            DocumentationText.text(operation.documentation, fallback: "`\(operation.httpMethod) \(operation.path)`")
                ?? "",
            "",
            "- Parameters:",
        ]
        for parameter in operation.pathParameters {
            let text = DocumentationText.line(
                parameter.documentation.text ?? "Goes into the path as `\(parameter.wireName)`."
            )
            lines.append("  - \(SwiftNames.argument(parameter.name)): \(text)")
        }
        if operation.hasParams {
            lines.append("  - params: What else the call sends.")
        }
        lines.append("  - options: Settings of this call alone.")
        if operation.response != .empty {
            lines.append("- Returns: \(DocumentationText.line(operation.responseText ?? "What the API answers."))")
        }
        lines.append("- Throws: ``APIError``, or `CancellationError` when the task is cancelled.")
        return lines.joined(separator: "\n")
    }
}
