/// Runs an operation, and calls a function if the operation has not ended in time.
///
/// The function has to make the operation end: a transport cancels its exchange there. It may be called just as the
/// operation ends, and must then do no harm.
package func withTimeLimit<Value>(
    _ limit: Duration?,
    onExpiry: @escaping @Sendable () -> Void,
    _ operation: () async throws -> sending Value
) async rethrows -> sending Value {
    guard let limit else { return try await operation() }
    let id = TimeLimits.shared.start(limit, onExpiry)
    defer { TimeLimits.shared.end(id) }
    return try await operation()
}

/// The limits of all operations that are going on in the process.
///
/// One task sleeps for all of them. A task for each would leave a timer behind when it is cancelled, up to the end that it
/// does not come to: a stream with a limit of ten minutes for each chunk would have the timers of ten minutes.
private final class TimeLimits: Sendable {
    static let shared = TimeLimits()

    private struct Limit: Sendable {
        let end: ContinuousClock.Instant
        let onExpiry: @Sendable () -> Void
    }

    private struct State: Sendable {
        var limits: [UInt64: Limit] = [:]
        var lastID: UInt64 = 0
        /// The task that sleeps, and until when. Limits that have gone since do not wake it earlier or later.
        var sleeper: (task: Task<Void, Never>, end: ContinuousClock.Instant)?
    }

    private let state = Locked(State())

    /// Starts a limit, and gives what it is ended by.
    func start(_ duration: Duration, _ onExpiry: @escaping @Sendable () -> Void) -> UInt64 {
        // A time beyond the clock's end would be an overflow.
        let end = ContinuousClock.now + min(duration, .seconds(1 << 32))
        return state.withLock { state in
            state.lastID += 1
            state.limits[state.lastID] = Limit(end: end, onExpiry: onExpiry)
            sleep(until: end, &state)
            return state.lastID
        }
    }

    func end(_ id: UInt64) {
        // What its function holds goes outside of the lock.
        _ = state.withLock { $0.limits.removeValue(forKey: id) }
    }

    /// Sees to it that someone wakes at a time.
    private func sleep(until end: ContinuousClock.Instant, _ state: inout State) {
        if let sleeper = state.sleeper {
            guard end < sleeper.end else { return }
            sleeper.task.cancel()
        }
        // Not a child of the caller's task, whose priority and local values have nothing to do with other limits.
        let task = Task.detached { [self] in
            guard (try? await Task.sleep(until: end, clock: .continuous)) != nil else { return }
            wake(at: end)
        }
        state.sleeper = (task, end)
    }

    /// Calls the functions of those limits that are over.
    private func wake(at end: ContinuousClock.Instant) {
        let now = ContinuousClock.now
        let expired: [@Sendable () -> Void] = state.withLock { state in
            // Another one has taken over, and wakes by itself.
            guard state.sleeper?.end == end else { return [] }
            let expired = state.limits.filter { $0.value.end <= now }
            for id in expired.keys { state.limits[id] = nil }
            state.sleeper = nil
            if let next = state.limits.values.map(\.end).min() { sleep(until: next, &state) }
            return expired.values.map { $0.onExpiry }
        }
        for onExpiry in expired { onExpiry() }
    }
}
