import SDKRuntime

/// A value that others wait for to become what they need, without asking again and again.
final class Watched<Value: Sendable>: Sendable {
    private struct State: Sendable {
        var value: Value
        var watchers: [Int: AsyncStream<Value>.Continuation] = [:]
        var nextWatcher = 0
    }

    private let state: Locked<State>

    init(_ value: Value) {
        state = Locked(State(value: value))
    }

    var value: Value { state.withLock(\.value) }

    /// Changes the value, and shows it to those who wait.
    @discardableResult
    func update<Result: Sendable>(_ change: @Sendable (inout Value) -> Result) -> Result {
        state.withLock { state in
            let result = change(&state.value)
            for watcher in state.watchers.values {
                watcher.yield(state.value)
            }
            return result
        }
    }

    /// Waits until the value is what is asked for.
    ///
    /// - Throws: `CancellationError` when the task is cancelled before.
    func wait(until isReached: @Sendable (Value) -> Bool) async throws {
        let (values, continuation) = AsyncStream.makeStream(of: Value.self, bufferingPolicy: .bufferingNewest(1))
        let watcher = state.withLock { state in
            continuation.yield(state.value)
            state.watchers[state.nextWatcher] = continuation
            state.nextWatcher += 1
            return state.nextWatcher - 1
        }
        defer { state.withLock { $0.watchers[watcher] = nil } }
        for await value in values where isReached(value) {
            return
        }
        throw CancellationError()
    }
}
