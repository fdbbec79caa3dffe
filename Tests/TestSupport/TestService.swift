package import SDKRuntime

/// A service with every feature of the wire contract, described by hand as generated code does it.
package enum TestService {
    package static let description = description()

    /// The service with a header that tells attempts of one call from those of another.
    package static func description(idempotencyHeader: String? = nil) -> ServiceDescription {
        ServiceDescription(
            name: "Anthropic",
            version: "0.1.0",
            baseURL: "https://api.anthropic.com",
            environmentPrefix: "ANTHROPIC",
            telemetryPrefix: "X-Stainless",
            credentials: [
                .header(argument: "apiKey", name: "X-Api-Key", environment: "API_KEY"),
                .bearer(argument: "authToken", environment: "AUTH_TOKEN"),
            ],
            headers: ["anthropic-version": "2023-06-01"],
            requestIDHeader: "request-id",
            workspaceIDHeader: "anthropic-workspace-id",
            errorBody: ErrorBodyDescription(
                type: "/error/type",
                message: "/error/message",
                code: "/error/details/error_code",
                statuses: ["invalid_request_error": 400, "api_error": 500]
            ),
            queryArrays: .brackets,
            webhookKeyEnvironment: "WEBHOOK_SIGNING_KEY",
            idempotencyHeader: idempotencyHeader
        )
    }
}

/// A client of ``TestService``, as generated code declares it.
package struct TestClient: SDKClient {
    package let core: ClientCore

    package init(core: ClientCore) {
        self.core = core
    }

    package init(
        service: ServiceDescription = TestService.description,
        apiKey: (any CredentialValue)? = nil,
        authToken: (any CredentialValue)? = nil,
        baseURL: String? = nil,
        options: ClientOptions,
        clock: VirtualClock = VirtualClock()
    ) throws {
        var options = options
        options.clock = clock.clock
        core = try ClientCore(
            service: service,
            credentials: ["apiKey": apiKey, "authToken": authToken],
            baseURL: baseURL,
            options: options,
            defaultTransport: { _ in ScriptedTransport([]) }
        )
    }

    /// A client with a key, without an environment, over a transport.
    package init(
        over transport: any HTTPTransport,
        options: ClientOptions = .init(),
        clock: VirtualClock = VirtualClock()
    ) throws {
        var options = options
        options.transport = transport
        options.environment = .none
        try self.init(apiKey: "test-key-0123456789", options: options, clock: clock)
    }

    /// Sends a request and returns its JSON.
    package func send(_ request: APIRequest, _ options: RequestOptions = .init()) async throws -> JSONValue {
        try await core.send(request, options)
    }
}
