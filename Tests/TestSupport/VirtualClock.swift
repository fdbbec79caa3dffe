package import Foundation
package import SDKRuntime

/// A clock whose time passes when someone sleeps, and at once.
package final class VirtualClock: Sendable {
    private struct State {
        var now: Date
        var uptime = Duration.zero
        var sleeps: [Duration] = []
        var randomNumbers: [Double]
        var onSleep: (@Sendable (Duration) async throws -> Void)?
    }

    private let state: Locked<State>

    /// - Parameters:
    ///   - now: What time it is at first.
    ///   - randomNumbers: What chance comes to, in turn. The last one repeats.
    package init(now: Date = Date(timeIntervalSince1970: 1_700_000_000), randomNumbers: [Double] = [0]) {
        state = Locked(State(now: now, randomNumbers: randomNumbers))
    }

    /// How long there was sleep, each time.
    package var sleeps: [Duration] { state.withLock { $0.sleeps } }

    package var now: Date { state.withLock { $0.now } }

    /// Lets time pass.
    package func advance(_ duration: Duration) {
        state.withLock { state in
            state.now += duration / .seconds(1)
            state.uptime += duration
        }
    }

    /// Sets what happens during each sleep.
    package func onSleep(_ body: @escaping @Sendable (Duration) async throws -> Void) {
        state.withLock { $0.onSleep = body }
    }

    /// What a client is given.
    package var clock: ClientClock {
        ClientClock(
            now: { self.now },
            uptime: { self.state.withLock { $0.uptime } },
            sleep: { try await self.sleep($0) },
            random: { self.random() }
        )
    }

    private func sleep(_ duration: Duration) async throws {
        try Task.checkCancellation()
        let onSleep = state.withLock { state in
            state.sleeps.append(duration)
            return state.onSleep
        }
        try await onSleep?(duration)
        try Task.checkCancellation()
        advance(duration)
    }

    private func random() -> Double {
        state.withLock { state in
            state.randomNumbers.count > 1 ? state.randomNumbers.removeFirst() : state.randomNumbers.first ?? 0
        }
    }
}
