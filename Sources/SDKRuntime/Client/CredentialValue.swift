/// What a client is given as a credential: a `String`, a ``BasicCredential`` or a ``TokenProvider``.
///
/// No other type is understood.
public protocol CredentialValue: Sendable {}

/// A key or a token, or `user:password` for a ``BasicCredential``.
extension String: CredentialValue {}

/// A user name and a password (RFC 7617).
public struct BasicCredential: CredentialValue, Hashable {
    /// The name, without a colon.
    public let username: String
    /// The password.
    public let password: String

    /// A user name and a password.
    public init(username: String, password: String) {
        self.username = username
        self.password = password
    }
}

extension BasicCredential: CustomStringConvertible, CustomReflectable {
    /// The user name.
    public var description: String { "\(username):\(Redactor.mask)" }

    /// What a dump shows: no password.
    public var customMirror: Mirror { Mirror(self, children: ["username": username]) }
}
