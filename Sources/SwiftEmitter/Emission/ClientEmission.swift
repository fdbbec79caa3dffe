import APIModel

/// Writes the root client: its initialiser, the description of the service, and the resources at the top of the tree.
struct ClientEmission {
    let api: API
    let names: SwiftNames
    let options: EmissionOptions

    func file(to printer: inout SwiftPrinter) {
        printer.line("import SDKDefaultTransport")
        printer.line("@_exported public import SDKRuntime")
        printer.blank()
        printer.documentation(of: api.documentation, fallback: "A client of \(api.title).")
        printer.block("public nonisolated struct \(options.client): SDKClient") { printer in
            printer.line("public let core: ClientCore")
            printer.blank()
            printer.documentation("A client that shares the connections and settings of `core`.")
            printer.block("public init(core: ClientCore)") { $0.line("self.core = core") }
            printer.blank()
            initializer(to: &printer)
            printer.blank()
            service(to: &printer)
            ServerEmission(servers: api.service.servers, names: names).declaration(to: &printer)
            ResourceEmission(api: api, names: names).accessors(api.root.children, isOnClient: true, to: &printer)
        }
        LongRequestEmission(rules: api.service.longRequestRules).declaration(to: &printer)
    }

    private func initializer(to printer: inout SwiftPrinter) {
        printer.documentation(initializerDocumentation)
        let credentials = api.service.credentials.map { "\(argument($0)): \($0.carrier.valueType)? = nil" }
        let base =
            api.service.baseURL == nil && environment("BASE_URL") == nil ? "baseURL: String" : "baseURL: String? = nil"
        let webhookKey = api.service.webhookKey == nil ? [] : ["webhookKey: String? = nil"]
        printer.list(
            "public init",
            credentials + webhookKey + [base, "options: ClientOptions = .init()"],
            " throws {"
        )
        printer.body { printer in
            printer.group("core = try ClientCore(", ")") { printer in
                printer.line("service: Self.service,")
                if api.service.credentials.isEmpty {
                    printer.line("credentials: [:],")
                } else {
                    let arguments = api.service.credentials.map { credential in
                        let name = SwiftNames.credential(credential.argument)
                        return "\(SwiftLiteral.string(name)): \(Identifier.escaped(name))"
                    }
                    printer.collection("credentials: [", arguments, "],")
                }
                if api.service.webhookKey != nil { printer.line("webhookKey: webhookKey,") }
                printer.line("baseURL: baseURL,")
                printer.line("options: options,")
                printer.line("defaultTransport: makeDefaultTransport,")
            }
        }
    }

    private var initializerDocumentation: String {
        var lines = [
            "Creates a client. What is not given comes from the environment, else from a default.", "", "- Parameters:",
        ]
        for credential in api.service.credentials {
            var text = DocumentationText.line(credential.documentation.text ?? "The credential `\(credential.name)`.")
            if let variable = credential.environment.flatMap(environment) { text += " Else `\(variable)`." }
            lines.append("  - \(SwiftNames.credential(credential.argument)): \(text)")
        }
        if let key = api.service.webhookKey {
            var text = "The key that the API signs its webhooks with."
            if let variable = key.environment.flatMap(environment) { text += " Else `\(variable)`." }
            lines.append("  - webhookKey: \(text)")
        }
        var base = "Where the API is served"
        base += api.service.basePath.map { ": a URL that ends in `\(DocumentationText.line($0))`." } ?? "."
        if let variable = environment("BASE_URL") { base += " Else `\(variable)`." }
        if !api.service.servers.isEmpty { base += " ``\(ServerEmission.typeName(names))`` has the known places." }
        if let url = api.service.baseURL { base += " Else `\(url)`." }
        lines.append("  - baseURL: \(base)")
        lines.append("  - options: Settings of all calls.")
        lines.append("- Throws: `APIError` when the settings contradict each other or cannot be used.")
        return lines.joined(separator: "\n")
    }

    /// The full name of an environment variable; nil for a client without a prefix, which reads none.
    private func environment(_ suffix: String) -> String? {
        options.environmentPrefix.map { "\($0)_\(suffix)" }
    }

    private func argument(_ credential: Credential) -> String {
        Identifier.escaped(SwiftNames.credential(credential.argument))
    }

    private func service(to printer: inout SwiftPrinter) {
        let service = api.service
        printer.documentation("What every call of the API has in common.")
        printer.group("public static let service = ServiceDescription(", ")") { printer in
            printer.line("name: \(SwiftLiteral.string(options.module)),")
            printer.line("version: \(SwiftLiteral.string(api.version)),")
            printer.line("baseURL: \(service.baseURL.map(SwiftLiteral.string) ?? "nil"),")
            let texts: [(String, String?)] = [
                ("environmentPrefix", options.environmentPrefix),
                ("product", service.product),
                ("telemetryPrefix", service.telemetryPrefix),
            ]
            for (label, value) in texts { printer.argument(label, value) }
            credentials(to: &printer)
            if !service.headers.isEmpty {
                let headers = service.headers.map { header in
                    "\(SwiftLiteral.string(header.name)): \(SwiftLiteral.string(header.value))"
                }
                printer.collection("headers: [", headers, "],")
            }
            printer.argument("requestIDHeader", service.requestIDHeader)
            printer.argument("workspaceIDHeader", service.workspaceIDHeader)
            errorBody(to: &printer)
            if service.queryArrays == .brackets { printer.line("queryArrays: .brackets,") }
            printer.argument("webhookKeyEnvironment", service.webhookKey?.environment)
            if let security = service.security {
                printer.line("security: \(names.securityText(security, of: service)),")
            }
            printer.argument("idempotencyHeader", service.idempotencyHeader)
        }
    }

    private func credentials(to printer: inout SwiftPrinter) {
        guard !api.service.credentials.isEmpty else { return }
        let credentials = api.service.credentials.map { credential in
            var arguments = ["argument: \(SwiftLiteral.string(SwiftNames.credential(credential.argument)))"]
            let (carrier, name) = credential.carrier.place
            if let name { arguments.append("name: \(SwiftLiteral.string(name))") }
            if let suffix = credential.environment { arguments.append("environment: \(SwiftLiteral.string(suffix))") }
            return ".\(carrier)(\(arguments.joined(separator: ", ")))"
        }
        printer.collection("credentials: [", credentials, "],")
    }

    private func errorBody(to printer: inout SwiftPrinter) {
        let body = api.service.errorBody
        guard body != Service.ErrorBody() else { return }
        printer.group("errorBody: ErrorBodyDescription(", "),") { printer in
            printer.argument("type", body.type)
            printer.argument("message", body.message)
            printer.argument("code", body.code)
            if !body.statuses.isEmpty {
                let statuses = body.statuses.map { "\(SwiftLiteral.string($0.type)): \($0.code)" }
                printer.collection("statuses: [", statuses, "],")
            }
        }
    }
}

extension SwiftPrinter {
    /// An argument with a text, or nothing without one.
    fileprivate mutating func argument(_ label: String, _ value: String?) {
        if let value { line("\(label): \(SwiftLiteral.string(value)),") }
    }
}

extension Credential.Carrier {
    /// The type of the client's argument.
    fileprivate var valueType: String {
        switch self {
        case .header, .query, .cookie, .bearer: "String"
        case .basic: "BasicCredential"
        case .token: "TokenProvider"
        }
    }

    /// What the runtime calls the place of the credential, with the name that it has there.
    fileprivate var place: (carrier: String, name: String?) {
        switch self {
        case .header(let name): ("header", name)
        case .query(let name): ("query", name)
        case .cookie(let name): ("cookie", name)
        case .bearer: ("bearer", nil)
        case .basic: ("basic", nil)
        case .token: ("token", nil)
        }
    }
}
