import SDKRuntime

/// A value that others wait for to become what they need, without asking again and again.
final class Watched<Value: Sendable>: Sendable {
    private struct State: Sendable {
        var value: Value
        var watchers: [Int: AsyncStream<Void>.Continuation] = [:]
        var nextWatcher = 0
    }

    private let state: Locked<State>

    init(_ value: Value) {
        state = Locked(State(value: value))
    }

    var value: Value { state.withLock(\.value) }

    /// Changes the value, and tells those who wait. They look at it where it is: one that shared its storage would make the
    /// next change copy it.
    @discardableResult
    func update<Result: Sendable>(_ change: @Sendable (inout Value) -> Result) -> Result {
        state.withLock { state in
            let result = change(&state.value)
            for watcher in state.watchers.values {
                watcher.yield()
            }
            return result
        }
    }

    /// Waits until the value is what is asked for.
    ///
    /// - Throws: `CancellationError` when the task is cancelled before.
    func wait(until isReached: @Sendable (Value) -> Bool) async throws {
        let (changes, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let watcher = state.withLock { state in
            continuation.yield()
            state.watchers[state.nextWatcher] = continuation
            state.nextWatcher += 1
            return state.nextWatcher - 1
        }
        defer { state.withLock { $0.watchers[watcher] = nil } }
        for await _ in changes where state.withLock({ isReached($0.value) }) {
            return
        }
        throw CancellationError()
    }
}
