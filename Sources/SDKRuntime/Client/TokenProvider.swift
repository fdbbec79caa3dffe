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

// <!-- swift
// import Foundation
// struct Login: Sendable {
//     func refresh() async throws -> (token: String, expiry: Date) { ("t", .distantFuture) }
// }
// let login = Login()
// -->
/// Obtains tokens when calls need them.
///
/// ```swift
/// let tokens = TokenProvider {
///     let grant = try await login.refresh()
///     return AccessToken(grant.token, expiresAt: grant.expiry)
/// }
/// ```
///
/// A client takes it where its description has OAuth 2.0 or OpenID Connect, as in `MuseumClient(oauth: tokens)`.
///
/// A token is used until half a minute before it expires. From two minutes before, calls that use it have a new one
/// obtained meanwhile. Calls that need a token at the same time wait for the same one, and a call that is cancelled stops
/// waiting without a loss for the others. A token that the service refuses with status 401 is obtained anew, and the call
/// tried once more.
///
/// Copies of a provider, and clients that are derived from one another, share their token.
public struct TokenProvider: CredentialValue, ExpressibleByStringLiteral {
    private enum Source: Sendable {
        case fixed(String)
        case cache(TokenCache)
    }

    private let source: Source

    /// A provider that asks a function for each new token. What it throws is thrown by the calls that need the token.
    ///
    /// The function is never called twice at a time. It goes on when the calls that wait for it are cancelled, as the next
    /// call needs a token too, and is cancelled when the last copy of the provider is gone.
    public init(_ provide: @escaping @Sendable () async throws -> AccessToken) {
        source = .cache(TokenCache(provide))
    }

    /// A provider of one token that does not expire.
    public init(_ token: String) {
        source = .fixed(token)
    }

    /// A provider of one token that does not expire.
    public init(stringLiteral value: String) {
        self.init(value)
    }

    /// Whether another token can be had for one that is refused.
    var isRefreshable: Bool {
        if case .cache = source { true } else { false }
    }

    /// A token that is valid now.
    func token(_ clock: ClientClock) async throws -> String {
        switch source {
        case .fixed(let token): token
        case .cache(let cache): try await cache.token(clock).value
        }
    }

    /// Gives up a token that the service has refused, unless another one has been obtained since.
    func invalidate(_ token: String) {
        guard case .cache(let cache) = source else { return }
        cache.invalidate(token)
    }
}

extension TokenProvider: CustomReflectable {
    /// What a dump shows: no token.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
