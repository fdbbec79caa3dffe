package import APIModel
package import Source

/// What the example of an operation gives to a call.
package struct OperationExample {
    /// A parameter's name is its own only in its place.
    package struct ParameterKey: Hashable {
        let location: Parameter.Location
        let wireName: String

        package init(location: Parameter.Location, wireName: String) {
            self.location = location
            self.wireName = wireName
        }
    }

    /// The values of parameters; those without one are left out of the call.
    package var parameters: [ParameterKey: YAMLNode]
    package var body: YAMLNode?

    package init(parameters: [ParameterKey: YAMLNode], body: YAMLNode?) {
        self.parameters = parameters
        self.body = body
    }
}

/// Writes calls of the SDK as its users do, from the examples of a document.
package struct ExampleCallEmission {
    private let value: ExampleValue

    /// - Parameters:
    ///   - api: What the SDK offers.
    ///   - options: The names that the spec does not give.
    ///   - report: Takes names that clash.
    package init(_ api: API, options: EmissionOptions, report: Report) {
        value = ExampleValue(
            api: api,
            names: SwiftNames.decide(for: api, module: options.module, client: options.client, report: report)
        )
    }

    /// The call `try await client.….method(…)`; nil where the example lacks a value that a call needs.
    ///
    /// - Parameter depth: How deep the line is indented that the call begins in.
    package func call(_ operation: Operation, _ example: OperationExample, depth: Int) -> String? {
        var arguments: [SwiftExpression.Element] = []
        for (parameter, name) in zip(operation.pathParameters, value.names.arguments(of: operation)) {
            guard let node = example.parameters[parameter.key] else { return nil }
            arguments.append(.init(label: name, value: value.expression(node, as: parameter.type)))
        }
        if operation.hasParams {
            guard let params = params(operation, example) else { return nil }
            if !params.isEmpty { arguments.append(.init(value: .call(".init", params))) }
        }
        let path = operation.resource.enumerated().map { SwiftNames.accessor($1, isOnClient: $0 == 0) }
        let callee = (["client"] + path + [SwiftNames.method(operation.name)]).joined(separator: ".")
        let call = SwiftExpression.call(callee, arguments)
        // Nothing is sent, so nothing is awaited, before pages are read.
        let effects = operation.pagination == nil ? "try await " : call.calls(ExampleValue.decoding) ? "try " : ""
        return effects + call.text(depth: depth, used: effects.count)
    }

    /// The arguments of the initialiser of the params; nil where the example lacks one.
    private func params(_ operation: Operation, _ example: OperationExample) -> [SwiftExpression.Element]? {
        let members = value.names.members(of: operation)
        var given: [String?: YAMLNode] = [:]
        let placed = members.filter { $0.place == .parameter }
        for (member, parameter) in zip(placed, operation.parameters.filter { $0.location != .path }) {
            given[member.identifier] = example.parameters[parameter.key]
        }
        var arguments: [SwiftExpression.Element] = []
        if case .object? = operation.body?.content, let body = example.body {
            guard let own = value.arguments(body, members.filter { $0.place != .parameter }) else { return nil }
            arguments = own
        }
        for member in members {
            switch member.place {
            case .body: if let body = value.argument(example.body, for: member) { arguments.append(body) }
            case .parameter:
                if let parameter = value.argument(given[member.identifier], for: member) {
                    arguments.append(parameter)
                }
            case .property, .additional: continue
            }
        }
        let labels = Set(arguments.map(\.label))
        return members.allSatisfy { $0.isOptional || labels.contains($0.identifier) } ? arguments : nil
    }
}

extension Parameter {
    fileprivate var key: OperationExample.ParameterKey { .init(location: location, wireName: wireName) }
}
