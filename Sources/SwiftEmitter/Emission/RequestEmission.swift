import APIModel

/// Writes the lines of a method that fill in the request.
struct RequestEmission {
    let names: SwiftNames
    let operation: Operation
    let service: Service

    func request(to printer: inout SwiftPrinter) {
        let isPlain =
            operation.parameters.isEmpty && operation.fixedQuery.isEmpty && operation.body == nil
            && operation.server == nil && operation.security == nil && operation.response.accept == nil
        // A variable that nothing changes draws a warning.
        printer.call("\(isPlain ? "let" : "var") request = APIRequest", [method, quoted(operation.path)])
        if let server = operation.server { printer.call("request.server", [quoted(server)]) }
        for (parameter, name) in zip(operation.pathParameters, names.arguments(of: operation)) {
            place(parameter, Identifier.escaped(name), to: &printer)
        }
        for member in operation.fixedQuery {
            printer.call("request.query", [quoted(member.name), quoted(member.value)])
        }
        // The members of the params type have the order of the parameters.
        let members = names.members(of: operation).filter { $0.place == .parameter }
        for (parameter, member) in zip(operation.parameters.filter { $0.location != .path }, members) {
            place(parameter, "params.\(member.quietName)", to: &printer)
        }
        if let body = operation.body { self.body(body, to: &printer) }
        for (parameter, member) in zip(operation.parameters.filter { $0.location != .path }, members) {
            guard case .part(let part) = parameter.location else { continue }
            let value = "params.\(member.quietName)"
            printer.call("request.partHeader", [quoted(part), quoted(parameter.wireName), value])
        }
        if let long = operation.longRequest {
            let variant = long.variant.map { ["variant: \(quoted($0))"] } ?? []
            let rule = ".\(Identifier.escaped(SwiftNames.longRequestRule(long.rule)))"
            printer.call("request.longRequest", [rule, "amount: \(quoted(long.amount))"] + variant)
        }
        if let accept = operation.response.accept { printer.call("request.accept", [quoted(accept)]) }
        if let security = operation.security {
            printer.call("request.security", [names.securityText(security, of: service)])
        }
    }

    /// The HTTP method: by its name where the library has one.
    private var method: String {
        let known = ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "CONNECT"]
        return known.contains(operation.httpMethod)
            ? ".\(operation.httpMethod.lowercased())" : "method: \(quoted(operation.httpMethod))"
    }

    // MARK: - Parameters

    private func place(_ parameter: Parameter, _ value: String, to printer: inout SwiftPrinter) {
        let name = quoted(parameter.wireName)
        let content = parameter.isJSON ? "json: \(value)" : value
        switch parameter.location {
        case .path:
            printer.call("request.path", [name, content] + format(of: parameter, needsStyle: true))
        case .query:
            printer.call("request.query", [name, content] + format(of: parameter, needsStyle: false))
        case .cookie:
            printer.call("request.cookie", [name, content] + format(of: parameter, needsStyle: false))
        case .queryString:
            let isText = !parameter.isJSON && parameter.type == .scalar(.string)
            printer.call("request.queryString", [isText ? "text: \(value)" : content])
        case .part: break
        case .header:
            var arguments = [name, content]
            let forced = parameter.forcedValues.map(quoted)
            if let first = forced.first {
                arguments += ["appending: \(first)"] + forced.dropFirst()
            } else if parameter.explode == true, !parameter.isJSON {
                arguments.append("explode: true")
            }
            printer.call("request.header", arguments)
        }
    }

    /// What is said of the form of a value, where it is not the default.
    private func format(of parameter: Parameter, needsStyle: Bool) -> [String] {
        guard !parameter.isJSON else { return [] }
        var arguments: [String] = []
        let explodes = parameter.explode.flatMap { $0 == parameter.explodesByDefault ? nil : $0 }
        if let style = parameter.style {
            arguments.append("style: .\(style.rawValue)")
        } else if needsStyle, explodes != nil {
            arguments.append("style: .simple")
        }
        if let explodes { arguments.append("explode: \(explodes)") }
        if parameter.allowsReserved { arguments.append("allowsReserved: true") }
        return arguments
    }

    // MARK: - Body

    private func body(_ body: Body, to printer: inout SwiftPrinter) {
        if !operation.fixedMembers.isEmpty { fixedMembers(to: &printer) }
        switch body.content {
        case .object where body.isOptionalAsWhole:
            printer.block("if let params") { bodyCall(body, "params", to: &$0) }
        case .object: bodyCall(body, "params", to: &printer)
        case .value where body.isRequired: bodyCall(body, "params.body", to: &printer)
        case .value:
            printer.block("if let body = params.body") { bodyCall(body, "body", to: &$0) }
        }
    }

    /// The members that are no business of the caller's.
    private func fixedMembers(to printer: inout SwiftPrinter) {
        printer.line("var params = params")
        let members = names.members(of: operation).filter(\.isSetByCalls)
        for fixed in operation.fixedMembers {
            guard let member = members.first(where: { $0.wireName == fixed.wireName }) else { continue }
            printer.line("params.\(member.identifier) = \(fixed.value.swiftText)")
        }
    }

    private func bodyCall(_ body: Body, _ value: String, to printer: inout SwiftPrinter) {
        let type = "contentType: \(quoted(body.mediaType))"
        switch body.format {
        case .json:
            let isPlain = body.mediaType.lowercased() == "application/json"
            printer.call("request.body", isPlain ? [value] : [value, type])
        case .text: printer.call("request.body", ["text: \(value)", type])
        case .bytes: printer.call("request.body", ["file: \(value)", type])
        case .form(let encodings):
            encoded("form: \(value)", encodings.map { formEncoding($0) }, [], to: &printer)
        case .multipart(let encodings):
            let isPlain = body.mediaType.lowercased() == "multipart/form-data"
            encoded("multipart: \(value)", encodings.map { partEncoding($0) }, isPlain ? [] : [type], to: &printer)
        }
    }

    private func encoded(_ value: String, _ encodings: [String], _ rest: [String], to printer: inout SwiftPrinter) {
        guard !encodings.isEmpty else { return printer.call("request.body", [value] + rest) }
        printer.group("request.body(", ")") { printer in
            printer.line(value + ",")
            printer.collection("encoding: [", encodings, "],")
            for argument in rest { printer.line(argument + ",") }
        }
    }

    private func formEncoding(_ encoding: Body.PartEncoding) -> String {
        "\(quoted(encoding.name)): FormEncoding(\(arguments(of: encoding).joined(separator: ", ")))"
    }

    private func partEncoding(_ encoding: Body.PartEncoding) -> String {
        var encoding = encoding
        encoding.allowsReserved = false
        return "\(quoted(encoding.name)): PartEncoding(\(arguments(of: encoding).joined(separator: ", ")))"
    }

    private func arguments(of encoding: Body.PartEncoding) -> [String] {
        var arguments: [String] = []
        if let type = encoding.contentType { arguments.append("contentType: \(quoted(type))") }
        if !encoding.headers.isEmpty {
            let headers = encoding.headers.map { "\(quoted($0.name)): \(quoted($0.value))" }
            arguments.append("headers: [\(headers.joined(separator: ", "))]")
        }
        if let style = encoding.style { arguments.append("style: .\(style.rawValue)") }
        if let explode = encoding.explode { arguments.append("explode: \(explode)") }
        if encoding.allowsReserved { arguments.append("allowsReserved: true") }
        if encoding.keepsPaths { arguments.append("keepsPaths: true") }
        return arguments
    }

    private func quoted(_ text: String) -> String { SwiftLiteral.string(text) }
}

extension SwiftNames {
    /// Alternatives of credentials, by the client's arguments for them.
    func securityText(_ alternatives: [[String]], of service: Service) -> String {
        let lists = alternatives.map { names in
            let arguments = names.map { name in
                let argument = service.credentials.first { $0.name == name }?.argument ?? name
                return SwiftLiteral.string(SwiftNames.credential(argument))
            }
            return "[\(arguments.joined(separator: ", "))]"
        }
        return "[\(lists.joined(separator: ", "))]"
    }
}

extension Parameter {
    /// Whether elements are written one by one where nothing is said (OpenAPI 3.2.0, section 4.12.2.2).
    var explodesByDefault: Bool {
        switch location {
        case .query, .cookie: style == nil || style == .form || style == .cookie
        case .path, .header, .queryString, .part: false
        }
    }
}
