import Foundation
import SDKRuntime
import TestSupport
import Testing

/// Redirects as calls meet them.
@Suite struct RedirectTests {
    private static func redirect(_ status: Int, _ location: String) -> ScriptedTransport.Step {
        .respond(status: status, headers: [.location: location], body: Data())
    }

    private static let success = ScriptedTransport.Step.respond(status: 200, headers: [:], body: Data("{}".utf8))

    @Test func theClientsOwnHeadersStayAtHome() async throws {
        let transport = ScriptedTransport([Self.redirect(307, "https://other.test/x"), Self.success])
        let client = try TestClient(
            over: transport,
            options: .init(defaultHeaders: ["X-Team": "red", "User-Agent": "own/1"])
        )
        _ = try await client.send(
            APIRequest(.get, "/v1/x"),
            .init(headers: [
                "Authorization": "Bearer t", "Cookie": "s=1", "X-Call": "c", "X-Echo": "test-key-0123456789",
                "X-Goog-Api-Key": "g", "X-Amz-Security-Token": "a", "X-Auth-Token": "o",
            ])
        )
        let sent = await transport.sent
        let credentials = [
            "X-Api-Key", "Authorization", "Cookie", "X-Team", "X-Echo", "X-Goog-Api-Key", "X-Amz-Security-Token",
            "X-Auth-Token",
        ]
        for name in credentials {
            #expect(sent.first?.header(name) != nil)
            #expect(sent.last?.header(name) == nil)
        }
        for name in ["X-Call", "User-Agent"] {
            #expect(sent.last?.header(name) != nil)
        }
        #expect(sent.last?.url == "https://other.test/x")
    }

    @Test func credentialsThatWereLeftBehindDoNotComeBack() async throws {
        let transport = ScriptedTransport([
            Self.redirect(302, "https://other.test/x"), Self.redirect(302, "https://api.anthropic.com/y"), Self.success,
        ])
        _ = try await TestClient(over: transport).send(APIRequest(.get, "/v1/x"))
        #expect(await transport.sent.map { $0.header("X-Api-Key") } == ["test-key-0123456789", nil, nil])
    }

    @Test func aRedirectThatIsNotFollowedIsAnErrorWithItsStatus() async throws {
        let transport = ScriptedTransport([Self.redirect(302, "http://api.anthropic.com/x")])
        let outcome = await Outcome { try await TestClient(over: transport).send(APIRequest(.get, "/v1/x")) }
        #expect(outcome.error?.status == 302)
        #expect(outcome.error?.kind == .apiStatus)
        #expect(await transport.sent.count == 1)
    }

    @Test func redirectsCanBeSwitchedOff() async throws {
        let transport = ScriptedTransport([Self.redirect(302, "/y")])
        let client = try TestClient(over: transport, options: .init(maxRedirects: 0))
        let outcome = await Outcome { try await client.send(APIRequest(.get, "/v1/x")) }
        #expect(outcome.error?.status == 302)
        #expect(await transport.sent.count == 1)
    }

    @Test func middlewareSeesWhatTheRedirectLedTo() async throws {
        let statuses = Locked<[Int]>([])
        let transport = ScriptedTransport([Self.redirect(302, "/y"), Self.success])
        let watch = InlineMiddleware { request, _, next in
            let response = try await next(request)
            statuses.withLock { $0.append(response.head.status.code) }
            return response
        }
        _ = try await TestClient(over: transport, options: .init(middleware: [watch])).send(APIRequest(.get, "/v1/x"))
        #expect(statuses.withLock(\.self) == [200])
        #expect(await transport.sent.map(\.request.path) == ["/v1/x", "/y"])
    }

    @Test func theBodyOfARedirectIsClosed() async throws {
        let transport = ScriptedTransport([
            .stream(status: 302, headers: [.location: "/y"], chunks: [Data("moved".utf8)], end: .silence), Self.success,
        ])
        _ = try await TestClient(over: transport).send(APIRequest(.get, "/v1/x"))
        #expect(transport.bodies.withLock(\.open) == 0)
    }

    /// Ten seconds for the attempt, of which each redirect takes four.
    @Test func allRedirectsOfAnAttemptShareItsTime() async throws {
        let clock = VirtualClock()
        let transport = ScriptedTransport { sent in
            clock.advance(.seconds(4))
            return Self.redirect(307, "\(sent.request.path ?? "")x")
        }
        let client = try TestClient(over: transport, options: .init(timeout: .seconds(10), maxRetries: 1), clock: clock)
        let outcome = await Outcome { try await client.send(APIRequest(.post, "/v1/x")) }
        #expect(outcome.error?.kind == .timeout)
        // The second attempt has its own ten seconds.
        let limits: [Duration] = [.seconds(10), .seconds(6), .seconds(2)]
        #expect(await transport.sent.map(\.timeouts.headers) == limits + limits)
    }
}
