/// What a client has settled when it was made. Every resource of the client shares one configuration.
final class ClientConfiguration: Sendable {
    let service: ServiceDescription
    let options: ClientOptions
    let baseURL: RequestURL
    /// Whether argument or environment have chosen another base URL than the service's own.
    let isBaseURLChosen: Bool
    let credentials: ClientCredentials
    /// The key that webhooks are signed with; neither empty nor with white space around it.
    let webhookKey: String?
    let environmentHeaders: HeaderLayer
    let environmentLogLevel: ClientLogLevel?
    let transport: any HTTPTransport
    /// What the client, and those derived from it, have warned of.
    let deprecationLog: DeprecationLog

    /// Worked out once from the above.
    let log: ClientLog
    let redactor: Redactor
    /// What every call has: the service's own headers and the facts about the platform.
    let baseHeaders: MergedHeaders
    let telemetry: TelemetryHeaders?
    let queryEncoder: QueryEncoder

    private init(
        service: ServiceDescription,
        options: ClientOptions,
        baseURL: RequestURL,
        isBaseURLChosen: Bool,
        credentials: ClientCredentials,
        webhookKey: String?,
        environmentHeaders: HeaderLayer,
        environmentLogLevel: ClientLogLevel?,
        transport: any HTTPTransport,
        deprecationLog: DeprecationLog
    ) {
        self.service = service
        self.options = options
        self.baseURL = baseURL
        self.isBaseURLChosen = isBaseURLChosen
        self.credentials = credentials
        self.webhookKey = webhookKey
        self.environmentHeaders = environmentHeaders
        self.environmentLogLevel = environmentLogLevel
        self.transport = transport
        self.deprecationLog = deprecationLog

        log = ClientLog(service, options, environmentLogLevel)
        redactor = Redactor(
            credentials: service.credentials,
            secrets: credentials.secrets + [webhookKey].compactMap(\.self)
        )
        telemetry =
            options.sendsTelemetry
            ? service.telemetryPrefix.map { TelemetryHeaders(prefix: $0, version: service.version) } : nil
        baseHeaders = MergedHeaders([service.constantHeaders, telemetry?.platform ?? [:]])
        queryEncoder = QueryEncoder(service)
    }
}

extension ClientConfiguration {
    /// Settles a client from arguments, environment and defaults.
    ///
    /// - Throws: ``APIError`` when they contradict each other or are out of range.
    convenience init(
        service: ServiceDescription,
        credentials: [String: (any CredentialValue)?],
        webhookKey: String?,
        baseURL: String?,
        options: ClientOptions,
        defaultTransport: @Sendable (ClientEnvironment) -> any HTTPTransport
    ) throws {
        try options.validate()
        let variables = ClientVariables(options.environment, prefix: service.environmentPrefix)
        let (environmentLevel, levelWarning) = variables.logLevel()
        let log = ClientLog(service, options, environmentLevel)
        if let levelWarning, options.logLevel == nil {
            log.warn(levelWarning)
        }

        let credentials = try ClientCredentials(service, arguments: credentials, variables: variables)
        if let used = credentials.usedVariable, !credentials.hiddenVariables.isEmpty {
            log.warn("\(credentials.hiddenVariables.joined(separator: ", ")) is ignored: \(used) is set as well")
        }

        let chosen = try RequestURL(client: baseURL, variables: variables)
        self.init(
            service: service,
            options: options,
            baseURL: try chosen ?? RequestURL(service: service, variables: variables),
            isBaseURLChosen: chosen != nil,
            credentials: credentials,
            webhookKey: variables.webhookKey(webhookKey, service),
            environmentHeaders: variables.customHeaders(log),
            environmentLogLevel: environmentLevel,
            transport: options.transport ?? defaultTransport(options.environment),
            deprecationLog: DeprecationLog()
        )
    }

    /// The same client with other options. What came from the environment stays, and so do the connections, unless the
    /// options bring another transport.
    func with(_ options: ClientOptions) -> ClientConfiguration {
        ClientConfiguration(
            service: service,
            options: options,
            baseURL: baseURL,
            isBaseURLChosen: isBaseURLChosen,
            credentials: credentials,
            webhookKey: webhookKey,
            environmentHeaders: environmentHeaders,
            environmentLogLevel: environmentLogLevel,
            transport: options.transport ?? transport,
            deprecationLog: deprecationLog
        )
    }
}

extension ClientConfiguration {
    /// Logs the deprecated values of a request, each of them once.
    func warn(of notes: DeprecationNotes...) {
        for value in deprecationLog.new(among: notes.flatMap(\.values)) {
            log.warn(redactor.text("\(value)"))
        }
    }

    /// What the path of an operation is appended to.
    ///
    /// - Parameter server: The operation's own server: an absolute URL, or a path from the root of the base URL's server.
    /// - Throws: ``APIError`` when the server is no URL.
    func base(for server: String?) throws -> RequestURL {
        guard let server else { return baseURL }
        if RequestURL.isAbsolute(server) {
            return isBaseURLChosen ? baseURL : try RequestURL(parsing: server, subject: "the server of the operation")
        }
        if server.hasPrefix("//") {
            guard !isBaseURLChosen else { return baseURL }
            return try RequestURL(parsing: "\(baseURL.scheme):\(server)", subject: "the server of the operation")
        }
        let path = server.hasPrefix("/") ? server : "/\(server)"
        return try RequestURL(
            parsing: "\(baseURL.scheme)://\(baseURL.authority)\(path)",
            subject: "the server of the operation"
        )
    }
}

extension RequestURL {
    /// The base URL that the argument chooses, else the `…_BASE_URL` variable. Blank is unset.
    fileprivate init?(client argument: String?, variables: ClientVariables) throws {
        if let text = argument?.trimmingWhitespace(), !text.isEmpty {
            try self.init(parsing: text, subject: "the base URL")
        } else if let text = variables.value("BASE_URL"), let name = variables.name("BASE_URL") {
            try self.init(parsing: text, subject: "the base URL in \(name)")
        } else {
            return nil
        }
    }

    /// The service's own base URL.
    fileprivate init(service: ServiceDescription, variables: ClientVariables) throws {
        guard let text = service.baseURL else {
            let variable = variables.name("BASE_URL").map { " or set \($0)" } ?? ""
            throw APIError(.invalidArgument, "\(service.name) has no base URL of its own: pass 'baseURL'\(variable)")
        }
        try self.init(parsing: text, subject: "the base URL of \(service.name)")
    }
}

extension ClientLog {
    fileprivate init(_ service: ServiceDescription, _ options: ClientOptions, _ environmentLevel: ClientLogLevel?) {
        self.init(
            level: options.logLevel ?? environmentLevel ?? .warn,
            logger: options.logger,
            label: service.name.lowercased()
        )
    }
}

extension ServiceDescription {
    /// The headers that every request has, whatever its client is set to.
    fileprivate var constantHeaders: HeaderLayer {
        var layer: HeaderLayer = ["Accept": "application/json", "User-Agent": "\(product)/Swift \(version)"]
        for header in headers.entries {
            layer[header.name] = header.value
        }
        return layer
    }
}
