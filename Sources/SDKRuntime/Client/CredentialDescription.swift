/// One way to authenticate with a service: an argument of the client, the variable that stands in for it, and the
/// header that carries it.
public struct CredentialDescription: Sendable, Hashable {
    /// The label of the client initialiser's argument, such as `apiKey`.
    public let argument: String

    /// The header that carries the credential.
    public let header: String

    /// What comes before the credential in the header's value: `Bearer ` or nothing.
    let valuePrefix: String

    /// The environment variable, without the service's prefix: `API_KEY`. Nil: there is none.
    public let environment: String?

    /// A key in a header of its own (an OpenAPI `apiKey` security scheme in a header).
    public static func header(argument: String, name: String, environment: String? = nil) -> Self {
        Self(argument: argument, header: name, valuePrefix: "", environment: environment)
    }

    /// A bearer token in `Authorization` (RFC 6750).
    public static func bearer(argument: String, environment: String? = nil) -> Self {
        Self(argument: argument, header: "Authorization", valuePrefix: "Bearer ", environment: environment)
    }
}
