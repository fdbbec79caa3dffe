/// What a generated module knows about its service: the whole wire contract, as the API description states it.
///
/// The runtime contains no literal of any service. Header names, environment variables and error shapes come from here.
public struct ServiceDescription: Sendable {
    /// The service's name, such as `Anthropic`. Messages and log lines use it.
    public let name: String

    /// The version of the generated module, such as `0.1.0`. The `User-Agent` header names it.
    public let version: String

    /// The base URL of requests, from the description's first server. Nil: the caller has to give one.
    public let baseURL: String?

    /// What the names of environment variables begin with, without the final underscore. Nil: none are read.
    public let environmentPrefix: String?

    /// The product in the `User-Agent` header. ``name`` by default.
    public let product: String

    /// What the names of telemetry headers begin with, such as `X-Stainless`. Nil: none are sent.
    public let telemetryPrefix: String?

    /// The ways to authenticate, in order of precedence.
    public let credentials: [CredentialDescription]

    /// The credentials that calls carry which do not say otherwise: alternatives, each the arguments of credentials that
    /// go together. An empty alternative is a call without credentials, and no alternative at all says that calls want
    /// none. Nil: any one credential is enough.
    public let security: [[String]]?

    /// Constant headers of every request, such as the API's version.
    public let headers: HeaderLayer

    /// The header whose value tells the attempts of one call from those of another, so that the service does nothing twice.
    /// Nil: it has none.
    public let idempotencyHeader: String?

    /// The response header with the request's identifier.
    public let requestIDHeader: String?

    /// The response header with the identifier of the workspace that the credential belongs to.
    public let workspaceIDHeader: String?

    /// Where the body of an error response says what.
    public let errorBody: ErrorBodyDescription

    /// How arrays are written in a query.
    public let queryArrays: QueryArrayFormat

    /// How objects are written in a query, unless ``queryArrays`` follows OpenAPI.
    public let queryObjects: QueryObjectFormat

    /// The environment variable with the key that webhooks are signed with, without the prefix: `WEBHOOK_SIGNING_KEY`.
    /// Nil: there is none.
    public let webhookKeyEnvironment: String?

    /// Describes a service.
    public init(
        name: String,
        version: String,
        baseURL: String?,
        environmentPrefix: String? = nil,
        product: String? = nil,
        telemetryPrefix: String? = nil,
        credentials: [CredentialDescription] = [],
        headers: KeyValuePairs<String, String> = [:],
        requestIDHeader: String? = nil,
        workspaceIDHeader: String? = nil,
        errorBody: ErrorBodyDescription = .init(),
        queryArrays: QueryArrayFormat = .openAPI,
        queryObjects: QueryObjectFormat = .brackets,
        webhookKeyEnvironment: String? = nil,
        security: [[String]]? = nil,
        idempotencyHeader: String? = nil
    ) {
        self.name = name
        self.version = version
        self.baseURL = baseURL
        self.environmentPrefix = environmentPrefix
        self.product = product ?? name
        self.telemetryPrefix = telemetryPrefix
        self.credentials = credentials
        self.headers = HeaderLayer(headers.map { ($0.key, $0.value) })
        self.requestIDHeader = requestIDHeader
        self.workspaceIDHeader = workspaceIDHeader
        self.errorBody = errorBody
        self.queryArrays = queryArrays
        self.queryObjects = queryObjects
        self.webhookKeyEnvironment = webhookKeyEnvironment
        self.security = security
        self.idempotencyHeader = idempotencyHeader
    }
}
