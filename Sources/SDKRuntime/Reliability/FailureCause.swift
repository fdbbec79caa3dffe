#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What lies behind an error.
package enum FailureCause {
    /// Whether an error that ended an attempt says that another attempt may succeed: it is, or was caused by, a broken
    /// connection, a timeout, or a ``RetryableError``.
    ///
    /// - Parameter isDone: Whether the service has done what it must not do twice. Then a connection or a timeout is no
    ///   reason, but a ``RetryableError`` is: it was thrown by someone who knows that.
    package static func allowsRetry(_ error: any Error, isDone: Bool = false) -> Bool {
        var next: (any Error)? = error
        // An error may name itself as its cause, by way of others.
        for _ in 0..<longestChain {
            guard let error = next else { return false }
            switch error {
            case is CancellationError: return false
            case let error as any RetryableError: return error.isRetryable
            case let error as TransportError: return !isDone && error.kind != .content
            case let error as APIError where error.kind.matches(.connection): return !isDone
            default: next = cause(of: error)
            }
        }
        return false
    }

    private static let longestChain = 32

    private static func cause(of error: any Error) -> (any Error)? {
        if let error = error as? any CausedError { return error.underlyingError }
        #if !canImport(FoundationEssentials)
            return (error as NSError).userInfo[NSUnderlyingErrorKey] as? any Error
        #else
            return nil
        #endif
    }
}
