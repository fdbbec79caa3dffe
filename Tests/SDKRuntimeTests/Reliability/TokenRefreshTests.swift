import Foundation
import TestSupport
import Testing

@testable import SDKRuntime

@Suite struct TokenRefreshTests {
    /// Where tokens come from: each call waits until it is let go on.
    private final class Source: Sendable {
        struct Failed: Error {}

        private let clock: VirtualClock
        private let lifetime: Duration?
        private let state = Locked((count: 0, isFailing: false))
        private let gate = Locked<[CheckedContinuation<Void, Never>]?>(nil)
        let asked: AsyncStream<Void>
        private let ask: AsyncStream<Void>.Continuation

        init(_ clock: VirtualClock, lifetime: Duration? = .seconds(3600)) {
            self.clock = clock
            self.lifetime = lifetime
            (asked, ask) = AsyncStream.makeStream(of: Void.self)
        }

        var count: Int { state.withLock { $0.count } }

        func fail(_ isFailing: Bool) { state.withLock { $0.isFailing = isFailing } }

        /// Lets nobody through from now on.
        func hold() { gate.withLock { $0 = [] } }

        /// Lets everybody through again.
        func release() {
            let held = gate.withLock { gate in
                defer { gate = nil }
                return gate ?? []
            }
            for continuation in held { continuation.resume() }
        }

        func next() async throws -> AccessToken {
            let (number, isFailing) = state.withLock { state in
                state.count += 1
                return (state.count, state.isFailing)
            }
            ask.yield()
            await withCheckedContinuation { continuation in
                let isHeld = gate.withLock { gate in
                    gate?.append(continuation)
                    return gate != nil
                }
                if !isHeld { continuation.resume() }
            }
            if isFailing { throw Failed() }
            return AccessToken("token-\(number)", expiresAt: lifetime.map { clock.now + $0 / .seconds(1) })
        }
    }

    private static func cache(_ source: Source) -> TokenCache { TokenCache { try await source.next() } }

    /// The seconds that a token has left, and what becomes of it.
    @Test(arguments: [(121, 1, 1), (120, 1, 2), (30, 1, 2), (29, 2, 2), (-10, 2, 2)])
    func aTokensAgeDecides(_ secondsLeft: Int, used: Int, obtained: Int) async throws {
        let clock = VirtualClock()
        let source = Source(clock)
        let cache = Self.cache(source)
        #expect(try await cache.token(clock.clock).value == "token-1")
        clock.advance(.seconds(3600 - secondsLeft))
        #expect(try await cache.token(clock.clock).value == "token-\(used)")
        await cache.refreshing?.value
        #expect(source.count == obtained)
        #expect(try await cache.token(clock.clock).value == "token-\(obtained)")
    }

    @Test func aTokenWithoutAnExpiryIsKept() async throws {
        let clock = VirtualClock()
        let source = Source(clock, lifetime: nil)
        let cache = Self.cache(source)
        _ = try await cache.token(clock.clock)
        clock.advance(.seconds(1_000_000_000))
        #expect(try await cache.token(clock.clock).value == "token-1")
        #expect(source.count == 1)
    }

    @Test func oneTokenIsObtainedInTheBackgroundAtATime() async throws {
        let clock = VirtualClock()
        let source = Source(clock)
        let cache = Self.cache(source)
        _ = try await cache.token(clock.clock)
        clock.advance(.seconds(3500))
        source.hold()
        for _ in 0..<5 { #expect(try await cache.token(clock.clock).value == "token-1") }
        source.release()
        await cache.refreshing?.value
        #expect(source.count == 2)
    }

    @Test func aSourceThatFailedIsLeftAloneForAWhile() async throws {
        let clock = VirtualClock()
        let source = Source(clock)
        let cache = Self.cache(source)
        _ = try await cache.token(clock.clock)
        clock.advance(.seconds(3500))
        source.fail(true)
        for (pause, count) in [(0, 2), (4, 2), (1, 3)] {
            clock.advance(.seconds(pause))
            #expect(try await cache.token(clock.clock).value == "token-1")
            await cache.refreshing?.value
            #expect(source.count == count)
        }
        // Who cannot go on without a token asks in any case.
        clock.advance(.seconds(70))
        await #expect(throws: Source.Failed.self) { try await cache.token(clock.clock) }
        source.fail(false)
        #expect(try await cache.token(clock.clock).value == "token-5")
    }

    @Test func aCancelledCallLeavesTheOthersWaiting() async throws {
        let clock = VirtualClock()
        let source = Source(clock)
        let cache = Self.cache(source)
        source.hold()
        let first = Task { try await cache.token(clock.clock).value }
        for await _ in source.asked { break }
        let second = Task { try await cache.token(clock.clock).value }
        first.cancel()
        #expect(await first.result.error is CancellationError)
        source.release()
        #expect(try await second.value == "token-1")
        #expect(source.count == 1)
    }

    @Test func aTokenIsObtainedForTheNextCallIfTheFirstIsCancelled() async throws {
        let clock = VirtualClock()
        let source = Source(clock)
        let cache = Self.cache(source)
        source.hold()
        let call = Task { try await cache.token(clock.clock).value }
        for await _ in source.asked { break }
        call.cancel()
        #expect(await call.result.error is CancellationError)
        source.release()
        #expect(try await cache.token(clock.clock).value == "token-1")
        #expect(source.count == 1)
    }

    @Test func manyCallsObtainOneToken() async throws {
        let clock = VirtualClock()
        let source = Source(clock)
        let cache = Self.cache(source)
        let values = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<200 { group.addTask { try await cache.token(clock.clock).value } }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(values == ["token-1"])
        #expect(source.count == 1)
    }

    @Test func onlyTheTokenThatWasRefusedIsGivenUp() async throws {
        let clock = VirtualClock()
        let source = Source(clock)
        let cache = Self.cache(source)
        _ = try await cache.token(clock.clock)
        cache.invalidate("token-1")
        #expect(try await cache.token(clock.clock).value == "token-2")
        // Told late, by a call that was made with the first one.
        cache.invalidate("token-1")
        #expect(try await cache.token(clock.clock).value == "token-2")
    }

    /// The tokens that a call sends, by the statuses of the responses.
    private static func tokens(_ statuses: [Int], maxRetries: Int = 2) async throws -> ([String], [Duration], Source) {
        let clock = VirtualClock()
        let source = Source(clock)
        let transport = ScriptedTransport(statuses.map { .respond(status: $0, headers: [:], body: Data("{}".utf8)) })
        let client = try TestClient(
            authToken: TokenProvider { try await source.next() },
            options: .init(maxRetries: maxRetries, transport: transport, environment: .none),
            clock: clock
        )
        _ = await Result { try await client.send(APIRequest(.post, "/v1/x")) }
        let sent = await transport.sent.map { $0.header("authorization") ?? "" }
        return (sent.map { String($0.dropFirst("Bearer ".count)) }, clock.sleeps, source)
    }

    @Test func aRefusedTokenIsReplacedOnceForACall() async throws {
        let (once, sleeps, _) = try await Self.tokens([401, 200])
        #expect(once == ["token-1", "token-2"])
        #expect(sleeps.isEmpty)
        #expect(try await Self.tokens([401]).0 == ["token-1", "token-2"])
        // It is one of the retries.
        #expect(try await Self.tokens([500, 401, 500, 200]).0 == ["token-1", "token-1", "token-2"])
        #expect(try await Self.tokens([401, 200], maxRetries: 0).0 == ["token-1"])
    }

    @Test func aRefusalIsRememberedWithoutARetry() async throws {
        let clock = VirtualClock()
        let source = Source(clock)
        let transport = ScriptedTransport([401, 200].map { .respond(status: $0, headers: [:], body: Data("{}".utf8)) })
        let client = try TestClient(
            authToken: TokenProvider { try await source.next() },
            options: .init(maxRetries: 0, transport: transport, environment: .none),
            clock: clock
        )
        _ = await Result { try await client.send(APIRequest(.get, "/v1/x")) }
        _ = try await client.send(APIRequest(.get, "/v1/x"))
        #expect(await transport.sent.map { $0.header("authorization") } == ["Bearer token-1", "Bearer token-2"])
    }
}
