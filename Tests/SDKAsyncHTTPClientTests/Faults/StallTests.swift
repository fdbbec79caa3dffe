import Foundation
import SDKRuntime
import TestSupport
import Testing

/// Servers that fall silent. The limits are the transports' own, so that time passes here: little of it.
@Suite(.timeLimit(.minutes(10))) struct StallTests {
    private static let short = Duration.seconds(1)

    @Test(arguments: TransportKind.allCases)
    func `each attempt without a head ends in time`(_ kind: TransportKind) async throws {
        try await FaultScenario.run(kind, [[.request]]) { server, transport in
            let attempts = Attempts(transport)
            let client = try server.client(attempts, maxRetries: 1, timeout: Self.short)
            let error = await #expect(throws: APIError.self) { try await client.send(.call(.post)) }
            #expect(error?.kind == .timeout)
            #expect(attempts.count == 2)
        }
    }

    /// Every connection is answered when the second attempt has begun, and serves nobody else: a slow machine may open them
    /// in any order.
    @Test(arguments: TransportKind.allCases)
    func `an attempt after one without a head succeeds`(_ kind: TransportKind) async throws {
        let isRepeated = Signal()
        let script: [FaultStep] = [.request, .wait(isRepeated), .respond("200 OK", ["Connection: close"]), .close]
        try await FaultScenario.run(kind, [script]) { server, transport in
            let attempts = Attempts(transport, first: .milliseconds(200)) { isRepeated.send() }
            let client = try server.client(attempts, maxRetries: 1)
            #expect(try await client.send(.call(.post)) == [:])
            #expect(attempts.count == 2)
        }
    }

    /// A transport that tells when it is to send again, and whose first exchange may have a limit of its own.
    private struct Attempts: HTTPTransport {
        private let base: any HTTPTransport
        private let first: Duration?
        private let willRepeat: @Sendable () -> Void
        private let number = Locked(0)

        init(
            _ base: any HTTPTransport,
            first: Duration? = nil,
            willRepeat: @escaping @Sendable () -> Void = {}
        ) {
            self.base = base
            self.first = first
            self.willRepeat = willRepeat
        }

        var count: Int { number.withLock(\.self) }

        func send(
            _ request: HTTPRequest,
            body: HTTPRequestBody,
            timeouts: TransportTimeouts
        ) async throws -> TransportResponse {
            let number = number.withLock { number in
                number += 1
                return number
            }
            var timeouts = timeouts
            if number == 1, let first { timeouts.headers = first }
            if number > 1 { willRepeat() }
            return try await base.send(request, body: body, timeouts: timeouts)
        }
    }

    @Test(arguments: TransportKind.resilient)
    func `a head that stops half-way ends in time`(_ kind: TransportKind) async throws {
        let script: [FaultStep] = [.request, .send("HTTP/1.1 200 OK\r\nContent-")]
        try await FaultScenario.run(kind, [script]) { server, transport in
            let client = try server.client(transport, maxRetries: 0, timeout: Self.short)
            let error = await #expect(throws: APIError.self) { try await client.send(.call(.get)) }
            #expect(error?.kind == .timeout)
        }
    }

    @Test(arguments: TransportKind.allCases)
    func `a body that stops half-way ends in time, and is asked for again where that does no harm`(
        _ kind: TransportKind
    ) async throws {
        let script: [FaultStep] = [.request, .send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")]
        try await FaultScenario.run(kind, [script]) { server, transport in
            let client = try server.client(transport, maxRetries: 1, idleTimeout: Self.short)
            for (id, method, count) in [("get", HTTPRequest.Method.get, 2), ("post", .post, 1)] {
                let error = await #expect(throws: APIError.self) { try await client.send(.call(method, id: id)) }
                #expect(error?.kind == .timeout)
                #expect(server.record.value.count(ofCall: id) == count)
            }
        }
    }

    /// Informational responses are no answer.
    @Test(arguments: TransportKind.resilient)
    func `continuing for ever is no head`(_ kind: TransportKind) async throws {
        let interim = Data(String(repeating: "HTTP/1.1 100 Continue\r\n\r\n", count: 100).utf8)
        try await FaultScenario.run(kind, [[.request, .flood(interim)]]) { server, transport in
            let client = try server.client(transport, maxRetries: 0, timeout: Self.short)
            let error = await #expect(throws: APIError.self) { try await client.send(.call(.get)) }
            #expect(error?.kind == .timeout)
        }
    }

    // URLSession reads a stream to its end before it sends anything, and so is no part of the following.

    @Test func `a server that does not read ends in time`() async throws {
        let isOver = Signal()
        let script: [FaultStep] = [.requestHead, .stopReading, .wait(isOver), .startReading]
        try await FaultScenario.run(.asyncHTTPClient, [script]) { server, transport in
            let client = try server.client(transport, maxRetries: 0, timeout: Self.short)
            let released = Signal()
            var request = APIRequest.call(.put)
            request.body(stream: .endless(telling: released), contentType: "application/octet-stream")
            let error = await client.error(of: request)
            #expect(error?.kind == .timeout)
            request = .call(.put)
            await released.wait()
            isOver.send()
        }
    }

    /// The stream itself does not react to anything: only the task that reads it can be ended.
    @Test func `an upload that produces nothing more is let go with its call`() async throws {
        try await FaultScenario.run(.asyncHTTPClient, [[.requestHead]]) { server, transport in
            let client = try server.client(transport, maxRetries: 0, timeout: Self.short)
            let released = Signal()
            var request = APIRequest.call(.put)
            request.body(stream: .stalled(telling: released), contentType: "application/octet-stream")
            let error = await client.error(of: request)
            #expect(error?.kind == .timeout)
            request = .call(.put)
            await released.wait()
        }
    }

    #if os(Linux)
        /// URLSession has no limit for connecting by itself: the one for the head ends its wait.
        @Test func `no connection in time`() async throws {
            let listener = try FullListener()
            let transport = TransportKind.asyncHTTPClient.make()
            let timeouts = TransportTimeouts(connect: Self.short, headers: .seconds(600))
            let error = await #expect(throws: TransportError.self) {
                try await transport.send(.get, "127.0.0.1:\(listener.port)", "/x", timeouts: timeouts)
            }
            #expect(error?.kind == .timeout)
            #expect(error?.message == "no connection in time")
        }
    #endif

    /// None of them waits for another one's connection.
    @Test(arguments: TransportKind.allCases)
    func `many calls that wait at once`(_ kind: TransportKind) async throws {
        let count = 64
        let go = (0..<count).map { _ in Signal() }
        let scripts = go.map { [FaultStep.request, .wait($0), .respond()] }
        try await FaultScenario.run(kind, scripts, leaving: .kept) { server, transport in
            let client = try server.client(transport, maxRetries: 0)
            try await withThrowingTaskGroup(of: JSONValue.self) { group in
                for _ in 0..<count {
                    group.addTask { try await client.send(.call(.get)) }
                }
                try await server.record.wait { $0.requests.count == count }
                for signal in go { signal.send() }
                for try await value in group {
                    #expect(value == [:])
                }
            }
        }
    }
}
