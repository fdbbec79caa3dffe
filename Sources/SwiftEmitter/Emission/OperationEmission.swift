import APIModel

/// Writes the method of an operation: it fills a request line by line, and sends it.
struct OperationEmission {
    let names: SwiftNames
    let operation: Operation
    let api: API

    func method(to printer: inout SwiftPrinter) {
        printer.documentation(OperationDocumentation(names: names, operation: operation, scope: scope).text)
        if operation.documentation.isDeprecated { printer.deprecation(operation.documentation) }
        if isConfirmed { printer.line("@discardableResult") }
        printer.list("public func \(Identifier.escaped(SwiftNames.method(operation.name)))", arguments, effects + " {")
        printer.body { printer in
            results?.asking(to: &printer)
            RequestEmission(names: names, operation: operation, service: api.service).request(to: &printer)
            returning(to: &printer)
        }
    }

    /// Whether the answer says no more than that the call was made: what is deleted is gone, whatever comes back.
    private var isConfirmed: Bool {
        guard operation.httpMethod == "DELETE", operation.pagination == nil else { return false }
        switch operation.response.content {
        case .json, .optional, .text, .choice: return true
        case .empty, .bytes, .jsonLines, .events: return false
        }
    }

    private func returning(to printer: inout SwiftPrinter) {
        if let pagination = operation.pagination { return PageEmission(pagination: pagination).returning(to: &printer) }
        switch operation.response.content {
        case .choice(let cases):
            ChoiceEmission(names: names, operation: operation, cases: cases).returning(to: &printer)
        case .events(_, let format):
            printer.call("return try await client.events", ["request", "options"] + description(of: format))
        case .empty, .json: send("send", to: &printer)
        case .optional: send("optional", to: &printer)
        case .text: send("text", to: &printer)
        case .bytes: send("download", to: &printer)
        case .jsonLines:
            guard let results else { return send("jsonLines", to: &printer) }
            results.returning(to: &printer)
        }
    }

    private func send(_ function: String, to printer: inout SwiftPrinter) {
        printer.line("return try await client.\(function)(request, options)")
    }

    /// How the answer is found, where another call says that.
    private var results: ResultsEmission? {
        guard let results = operation.resultsURL else { return nil }
        let operations = api.root.withDescendants.flatMap(\.operations)
        return operations.first { $0.qualifiedName == results.operation }.map {
            ResultsEmission(names: names, operation: operation, results: results, other: $0)
        }
    }

    /// What is said of the events of a stream, where it is not the default.
    private func description(of format: EventFormat) -> [String] {
        var arguments: [String] = []
        if let terminator = format.terminator { arguments.append("terminator: \(SwiftLiteral.string(terminator))") }
        for (label, names) in [("ignoredEvents", format.ignoredEvents), ("errorEvents", format.errorEvents)]
        where !names.isEmpty {
            arguments.append("\(label): [\(names.map(SwiftLiteral.string).joined(separator: ", "))]")
        }
        if format.isWholeEvent { arguments.append("payload: .event") }
        return arguments.isEmpty ? [] : ["StreamDescription(\(arguments.joined(separator: ", ")))"]
    }

    /// Path parameters by name, one params value, options last.
    private var arguments: [String] {
        var arguments = zip(operation.pathParameters, names.arguments(of: operation)).map { parameter, name in
            "\(Identifier.escaped(name)): \(names.text(parameter.type, in: scope))"
        }
        if operation.hasParams {
            let type = names.paramsReference(of: operation)
            if operation.paramsMayBeNil {
                arguments.append("_ params: \(type)? = nil")
            } else {
                let isOptional = names.members(of: operation).allSatisfy(\.isOptional)
                arguments.append("_ params: \(type)\(isOptional ? " = .init()" : "")")
            }
        }
        return arguments + ["options: RequestOptions = .init()"]
    }

    /// The type that the method belongs to.
    private var scope: String { names.resourceType(operation.resource) }

    private var effects: String {
        let result = names.resultText(of: operation, in: scope).map { " -> \($0)" } ?? ""
        // Nothing is sent before pages are read.
        return operation.pagination == nil ? " async throws" + result : result
    }
}

extension Operation {
    /// Whether the caller gives nothing for a call without a body.
    var paramsMayBeNil: Bool {
        guard let body, case .object = body.content else { return false }
        return body.isOptionalAsWhole
    }
}
