#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Where a client takes time and chance from: the system, or a test that does not want to wait.
///
/// ```swift
/// var clock = ClientClock.system
/// clock.sleep = { delay in print("would wait for \(delay)") }
/// let hasty = client.withOptions { $0.clock = clock }
/// ```
///
/// The limits of single exchanges are the transport's, and are measured by it.
public struct ClientClock: Sendable {
    /// The date and time of day, for tokens that expire and for dates in `Retry-After`.
    public var now: @Sendable () -> Date

    /// The time since a moment that never changes, for how long something took.
    public var uptime: @Sendable () -> Duration

    /// Waits. It throws `CancellationError` at once when the calling task is cancelled.
    public var sleep: @Sendable (Duration) async throws -> Void

    /// A random number from 0 up to, but not, 1: it spreads the attempts of many clients.
    public var random: @Sendable () -> Double

    /// Makes a clock.
    public init(
        now: @escaping @Sendable () -> Date,
        uptime: @escaping @Sendable () -> Duration,
        sleep: @escaping @Sendable (Duration) async throws -> Void,
        random: @escaping @Sendable () -> Double
    ) {
        self.now = now
        self.uptime = uptime
        self.sleep = sleep
        self.random = random
    }

    /// The clock of the system.
    public static var system: ClientClock {
        ClientClock(
            now: { Date() },
            uptime: { start.duration(to: .now) },
            sleep: { try await Task.sleep(for: $0) },
            random: { Double.random(in: 0..<1) }
        )
    }

    private static let start = ContinuousClock.now
}
