import SDKRuntime
import TestSupport
import Testing

@Suite struct SettingsTests {
    private static let request = APIRequest(.get, "/v1/x")

    @Test(arguments: [
        ClientOptions(timeout: .zero), ClientOptions(timeout: .seconds(-1)), ClientOptions(idleTimeout: .zero),
        ClientOptions(connectTimeout: .zero), ClientOptions(maxRetries: -1),
    ])
    func clientSettingsOutOfRangeAreRefused(_ options: ClientOptions) async throws {
        let error = #expect(throws: APIError.self) { try TestClient(over: ScriptedTransport(), options: options) }
        #expect(error?.kind == .invalidArgument)

        let transport = ScriptedTransport()
        let derived = try TestClient(over: transport).withOptions { changed in
            let (environment, transport) = (changed.environment, changed.transport)
            changed = options
            (changed.environment, changed.transport) = (environment, transport)
        }
        let outcome = await Outcome { try await derived.send(Self.request) }
        #expect(outcome.error?.kind == .invalidArgument)
        #expect(await transport.sent.isEmpty)
    }

    @Test(arguments: [
        RequestOptions(timeout: .zero), RequestOptions(timeout: .seconds(-1)), RequestOptions(idleTimeout: .zero),
        RequestOptions(maxRetries: -1),
    ])
    func callSettingsOutOfRangeAreRefused(_ options: RequestOptions) async throws {
        let transport = ScriptedTransport()
        let client = try TestClient(over: transport)
        let outcome = await Outcome { try await client.send(Self.request, options) }
        #expect(outcome.error?.kind == .invalidArgument)
        #expect(await transport.sent.isEmpty)
    }

    @Test func transportIsToldTheLimits() async throws {
        let transport = ScriptedTransport()
        let client = try TestClient(over: transport, options: .init(idleTimeout: .seconds(30)))
        _ = try await client.send(Self.request)
        _ = try await client.send(Self.request, .init(timeout: .seconds(9), idleTimeout: .seconds(3)))
        _ = try await client.withOptions { $0.idleTimeout = nil }.send(Self.request, .init(timeout: .seconds(9)))
        #expect(
            await transport.sent.map(\.timeouts) == [
                TransportTimeouts(connect: .seconds(5), headers: .seconds(600), idle: .seconds(30)),
                TransportTimeouts(connect: .seconds(5), headers: .seconds(9), idle: .seconds(3)),
                TransportTimeouts(connect: .seconds(5), headers: .seconds(9), idle: .seconds(9)),
            ]
        )
    }

    @Test func missingCredentialsNameEverySource() async throws {
        let client = try TestClient(options: .init(environment: .values([:])))
        let outcome = await Outcome { try await client.send(Self.request) }
        #expect(outcome.error?.kind == .missingCredentials)
        for source in ["'apiKey'", "'authToken'", "ANTHROPIC_API_KEY", "ANTHROPIC_AUTH_TOKEN", "X-Api-Key"] {
            #expect(outcome.error?.message.contains(source) == true)
        }
    }

    @Test func operationWithoutSecurityNeedsNoCredential() async throws {
        let transport = ScriptedTransport()
        var request = Self.request
        request.usesCredentials = false
        _ = try await TestClient(options: .init(transport: transport, environment: .none)).send(request)
        _ = try await TestClient(over: transport).send(request)
        #expect(await transport.sent.allSatisfy { $0.header("x-api-key") == nil })
    }

    @Test func explicitCredentialKeepsTheEnvironmentsOut() async throws {
        let log = RecordedLog()
        let transport = ScriptedTransport()
        let variables = ["ANTHROPIC_API_KEY": "env-key", "ANTHROPIC_AUTH_TOKEN": "env-token"]
        let options = ClientOptions(logger: log.logger, transport: transport, environment: .values(variables))
        _ = try await TestClient(authToken: "given", options: options).send(Self.request)
        let sent = try #require(await transport.sent.first)
        #expect(sent.header("authorization") == "Bearer given")
        #expect(sent.header("x-api-key") == nil)
        #expect(log.lines.isEmpty)
    }

    @Test func transportsOwnErrorsPassUnchanged() async throws {
        struct Refusal: Error, Equatable {}
        let client = try TestClient(over: ScriptedTransport([.fail(Refusal())]))
        await #expect(throws: Refusal()) { try await client.send(Self.request) }
    }

    @Test func cancelledTaskSendsNothing() async throws {
        let transport = ScriptedTransport()
        let client = try TestClient(over: transport)
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await client.send(Self.request)
        }
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(await transport.sent.isEmpty)
    }
}
