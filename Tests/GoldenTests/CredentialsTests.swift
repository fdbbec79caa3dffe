import Credentials
import TestSupport
import Testing

/// The golden API `Tests/Fixtures/Golden/Credentials`, called: credentials and servers.
@Suite struct CredentialsTests {
    @Test func `credentials go together or stand in for each other`() async throws {
        let transport = ScriptedTransport(status: 204, body: "")
        let token = try Self.client(over: transport, token: "t")
        try await token.common.retrieve()
        let pair = try Self.client(over: transport, key: "k", secret: "s")
        try await pair.common.retrieve()
        let sent = await transport.sent
        #expect(sent.first?.header("authorization") == "Bearer t")
        #expect(sent.first?.header("x-key") == nil)
        #expect(sent.last?.header("x-key") == "k")
        #expect(sent.last?.url.hasSuffix("/common?secret=s") == true)
        let half = try Self.client(over: transport, key: "k")
        await #expect(throws: APIError.self) { try await half.common.retrieve() }
    }

    @Test func `a call may want others, or none`() async throws {
        let transport = ScriptedTransport(status: 204, body: "")
        let client = try CredentialsClient(
            token: "t",
            session: "c",
            password: BasicCredential(username: "Aladdin", password: "open sesame"),
            sso: "fetched",
            options: ClientOptions(transport: transport, environment: .none)
        )
        try await client.open.retrieve()
        try await client.either.retrieve()
        try await client.basic.retrieve()
        try await client.sso.retrieve()
        let sent = await transport.sent
        // RFC 7617, section 2, has the encoded text.
        #expect(
            sent.map { $0.header("authorization") }
                == [nil, nil, "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==", "Bearer fetched"]
        )
        #expect(sent.map { $0.header("cookie") } == [nil, "sid=c", nil, nil])
        let bare = try Self.client(over: transport)
        try await bare.either.retrieve()
        #expect(await transport.sent.last?.header("cookie") == nil)
    }

    @Test func `the key of webhooks comes from the argument, else from the environment`() throws {
        let options = ClientOptions(environment: .values(["CREDENTIALS_WEBHOOK_KEY": " whsec_b "]))
        #expect(try CredentialsClient(webhookKey: "whsec_a", options: options).core.webhookKey == "whsec_a")
        #expect(try CredentialsClient(webhookKey: " ", options: options).core.webhookKey == "whsec_b")
        #expect(try CredentialsClient(options: ClientOptions(environment: .none)).core.webhookKey == nil)
    }

    @Test func `servers are URLs with values`() async throws {
        let transport = ScriptedTransport(status: 204, body: "")
        let options = ClientOptions(transport: transport, environment: .none)
        try await CredentialsClient(options: options).open.retrieve()
        try await CredentialsClient(
            baseURL: CredentialsClient.Server.production(region: .usEast, version: "v2"),
            options: options
        ).open.retrieve()
        try await CredentialsClient(baseURL: CredentialsClient.Server.sandbox, options: options).open.retrieve()
        try await CredentialsClient(options: options).elsewhere.retrieve()
        #expect(
            await transport.sent.map(\.url) == [
                "https://eu.credentials.test/v1/open", "https://us-east.credentials.test/v2/open",
                "https://sandbox.credentials.test/open", "https://other.test/base/elsewhere",
            ]
        )
    }

    private static func client(
        over transport: ScriptedTransport,
        token: String? = nil,
        key: String? = nil,
        secret: String? = nil
    ) throws -> CredentialsClient {
        try CredentialsClient(
            token: token,
            key: key,
            secret: secret,
            options: ClientOptions(transport: transport, environment: .none)
        )
    }
}
