import APIModel

/// Writes how a call finds its answer at a URL that the answer of another call names.
struct ResultsEmission {
    let names: SwiftNames
    let operation: Operation
    let results: ResultsURL
    /// The call whose answer names the URL.
    let other: Operation

    /// The lines of the method that make the other call.
    func asking(to printer: inout SwiftPrinter) {
        let scope = names.resourceType(operation.resource)
        let resource =
            other.resource == operation.resource ? "Self" : names.resourceReference(other.resource, in: scope)
        let method = Identifier.escaped(SwiftNames.method(other.name))
        printer.call(
            "let \(SwiftNames.answer) = try await \(resource)(client: client.preparatory).\(method)",
            pathArguments + params + ["options: options"]
        )
    }

    /// The line that reads what is at the URL.
    func returning(to printer: inout SwiftPrinter) {
        let url = results.url.text(from: SwiftNames.answer)
        let state = results.state?.text(from: SwiftNames.answer) ?? "nil"
        printer.call("return try await client.results", ["request", "at: \(url)", "state: \(state)", "options"])
    }

    private var pathArguments: [String] {
        let own = Dictionary(
            zip(operation.pathParameters.map(\.wireName), names.arguments(of: operation)),
            uniquingKeysWith: { first, _ in first }
        )
        return zip(other.pathParameters, names.arguments(of: other)).compactMap { parameter, label in
            own[parameter.wireName].map { "\(label): \(Identifier.escaped($0))" }
        }
    }

    /// The params of the other call: what both take. Nothing where that is nothing.
    private var params: [String] {
        let own = members(of: operation)
        let arguments = members(of: other).compactMap { parameter, member in
            own.first { $0.parameter.location == parameter.location && $0.parameter.wireName == parameter.wireName }
                .map { "\(member.identifier): params.\($0.member.quietName)" }
        }
        return arguments.isEmpty ? [] : [".init(\(arguments.joined(separator: ", ")))"]
    }

    /// The parameters that are members of a params type, with these members, which have their order.
    private func members(of operation: Operation) -> [(parameter: Parameter, member: ParamsMember)] {
        let members = names.members(of: operation).filter { $0.place == .parameter }
        return Array(zip(operation.parameters.filter { $0.location != .path }, members)).map { ($0, $1) }
    }
}
