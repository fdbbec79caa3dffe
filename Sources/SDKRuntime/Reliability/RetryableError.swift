/// An error of a ``Middleware`` after which the call may be tried again, as after a broken connection.
///
/// Errors that middleware throws reach the caller unchanged, and at once. This one, anywhere among the causes of what was
/// thrown, asks for another attempt, if the call has one left.
///
/// ```swift
/// struct QuotaNotYetRefreshed: RetryableError {}
/// ```
public protocol RetryableError: Error {
    /// Whether another attempt may succeed. True by default.
    var isRetryable: Bool { get }
}

extension RetryableError {
    /// True.
    public var isRetryable: Bool { true }
}

/// An error that was caused by another one.
///
/// The runtime looks through it when it decides about another attempt: an own error around a broken connection is one that
/// is tried again.
public protocol CausedError: Error {
    /// The cause.
    var underlyingError: (any Error)? { get }
}

extension APIError: CausedError {}
extension TransportError: CausedError {}
