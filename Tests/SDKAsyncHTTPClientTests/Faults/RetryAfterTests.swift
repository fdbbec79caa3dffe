import Foundation
import SDKRuntime
import TestSupport
import Testing

/// How long a call waits after a server that was busy, whatever it says.
@Suite(.timeLimit(.minutes(10))) struct RetryAfterTests {
    /// The clock of the tests begins on Tue, 14 Nov 2023 22:13:20 GMT, and chance takes nothing off the back-off of 0.5 s.
    private static let forms: [(fields: [String], delay: Duration)] = [
        ([], .milliseconds(500)),
        (["Retry-After: 2"], .seconds(2)),
        (["Retry-After: 1.5"], .milliseconds(1500)),
        (["retry-after-ms: 250"], .milliseconds(250)),
        (["Retry-After: 2", "Retry-After-Ms: 1500"], .milliseconds(1500)),
        (["Retry-After: Tue, 14 Nov 2023 22:13:50 GMT"], .seconds(30)),
        (["Retry-After: Tuesday, 14-Nov-23 22:13:50 GMT"], .seconds(30)),
        (["Retry-After: Tue Nov 14 22:13:50 2023"], .seconds(30)),
        (["Retry-After: Tue, 14 Nov 2023 22:13:00 GMT"], .milliseconds(500)),
        (["Retry-After: 0"], .milliseconds(500)),
        (["Retry-After: -5"], .milliseconds(500)),
        (["Retry-After: soon"], .milliseconds(500)),
        (["Retry-After:"], .milliseconds(500)),
        (["Retry-After: nan"], .milliseconds(500)),
        (["Retry-After: 100000"], .seconds(3600)),
        (["Retry-After: 1e300"], .seconds(3600)),
        (["Retry-After: 99999999999999999999999999"], .seconds(3600)),
        (["Retry-After: Fri, 31 Dec 9999 23:59:59 GMT"], .seconds(3600)),
    ]

    @Test(arguments: forms, TransportKind.allCases)
    func `a busy server`(_ form: (fields: [String], delay: Duration), _ kind: TransportKind) async throws {
        let busy = FaultStep.respond("429 Too Many Requests", form.fields, #"{"error":{"type":"rate_limit_error"}}"#)
        let next: [FaultStep] = [.request, .respond()]
        try await FaultScenario.run(kind, [[.request, busy] + next, next], leaving: .kept) { server, transport in
            let clock = VirtualClock()
            let client = try server.client(transport, maxRetryDelay: .seconds(3600), clock: clock)
            #expect(try await client.send(.call(.post, body: [1])) == [:])
            #expect(clock.sleeps == [form.delay])
            #expect(server.record.value.requests.map(\.body) == [Data("[1]".utf8), Data("[1]".utf8)])
        }
    }

    @Test(arguments: TransportKind.allCases)
    func `a server that stays busy`(_ kind: TransportKind) async throws {
        let busy: [FaultStep] = [.request, .respond("429 Too Many Requests", ["request-id: req_1"], "slow down")]
        let scripts = [Array(repeating: busy, count: 3).flatMap { $0 }]
        try await FaultScenario.run(kind, scripts, leaving: .kept) { server, transport in
            let clock = VirtualClock()
            let client = try server.client(transport, maxRetries: 2, clock: clock)
            let error = await #expect(throws: APIError.self) { try await client.send(.call(.post)) }
            #expect(error?.kind == .rateLimit)
            #expect(error?.requestID == "req_1")
            #expect(error?.body == .text("slow down"))
            #expect(clock.sleeps == [.milliseconds(500), .seconds(1)])
            #expect(server.record.value.count(ofCall: "1") == 3)
        }
    }

    /// The body of a response that is not the answer is not waited for.
    @Test(arguments: TransportKind.allCases)
    func `a busy server whose body never ends`(_ kind: TransportKind) async throws {
        let busy = FaultStep.send("HTTP/1.1 529 Overloaded\r\nContent-Length: 100\r\n\r\n{")
        let scripts: [[FaultStep]] = [[.request, busy], [.request, .respond()]]
        try await FaultScenario.run(kind, scripts, leaving: .kept) { server, transport in
            let client = try server.client(transport)
            #expect(try await client.send(.call(.post)) == [:])
            #expect(server.record.value.count(ofCall: "1") == 2)
            if TransportKind.closing.contains(kind) {
                try await server.record.wait { $0.open == 1 }
            }
        }
    }
}
