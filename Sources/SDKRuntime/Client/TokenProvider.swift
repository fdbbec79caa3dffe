#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A token that authorizes calls for a while, such as one of OAuth 2.0 (RFC 6749, section 1.4).
public struct AccessToken: Sendable, Hashable, ExpressibleByStringLiteral {
    /// The token.
    public let value: String
    /// When it stops being valid. Nil: never.
    public let expiresAt: Date?

    /// A token that is valid until a moment, or for ever.
    public init(_ value: String, expiresAt: Date? = nil) {
        self.value = value
        self.expiresAt = expiresAt
    }

    /// A token that is valid for ever.
    public init(stringLiteral value: String) {
        self.init(value)
    }
}

extension AccessToken: CustomStringConvertible, CustomReflectable {
    /// A mask in place of the token.
    public var description: String { Redactor.mask }

    /// What a dump shows: no token.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// Obtains tokens when calls need them.
///
/// ```swift
/// let client = try MuseumClient(oauth: TokenProvider {
///     let grant = try await login.refresh()
///     return AccessToken(grant.token, expiresAt: grant.expiry)
/// })
/// ```
///
/// A token is kept until half a minute before it expires. Calls that need one at the same time wait for one that is being
/// obtained. Copies of a provider, and clients that are derived from one another, share their token.
public struct TokenProvider: CredentialValue, ExpressibleByStringLiteral {
    private let cache: TokenCache

    /// A provider that asks a function for each new token. What it throws is thrown by the calls that need the token.
    public init(_ provide: @escaping @Sendable () async throws -> AccessToken) {
        cache = TokenCache(provide)
    }

    /// A provider of one token that does not expire.
    public init(_ token: String) {
        self.init { AccessToken(token) }
    }

    /// A provider of one token that does not expire.
    public init(stringLiteral value: String) {
        self.init(value)
    }

    /// A token that is valid now.
    func token() async throws -> String {
        try await cache.token()
    }
}

/// Keeps the token that was obtained last.
private actor TokenCache {
    private let provide: @Sendable () async throws -> AccessToken
    private var current: AccessToken?
    private var pending: Task<AccessToken, any Error>?

    /// A token that expires sooner than this, in seconds, may do so before it arrives.
    private static let margin: Double = 30

    init(_ provide: @escaping @Sendable () async throws -> AccessToken) {
        self.provide = provide
    }

    func token() async throws -> String {
        if let current, current.expiresAt.map({ $0.timeIntervalSinceNow > Self.margin }) ?? true {
            return current.value
        }
        let task: Task<AccessToken, any Error>
        if let pending {
            task = pending
        } else {
            // Of its own: the call that asks first may be cancelled while others wait.
            task = Task { [provide] in try await provide() }
            pending = task
        }
        defer { if pending == task { pending = nil } }
        let token = try await task.value
        current = token
        return token.value
    }
}
