/// One way to authenticate with a service: an argument of the client, the variable that stands in for it, and the place
/// in a request that carries it (OpenAPI 3.2, section 4.27).
public struct CredentialDescription: Sendable, Hashable {
    enum Carrier: Sendable, Hashable {
        case header(String)
        case query(String)
        case cookie(String)
        case bearer
        case basic
    }

    /// The label of the client initialiser's argument, such as `apiKey`.
    public let argument: String

    /// The environment variable, without the service's prefix: `API_KEY`. Nil: there is none.
    public let environment: String?

    let carrier: Carrier

    private init(_ argument: String, _ carrier: Carrier, _ environment: String?) {
        self.argument = argument
        self.carrier = carrier
        self.environment = environment
    }

    /// The header that carries the credential; nil for one in the query.
    public var header: String? {
        switch carrier {
        case .header(let name): name
        case .query: nil
        case .cookie: "Cookie"
        case .bearer, .basic: "Authorization"
        }
    }

    /// The header that carries nothing else.
    var ownHeader: String? {
        if case .cookie = carrier { nil } else { header }
    }

    /// A key in a header of its own (a security scheme `apiKey` in `header`).
    public static func header(argument: String, name: String, environment: String? = nil) -> Self {
        Self(argument, .header(name), environment)
    }

    /// A key in a query parameter (a security scheme `apiKey` in `query`).
    public static func query(argument: String, name: String, environment: String? = nil) -> Self {
        Self(argument, .query(name), environment)
    }

    /// A key in a cookie (a security scheme `apiKey` in `cookie`).
    public static func cookie(argument: String, name: String, environment: String? = nil) -> Self {
        Self(argument, .cookie(name), environment)
    }

    /// A user name and a password (RFC 7617). The variable holds `user:password`.
    public static func basic(argument: String, environment: String? = nil) -> Self {
        Self(argument, .basic, environment)
    }

    /// A bearer token in `Authorization` (RFC 6750).
    public static func bearer(argument: String, environment: String? = nil) -> Self {
        Self(argument, .bearer, environment)
    }

    /// A token that is obtained while the client is used (security schemes `oauth2` and `openIdConnect`), sent as a bearer
    /// token. The argument is a ``TokenProvider``; the variable holds a token that does not expire.
    public static func token(argument: String, environment: String? = nil) -> Self {
        Self(argument, .bearer, environment)
    }
}
