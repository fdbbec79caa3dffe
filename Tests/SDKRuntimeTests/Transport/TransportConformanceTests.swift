import Foundation
import SDKRuntime
import TestSupport
import Testing

@Suite struct TransportConformanceTests {
    static let cases = ConformanceCases.cases(suite: "transport")

    @Test func allCasesAreRead() {
        #expect(Self.cases.count == ConformanceCases.count(suite: "transport"))
        #expect(!Self.cases.isEmpty)
    }

    @Test(arguments: cases)
    func send(_ testCase: ConformanceCase) async throws {
        var expected = Expectations(testCase)
        let input = testCase.input
        if input["env"] != nil {
            try Self.checkProxy(input, &expected)
        } else if input["token_expires_in"] != nil {
            try await Self.checkToken(input, &expected)
        } else if input["parallel"] != nil {
            try await Self.checkCancellation(input, &expected)
        } else if input["drop"] != nil {
            try await Self.checkDrop(&expected)
        } else {
            try await Self.checkRedirects(input, &expected)
        }
        expected.finish()
    }

    // MARK: - Redirects

    private static func checkRedirects(_ input: JSONValue, _ expected: inout Expectations) async throws {
        let transport = ScriptedTransport { answer($0, input) }
        let client = try TestClient(
            apiKey: "k-1",
            baseURL: "https://a.test",
            options: .init(
                maxRetries: 0,
                transport: transport,
                environment: .none
            )
        )
        let method = try #require(HTTPRequest.Method(input["method"]?.text ?? "GET"))
        var request = APIRequest(method, "/start")
        if let body = input["body"] { request.body(body) }
        let result = await Result { try await client.send(request) }

        let sent = await transport.sent
        let last = try #require(sent.last)
        if let final = expected.take("final") {
            #expect(last.url == url(final.text))
        }
        if let method = expected.take("method") { #expect(last.request.method.rawValue == method.text) }
        if let isKept = expected.take("body_kept") {
            #expect((last.body == input["body"].map { Data("\($0)".utf8) }) == isKept.boolValue)
            #expect((last.body == nil) != isKept.boolValue)
        }
        for name in expected.take("headers_absent")?.arrayValue ?? [] { #expect(last.header(name.text) == nil) }
        if let isSent = expected.take("credential_sent") {
            #expect((last.header("X-Api-Key") == "k-1") == isSent.boolValue)
        }
        if let maximum = expected.take("requests_at_most")?.intValue { #expect(sent.count <= maximum) }
        if let outcome = expected.take("outcome") {
            let error = #expect(throws: APIError.self) { try result.get() }
            let kinds: [APIError.Kind] = [.connection, .apiStatus].filter { outcome.text.contains($0.description) }
            #expect(kinds.contains { error?.kind.matches($0) == true })
        } else {
            _ = try result.get()
        }
    }

    /// A server's answer: for the call's own URL a redirect, as in `302 -> B/path` or `302 -> A (same)`, or a status alone,
    /// else success.
    private static func answer(_ sent: ScriptedTransport.Sent, _ input: JSONValue) -> ScriptedTransport.Step {
        let name = sent.request.authority == "a.test" ? "A" : "B"
        guard let rule = input[name]?.text, sent.request.path == "/start" else {
            return .respond(status: 200, headers: [:], body: Data("{}".utf8))
        }
        guard let arrow = rule.firstRange(of: " -> ") else {
            return .respond(status: Int(rule) ?? 0, headers: [:], body: Data())
        }
        return .respond(
            status: Int(rule[..<arrow.lowerBound]) ?? 0,
            headers: [.location: url(String(rule[arrow.upperBound...]))],
            body: Data()
        )
    }

    private static func url(_ place: String) -> String {
        let host = place.hasPrefix("A") ? "a.test" : "b.test"
        return place.hasSuffix("(same)") ? "https://\(host)/start" : "https://\(host)\(place.dropFirst())"
    }

    // MARK: - Proxies

    private static func checkProxy(_ input: JSONValue, _ expected: inout Expectations) throws {
        let variables = Dictionary(uniqueKeysWithValues: (input["env"]?.texts ?? []).map { ($0.key, $0.value) })
        let settings = ProxySettings(.values(variables))
        let proxy = try settings.proxy(scheme: "https", authority: "127.0.0.1:8443")
        #expect((proxy != nil) == expected.take("via_proxy")?.boolValue)
    }

    // MARK: - Many calls

    private static func checkDrop(_ expected: inout Expectations) async throws {
        let transport = ScriptedTransport([.stream(chunks: [Data("data: 1\n\n".utf8)], end: .silence)])
        do {
            let client = try TestClient(over: transport)
            let events: EventStream<JSONValue> = try await client.core.events(APIRequest(.get, "/v1/x"))
            var iterator = events.makeAsyncIterator()
            #expect(try await iterator.next() == 1)
        }
        #expect(transport.bodies.withLock(\.open) == 0)
        #expect(expected.take("no_crash") == true)
    }

    private static func checkCancellation(_ input: JSONValue, _ expected: inout Expectations) async throws {
        let count = try #require(input["parallel"]?.intValue)
        let transport = ScriptedTransport([.stream(chunks: [], end: .silence)])
        let client = try TestClient(over: transport)
        let calls = (0..<count).map { _ in Task { try await client.send(APIRequest(.get, "/v1/x")) } }
        #expect(input["cancel"] == true)
        for call in calls { call.cancel() }
        for call in calls {
            await #expect(throws: CancellationError.self) { try await call.value }
        }
        #expect(transport.bodies.withLock(\.open) == expected.take("leaks")?.intValue)
    }

    // MARK: - Tokens

    private static func checkToken(_ input: JSONValue, _ expected: inout Expectations) async throws {
        let virtual = VirtualClock()
        let expiry = virtual.now + Double(try #require(input["token_expires_in"]?.intValue))
        let isFailing = input["provider"] == "fails"
        let calls = Locked(0)
        let (refreshes, refreshed) = AsyncStream.makeStream(of: Void.self)
        let provider = TokenProvider {
            let count = calls.withLock { calls in
                calls += 1
                return calls
            }
            guard count > 1 else { return AccessToken("old", expiresAt: expiry) }
            defer { refreshed.yield() }
            if isFailing { throw ProviderError() }
            return AccessToken("new")
        }
        let transport = ScriptedTransport()
        let service = ServiceDescription(
            name: "Tokens",
            version: "1",
            baseURL: "https://a.test",
            credentials: [.token(argument: "oauth")]
        )
        let core = try ClientCore(
            service: service,
            credentials: ["oauth": provider],
            baseURL: nil,
            options: .init(transport: transport, environment: .none, clock: virtual.clock),
            defaultTransport: { _ in transport }
        )
        // The first call has the token obtained; the others find it near its end.
        try await core.send(APIRequest(.get, "/v1/x"))
        let number = input["calls"]?.intValue ?? 1
        let atOnce = input["parallel"]?.intValue ?? 1
        let isNearItsEnd = expiry.timeIntervalSince(virtual.now) <= 120
        for index in 0..<number {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<atOnce { group.addTask { try await core.send(APIRequest(.get, "/v1/x")) } }
                try await group.waitForAll()
            }
            if index == 0, isNearItsEnd {
                var iterator = refreshes.makeAsyncIterator()
                await iterator.next()
            }
            virtual.advance(.seconds(input["within_seconds"]?.intValue ?? 0) / number)
        }
        let sent = await transport.sent.dropFirst().map { $0.header("Authorization") }
        if let token = expected.take("used")?.text { #expect(sent.first == "Bearer \(token)") }
        let refreshCount = calls.withLock(\.self) - 1
        if let count = expected.take("background_refresh") { #expect(refreshCount == count.intValue) }
        if let count = expected.take("provider_calls") { #expect(refreshCount == count.intValue) }
        if expected.take("outcome") == "success with old" {
            #expect(sent == Array(repeating: "Bearer old", count: number))
        }
    }

    private struct ProviderError: Error {}
}
