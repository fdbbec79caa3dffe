import Foundation
import SDKRuntime
import TestSupport
import Testing

/// A credential must not show in anything that people read.
@Suite struct RedactionTests {
    private static let secret = "sk-very-secret-0123456789"

    private static func shown(_ value: Any) -> [String] {
        var dumped = ""
        dump(value, to: &dumped)
        return [dumped, String(describing: value), String(reflecting: value)]
    }

    @Test func clientsShowNoCredential() throws {
        let environment = ["ANTHROPIC_API_KEY": Self.secret, "ANTHROPIC_CUSTOM_HEADERS": "X-Own: \(Self.secret)"]
        let explicit = try TestClient(apiKey: Self.secret, options: .init(environment: .none))
        let fromEnvironment = try TestClient(options: .init(environment: .values(environment)))
        let headers: HeaderLayer = ["X-Own": .some(Self.secret)]
        let values: [Any] = [
            explicit, explicit.core, fromEnvironment, fromEnvironment.core.options, headers,
            RequestOptions(headers: headers), ClientEnvironment.values(environment),
        ]
        for value in values {
            for text in Self.shown(value) {
                #expect(!text.contains(Self.secret), "\(type(of: value))")
            }
        }
    }

    @Test(arguments: [
        (status: 401, body: #"{"error":{"type":"authentication_error","message":"bad key \#(secret)"}}"#),
        (status: 500, body: "key \(secret) is unknown"),
        (status: 200, body: "not json \(secret)"),
    ])
    func errorsDoNotEchoTheCredential(status: Int, body: String) async throws {
        let transport = ScriptedTransport(status: status, headers: [.setCookie: Self.secret], body: body)
        let client = try TestClient(apiKey: Self.secret, options: .init(transport: transport, environment: .none))
        let outcome = await Outcome { try await client.send(APIRequest(.get, "/v1/\(Self.secret)")) }
        let error = try #require(outcome.error)
        for text in Self.shown(error) + [error.message, error.localizedDescription] {
            #expect(!text.contains(Self.secret))
        }
        #expect(error.message.contains("***") || error.kind == .decoding)
    }

    @Test func networkErrorsDoNotEchoTheCredential() async throws {
        let underlying = TransportError(.connection, "refused", underlyingError: Echo(text: Self.secret))
        let client = try TestClient(
            apiKey: Self.secret,
            options: .init(transport: ScriptedTransport([.fail(underlying)]), environment: .none)
        )
        let outcome = await Outcome { try await client.send(APIRequest(.get, "/v1/x")) }
        #expect(outcome.error?.kind == .connection)
        #expect(outcome.error?.underlyingError is Echo)
        for text in Self.shown(try #require(outcome.error)) {
            #expect(!text.contains(Self.secret))
        }
    }

    @Test func logsDoNotEchoTheCredential() async throws {
        let log = RecordedLog()
        let transport = ScriptedTransport(
            headers: [.setCookie: "c=\(Self.secret)"],
            body: #"{"echo":"\#(Self.secret)"}"#
        )
        let client = try TestClient(
            apiKey: Self.secret,
            options: .init(logLevel: .debug, logger: log.logger, transport: transport, environment: .none)
        )
        var request = APIRequest(.post, "/v1/x")
        request.body(["key": .string(Self.secret), "text": "hello"] as JSONValue)
        _ = try await client.send(request, .init(headers: ["Cookie": "session-1"]))

        let text = log.lines.map(\.text).joined(separator: "\n")
        #expect(!text.contains(Self.secret))
        #expect(!text.contains("session-1"))
        #expect(text.contains("X-Api-Key: ***"))
        #expect(text.contains("hello"))
    }

    @Test(
        arguments: [
            ["X-Api-Key": secret], ["Authorization": "Bearer \(secret)"], ["cookie": .some(secret)],
            ["X-GOOG-API-KEY": secret], ["x-auth-token": secret], ["X-Forwarded-Authorization": secret],
        ] as [HeaderLayer]
    )
    func credentialsOfASingleCallAreKnown(headers: HeaderLayer) async throws {
        let log = RecordedLog()
        let transport = ScriptedTransport(status: 401, body: "no such key: \(Self.secret)")
        let client = try TestClient(over: transport, options: .init(logLevel: .debug, logger: log.logger))
        let outcome = await Outcome { try await client.send(APIRequest(.get, "/v1/x"), .init(headers: headers)) }
        #expect(outcome.error?.message == "no such key: ***")
        #expect(!log.lines.contains { $0.text.contains(Self.secret) })
    }

    /// Numbers of tokens and names of repeated calls are no credentials.
    @Test(arguments: ["anthropic-ratelimit-tokens-remaining", "Idempotency-Key", "X-Token-Count", "Author"])
    func otherHeadersAreShown(name: String) async throws {
        let log = RecordedLog()
        let transport = ScriptedTransport(headers: HTTPFields(named: [name: "received-80000"]))
        let client = try TestClient(over: transport, options: .init(logLevel: .debug, logger: log.logger))
        _ = try await client.send(APIRequest(.get, "/v1/x"), .init(headers: [name: "sent-80000"]))
        let text = log.lines.map(\.text).joined()
        #expect(text.contains("sent-80000") && text.contains("received-80000"))
    }

    @Test func credentialsAreKnownInOtherSpellings() async throws {
        let body = #"{"error":"key ab\/cd+ef\/gh, url ?k=ab%2Fcd%2Bef%2Fgh"}"#
        let transport = ScriptedTransport(status: 401, body: body)
        let client = try TestClient(apiKey: "ab/cd+ef/gh", options: .init(transport: transport, environment: .none))
        let outcome = await Outcome { try await client.send(APIRequest(.get, "/v1/ab/cd+ef/gh")) }
        #expect(outcome.error?.message == #"{"error":"key ***, url ?k=***"}"#)
        #expect(outcome.error?.request == "GET https://api.anthropic.com/v1/***")
    }

    @Test func cutBodiesKeepNoHalfOfTheCredential() async throws {
        let body = String(repeating: "x", count: 990) + Self.secret
        let client = try TestClient(
            apiKey: Self.secret,
            options: .init(transport: ScriptedTransport(status: 500, body: body), environment: .none)
        )
        let outcome = await Outcome { try await client.send(APIRequest(.get, "/v1/x")) }
        #expect(outcome.error?.message.contains("sk-very") == false)
        #expect(outcome.error?.message.hasSuffix("x***") == true)
    }

    @Test func typeCodeAndIdentifiersDoNotEchoTheCredential() async throws {
        let transport = ScriptedTransport(
            status: 400,
            headers: HTTPFields(named: ["request-id": Self.secret, "anthropic-workspace-id": Self.secret]),
            body: #"{"error":{"type":"\#(Self.secret)","message":"no","details":{"error_code":"\#(Self.secret)"}}}"#
        )
        let client = try TestClient(apiKey: Self.secret, options: .init(transport: transport, environment: .none))
        let outcome = await Outcome { try await client.send(APIRequest(.get, "/v1/x")) }
        for text in Self.shown(try #require(outcome.error)) {
            #expect(!text.contains(Self.secret))
        }
    }

    @Test(arguments: ["", String(repeating: "z", count: 30)])
    func issuesDoNotEchoTheCredential(more: String) async throws {
        let log = RecordedLog()
        let client = try TestClient(
            apiKey: Self.secret,
            options: .init(
                logger: log.logger,
                transport: ScriptedTransport(body: "[\"\(more)\(Self.secret)\"]"),
                environment: .none
            )
        )
        let dates: [Date] = try await client.core.send(APIRequest(.get, "/v1/x"))
        #expect(dates == [Date(timeIntervalSince1970: 0)])
        #expect(log.lines.count == 1)
        #expect(!log.lines.contains { $0.text.contains("sk-very") })
    }

    @Test func refusedURLShowsNoPassword() async throws {
        let client = try TestClient(over: ScriptedTransport())
        let request = APIRequest(.get, url: "https://user:\(Self.secret)@h.test/x")
        let outcome = await Outcome { try await client.send(request) }
        #expect(outcome.error?.kind == .invalidArgument)
        #expect(outcome.error?.message.contains(Self.secret) == false)
    }

    struct Echo: Error {
        let text: String
    }
}
