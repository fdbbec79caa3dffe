import OpenAPI
import Source

extension Lowering {
    /// Remembers the method of an operation whose answer another call says the place of: which call that is can be told
    /// when all have been made.
    func noteResultsURL(of object: OperationObject, _ operations: [Operation]) {
        guard let extensionObject = object.resultsURL, !document.isInvalid(extensionObject.node) else { return }
        let lines = operations.first { if case .jsonLines = $0.response.content { true } else { false } }
        guard let lines else {
            report.error(
                .value,
                "only an answer in JSON Lines is read at a URL that another call names",
                at: object.keyRange(of: "x-sdk-results-url")
            )
            return
        }
        pendingResults.append((lines.qualifiedName, object))
    }

    /// The operations, with the places of answers that others of them name.
    func withResultsURLs(_ operations: [Operation]) -> [Operation] {
        guard !pendingResults.isEmpty else { return operations }
        finishSchemas()
        let positions = Dictionary(
            zip(operations.map(\.qualifiedName), operations.indices),
            uniquingKeysWith: { first, _ in first }
        )
        for (call, object) in pendingResults {
            guard let index = positions[call], let extensionObject = object.resultsURL,
                let name = extensionObject.operation
            else { continue }
            guard let position = positions[name.text] else {
                reportUnknown("there is no method '\(name.text)'", name, among: operations.map(\.qualifiedName))
                continue
            }
            operations[index].resultsURL = resultsURL(extensionObject, name, operations[index], operations[position])
        }
        return operations
    }

    private func resultsURL(
        _ object: ResultsURLExtensionObject,
        _ name: YAMLNode,
        _ operation: Operation,
        _ other: Operation
    ) -> ResultsURL? {
        guard case .json(let answer, false) = other.response.content, other.pagination == nil else {
            report.error(.value, "'\(name.text)' does not answer with one JSON value", at: name.range)
            return nil
        }
        guard mayCall(other, with: operation, at: name.range) else { return nil }
        let subject = "the answer of '\(name.text)'"
        guard let node = object.url, let url = member(node, in: answer, called: subject) else { return nil }
        guard url.isText || url.type == .scalar(.url) else {
            report.error(.value, "'\(node.text)' of \(subject) is no text", at: node.range, hint: "a URL is one")
            return nil
        }
        var state: MemberPath?
        if let node = object.state {
            state = member(node, in: answer, called: subject)
            if state == nil { return nil }
        }
        return ResultsURL(operation: other.qualifiedName, url: url, state: state)
    }

    /// Whether the values of a call are enough for another one: the rest of these may be left out.
    private func mayCall(_ other: Operation, with operation: Operation, at range: SourceRange) -> Bool {
        var isEnough = true
        func fail(_ message: String, _ parameter: Parameter?) {
            let notes = parameter.map { [Diagnostic.Note(message: "declared here", range: $0.source)] } ?? []
            report.error(.value, message, at: range, notes: notes)
            isEnough = false
        }
        for parameter in other.parameters {
            guard let own = operation.parameter(like: parameter) else {
                guard parameter.isRequired, parameter.defaultValue == nil else { continue }
                fail("'\(other.qualifiedName)' needs '\(parameter.wireName)', which this call does not have", parameter)
                continue
            }
            if own.type != parameter.type {
                fail("'\(parameter.wireName)' of '\(other.qualifiedName)' has another type than this call's", parameter)
            } else if parameter.isRequired, !own.isRequired {
                fail("'\(other.qualifiedName)' needs '\(parameter.wireName)', which may be left out here", parameter)
            }
        }
        if other.body?.isRequired == true { fail("'\(other.qualifiedName)' needs a body", nil) }
        return isEnough
    }
}

extension Operation {
    /// The parameter with the place and the name of another call's.
    package func parameter(like other: Parameter) -> Parameter? {
        parameters.first { $0.location == other.location && $0.wireName == other.wireName }
    }
}
