import Foundation
import SDKRuntime
import TestSupport
import Testing

/// A task that is cancelled ends its call at once, whatever that is doing, with `CancellationError`.
@Suite struct CancellationTests {
    private static let request = APIRequest(.get, "/v1/x")

    /// Tells a test that something has begun.
    private struct Signal: Sendable {
        private let stream: AsyncStream<Void>
        private let continuation: AsyncStream<Void>.Continuation

        init() { (stream, continuation) = AsyncStream.makeStream(of: Void.self) }

        func send() { continuation.yield() }

        func wait() async { for await _ in stream { return } }
    }

    /// Connects for ever.
    private struct SilentTransport: HTTPTransport {
        let signal: Signal
        let count = Locked(0)

        func send(_ request: HTTPRequest, body: HTTPRequestBody, timeouts: TransportTimeouts) async throws
            -> TransportResponse
        {
            count.withLock { $0 += 1 }
            signal.send()
            try await untilCancelled()
        }
    }

    /// What a call comes to that is cancelled when something has begun.
    private static func cancel(_ client: TestClient, at signal: Signal) async -> (any Error)? {
        let task = Task { try await client.send(request) }
        await signal.wait()
        task.cancel()
        return await task.result.error
    }

    @Test func whileConnecting() async throws {
        let transport = SilentTransport(signal: Signal())
        let client = try TestClient(over: transport)
        #expect(await Self.cancel(client, at: transport.signal) is CancellationError)
        #expect(transport.count.withLock(\.self) == 1)
    }

    @Test func whileSleeping() async throws {
        let signal = Signal()
        let clock = VirtualClock()
        clock.onSleep { _ in
            signal.send()
            try await untilCancelled()
        }
        let transport = ScriptedTransport(status: 500)
        let client = try TestClient(over: transport, clock: clock)
        #expect(await Self.cancel(client, at: signal) is CancellationError)
        #expect(await transport.sent.count == 1)
        #expect(clock.sleeps.count == 1)
    }

    @Test func whileReading() async throws {
        let signal = Signal()
        let transport = ScriptedTransport([.stream(chunks: [Data("{".utf8)], end: .silence)])
        let client = try TestClient(over: transport).withOptions {
            // The last thing that is told before the body is read.
            $0.middleware = [
                InlineMiddleware { request, _, next in
                    let response = try await next(request)
                    signal.send()
                    return response
                }
            ]
        }
        #expect(await Self.cancel(client, at: signal) is CancellationError)
        #expect(await transport.sent.count == 1)
        #expect(transport.bodies.withLock { $0.open } == 0)
    }

    @Test func whileWaitingForAToken() async throws {
        let signal = Signal()
        let provider = TokenProvider {
            signal.send()
            try await untilCancelled()
        }
        let transport = ScriptedTransport()
        let client = try TestClient(authToken: provider, options: .init(transport: transport, environment: .none))
        #expect(await Self.cancel(client, at: signal) is CancellationError)
        #expect(await transport.sent.isEmpty)
    }

    @Test func anErrorOfACancelledCallIsNoOther() async throws {
        struct Late: HTTPTransport {
            func send(_ request: HTTPRequest, body: HTTPRequestBody, timeouts: TransportTimeouts) async throws
                -> TransportResponse
            {
                withUnsafeCurrentTask { $0?.cancel() }
                throw TransportError(.connection, "closed")
            }
        }
        let client = try TestClient(over: Late())
        let task = Task { try await client.send(Self.request) }
        #expect(await task.result.error is CancellationError)
    }

    @Test func theSystemsClockStopsAtOnce() async throws {
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            try await ClientClock.system.sleep(.seconds(3600))
        }
        #expect(await task.result.error is CancellationError)
    }
}
