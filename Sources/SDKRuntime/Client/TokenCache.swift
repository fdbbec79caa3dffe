#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Keeps the token that was obtained last, and has the next one obtained once for all who need it.
final class TokenCache: Sendable {
    private typealias Waiter = CheckedContinuation<AccessToken, any Error>

    private struct State {
        var current: AccessToken?
        /// What obtains a token.
        var refresh: Task<Void, Never>?
        /// The calls that cannot go on without that token, by a number of their own.
        var waiters: [Int: Waiter] = [:]
        var lastWaiter = 0
        /// When there may be another attempt to obtain a token that nobody waits for.
        var nextQuietAttempt = Duration.zero
    }

    /// What to do about a token.
    private enum Need {
        case none(AccessToken)
        /// The token can be used for a while, but is to be replaced.
        case soon(AccessToken)
        case now
    }

    /// A token with less time left, in seconds, is replaced while it is used.
    private static let earlyMargin: Double = 120

    /// A token with less time left, in seconds, may expire before it arrives.
    private static let margin: Double = 30

    /// How long to leave the source of tokens alone after it failed, as long as the old token works.
    private static let pauseAfterFailure = Duration.seconds(5)

    private let provide: @Sendable () async throws -> AccessToken
    private let state = Locked(State())

    init(_ provide: @escaping @Sendable () async throws -> AccessToken) {
        self.provide = provide
    }

    deinit {
        state.withLock { $0.refresh }?.cancel()
    }

    /// A token that is valid for a while.
    ///
    /// - Throws: What the function throws that provides tokens, and `CancellationError` as soon as the task is cancelled.
    func token(_ clock: ClientClock) async throws -> AccessToken {
        switch need(clock.now()) {
        case .none(let token):
            return token
        case .soon(let token):
            refreshQuietly(clock)
            return token
        case .now:
            return try await wait(clock)
        }
    }

    /// Drops a token that has turned out not to be valid, unless it has been replaced already.
    func invalidate(_ token: String) {
        state.withLock { state in
            if state.current?.value == token { state.current = nil }
        }
    }

    /// What obtains a token at the moment.
    var refreshing: Task<Void, Never>? { state.withLock { $0.refresh } }

    private func need(_ now: Date) -> Need {
        guard let token = state.withLock({ $0.current }) else { return .now }
        guard let expiry = token.expiresAt else { return .none(token) }
        let left = expiry.timeIntervalSince(now)
        return left > Self.earlyMargin ? .none(token) : left >= Self.margin ? .soon(token) : .now
    }
}

extension TokenCache {
    private func refreshQuietly(_ clock: ClientClock) {
        let uptime = clock.uptime()
        state.withLock { state in
            guard state.refresh == nil, uptime >= state.nextQuietAttempt else { return }
            state.refresh = task(clock)
        }
    }

    /// Waits for a new token, which others may be waiting for already.
    private func wait(_ clock: ClientClock) async throws -> AccessToken {
        let number = state.withLock { state in
            state.lastWaiter += 1
            return state.lastWaiter
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (waiter: Waiter) in
                let isCancelled = state.withLock { state in
                    // A cancellation that comes later finds the waiter.
                    guard !Task.isCancelled else { return true }
                    state.waiters[number] = waiter
                    if state.refresh == nil { state.refresh = task(clock) }
                    return false
                }
                if isCancelled { waiter.resume(throwing: CancellationError()) }
            }
        } onCancel: {
            state.withLock { $0.waiters.removeValue(forKey: number) }?.resume(throwing: CancellationError())
        }
    }

    /// A task of its own: the call that asks first may be cancelled while others wait.
    private func task(_ clock: ClientClock) -> Task<Void, Never> {
        Task { [provide, weak self] in
            let result: Result<AccessToken, any Error>
            do {
                result = .success(try await provide())
            } catch {
                result = .failure(error)
            }
            self?.finish(result, clock.uptime())
        }
    }

    private func finish(_ result: Result<AccessToken, any Error>, _ uptime: Duration) {
        let waiters = state.withLock { state in
            switch result {
            case .success(let token): state.current = token
            case .failure: state.nextQuietAttempt = uptime + Self.pauseAfterFailure
            }
            state.refresh = nil
            defer { state.waiters = [:] }
            return Array(state.waiters.values)
        }
        for waiter in waiters {
            waiter.resume(with: result)
        }
    }
}
