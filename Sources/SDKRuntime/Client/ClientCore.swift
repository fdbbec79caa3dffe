/// What a client and all its resources hold: settings, credential and connections. Copies share them.
public struct ClientCore: Sendable {
    let configuration: ClientConfiguration

    /// Those that want to see the response of each call, outermost first.
    let recorders: [ResponseRecorder]

    /// The one that wants the response of a call in place of its value.
    let receiver: ResponseReceiver?

    init(
        _ configuration: ClientConfiguration,
        recorders: [ResponseRecorder] = [],
        receiver: ResponseReceiver? = nil
    ) {
        self.configuration = configuration
        self.recorders = recorders
        self.receiver = receiver
    }

    /// Makes the core of a new client.
    ///
    /// - Parameters:
    ///   - service: The wire contract.
    ///   - credentials: The credentials that the caller gave, by their argument's name. If there is one, and any one is
    ///     enough, no credential is read from the environment.
    ///   - webhookKey: The key that the service signs its webhooks with. Nil or blank: the environment's, if the service
    ///     names a variable.
    ///   - baseURL: Where requests go. Nil: the environment's `…_BASE_URL`, else the service's own.
    ///   - options: How the client behaves.
    ///   - defaultTransport: Makes the transport, unless the options bring one, for an environment that may name proxies.
    /// - Throws: ``APIError`` of kind ``APIError/Kind/conflictingCredentials`` when more than one credential is given
    ///   where any one is enough, and of kind ``APIError/Kind/invalidArgument`` when another setting makes no sense. A missing credential is
    ///   reported by the first request that needs one.
    public init(
        service: ServiceDescription,
        credentials: [String: (any CredentialValue)?],
        webhookKey: String? = nil,
        baseURL: String?,
        options: ClientOptions,
        defaultTransport: @Sendable (ClientEnvironment) -> any HTTPTransport
    ) throws {
        self.init(
            try ClientConfiguration(
                service: service,
                credentials: credentials,
                webhookKey: webhookKey,
                baseURL: baseURL,
                options: options,
                defaultTransport: defaultTransport
            )
        )
    }
}

extension ClientCore {
    /// The wire contract.
    public var service: ServiceDescription { configuration.service }

    /// How the client behaves.
    public var options: ClientOptions { configuration.options }

    /// Where requests go.
    public var baseURL: String { configuration.baseURL.description }

    /// The key that the service signs its webhooks with, if the client has one.
    public var webhookKey: String? { configuration.webhookKey }

    /// How long each attempt may wait for the head of the response.
    public var timeout: Duration { options.timeout ?? ClientOptions.standardTimeout }

    /// How much is logged.
    public var logLevel: ClientLogLevel { configuration.log.level }

    /// The key to check a webhook with: the one that is given, else the client's.
    ///
    /// - Throws: ``APIError`` of kind ``APIError/Kind/missingWebhookKey``, which says where a key may come from.
    package func neededWebhookKey(_ given: String?) throws -> String {
        if let key = given?.nonBlank { return key }
        if let webhookKey { return webhookKey }
        let variable = service.webhookKeyEnvironment.flatMap { name in
            service.environmentPrefix.map { ", or set \($0)_\(name)" }
        }
        throw APIError(
            .missingWebhookKey,
            "there is no key to check the webhook with: pass 'key', give the client a 'webhookKey'\(variable ?? "")"
        )
    }

    /// The same client for a call whose value another call needs: a response that is to be handed over unread is that of
    /// the other one.
    public var preparatory: ClientCore {
        ClientCore(configuration, recorders: recorders)
    }

    func with(_ options: ClientOptions) -> ClientCore {
        ClientCore(configuration.with(options), recorders: recorders, receiver: receiver)
    }

    func recording(_ recorder: ResponseRecorder) -> ClientCore {
        ClientCore(configuration, recorders: recorders + [recorder], receiver: receiver)
    }

    func handingOver(to receiver: ResponseReceiver) -> ClientCore {
        ClientCore(configuration, recorders: recorders, receiver: receiver)
    }
}

extension ClientCore: CustomStringConvertible, CustomReflectable {
    /// The service's name and the base URL.
    public var description: String { "\(service.name) at \(baseURL)" }

    /// What a dump shows: no credential.
    public var customMirror: Mirror {
        Mirror(self, children: ["service": service.name, "baseURL": baseURL])
    }
}
