import SDKRuntime
import Testing

/// Limits that operations are held to. They run out by the system's clock: nothing here waits for one that does not.
@Suite(.timeLimit(.minutes(10))) struct TimeLimitTests {
    /// Becomes known when a limit has run out.
    private struct Expiry: Sendable {
        private let stream: AsyncStream<Void>
        private let continuation: AsyncStream<Void>.Continuation
        private let count = Locked(0)

        init() {
            (stream, continuation) = AsyncStream.makeStream()
        }

        var times: Int { count.withLock(\.self) }

        @Sendable func tell() {
            count.withLock { $0 += 1 }
            continuation.yield()
        }

        func wait() async {
            var iterator = stream.makeAsyncIterator()
            await iterator.next()
        }
    }

    private static let short = Duration.milliseconds(1)
    private static let long = Duration.seconds(3600)

    @Test func anOperationThatTakesTooLongIsToldSo() async {
        let expiry = Expiry()
        await withTimeLimit(Self.short, onExpiry: expiry.tell) { await expiry.wait() }
        #expect(expiry.times == 1)
    }

    @Test func theValueIsTheOperations() async {
        let value = await withTimeLimit(Self.long, onExpiry: {}) { 3 }
        #expect(value == 3)
    }

    @Test func theErrorIsTheOperations() async {
        struct Failure: Error {}
        await #expect(throws: Failure.self) {
            try await withTimeLimit(Self.long, onExpiry: {}) { throw Failure() }
        }
    }

    /// Nothing can call its function any more: it is gone, with what it holds.
    @Test(arguments: [false, true])
    func anOperationThatHasEndedIsLeftAlone(fails: Bool) async {
        let ended = await Self.ended(fails: fails)
        #expect(ended.exchange == nil)
    }

    private final class Exchange: Sendable {
        @Sendable func cancel() {}
    }

    private struct Ended {
        weak var exchange: Exchange?
    }

    /// What is left of an exchange whose time was not up.
    private static func ended(fails: Bool) async -> Ended {
        let exchange = Exchange()
        try? await withTimeLimit(long, onExpiry: exchange.cancel) {
            if fails { throw CancellationError() }
        }
        return Ended(exchange: exchange)
    }

    /// Whoever sleeps for all limits wakes earlier than for the first of them.
    @Test func aShortLimitEndsBeforeALongOneThatBeganEarlier() async {
        let long = Expiry()
        let short = Expiry()
        await withTimeLimit(Self.long, onExpiry: long.tell) {
            await withTimeLimit(Self.short, onExpiry: short.tell) { await short.wait() }
        }
        #expect(short.times == 1)
        #expect(long.times == 0)
    }

    @Test func manyLimitsEndEachByItself() async {
        let expiries = (0..<100).map { _ in Expiry() }
        await withTaskGroup(of: Void.self) { group in
            for (index, expiry) in expiries.enumerated() {
                group.addTask {
                    await withTimeLimit(Self.short * (1 + index % 5), onExpiry: expiry.tell) { await expiry.wait() }
                }
            }
        }
        #expect(expiries.map(\.times) == Array(repeating: 1, count: 100))
    }
}
