#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Why a transport has no response, or not the whole of it.
public struct TransportError: Error, Sendable, CustomStringConvertible {
    /// What went wrong, as far as the runtime treats it differently.
    public enum Kind: Sendable, Hashable {
        /// No connection came about, or it broke.
        case connection
        /// A limit of ``TransportTimeouts`` passed.
        case timeout
        /// The content encoding of the response could not be removed, or its content grows beyond measure. Asking again
        /// would not help.
        case content
    }

    /// What went wrong.
    public let kind: Kind

    /// One sentence for people, without header values.
    public let message: String

    /// The networking library's own error.
    public let underlyingError: (any Error)?

    /// Makes an error.
    public init(_ kind: Kind, _ message: String, underlyingError: (any Error)? = nil) {
        self.kind = kind
        self.message = message
        self.underlyingError = underlyingError
    }

    /// The message.
    public var description: String { message }
}

extension TransportError: LocalizedError {
    /// The message.
    public var errorDescription: String? { message }
}
