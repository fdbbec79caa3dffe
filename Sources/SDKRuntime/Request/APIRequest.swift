public import HTTPTypes

// <!-- swift
// let (sessionID, params) = ("sesn_1", Beta.SessionUpdateParams())
// -->
/// One call of an operation, as generated code describes it: the template of its path and the values of its parameters.
///
/// ```swift
/// var request = APIRequest(.post, "/v1/sessions/{session_id}/resources")
/// request.path("session_id", sessionID)
/// request.query("beta", "true")
/// request.body(params)
/// ```
///
/// Filling in values does not throw. The first one that cannot be written is reported when the request is sent, before
/// anything goes over the network.
public struct APIRequest: Sendable {
    enum Target: Sendable {
        case template(String)
        case url(String)
    }

    let method: HTTPRequest.Method
    private(set) var target: Target
    var server: String?
    var pathParameters: [PathParameter] = []
    var queryParameters: [QueryParameter] = []
    var queryString: QueryString?
    var headers = HeaderLayer()
    var cookies: [RequestCookie] = []
    var body: RequestContent = .none

    /// The deprecated values of its parameters.
    var deprecations = DeprecationNotes()

    /// How long the call takes, if its content tells.
    var longRequest: LongRequest?

    /// The first value that could not be turned into a parameter.
    private(set) var failure: APIError?

    /// The operation's own alternatives of credentials.
    private(set) var security: [[String]]?

    /// Whether the operation wants the client's credentials. An operation that declares that it needs none is sent
    /// without.
    public var usesCredentials = true

    /// Makes a request for a path below the client's base URL.
    ///
    /// - Parameters:
    ///   - method: The HTTP method.
    ///   - template: The path, with `{name}` where values go and with a query if it has a fixed one. A template that
    ///     begins with `http://` or `https://` overrides the base URL.
    public init(_ method: HTTPRequest.Method, _ template: String) {
        self.method = method
        target = .template(template)
    }

    /// Makes a request for a complete URL, such as one from an earlier response.
    ///
    /// Credentials and the client's default headers go along only if the URL has the origin of the client's base URL.
    public init(_ method: HTTPRequest.Method, url: String) {
        self.method = method
        target = .url(url)
    }

    /// Sets the operation's own server, which stands in for the client's base URL (OpenAPI 3.2, section 4.8.6).
    ///
    /// Credentials go there: the API's description declares it.
    ///
    /// - Parameter url: An absolute URL, which a base URL that the caller has chosen overrides; or a path from the root
    ///   of the base URL's server.
    public mutating func server(_ url: String) {
        server = url
    }

    /// Sets the credentials that the operation wants, in place of the service's (OpenAPI 3.2, section 4.30).
    ///
    /// - Parameter alternatives: Arguments of the client whose credentials go together. The first alternative that is
    ///   complete is used; an empty one says that the call can do without, and no alternative at all that it wants none.
    public mutating func security(_ alternatives: [[String]]) {
        security = alternatives
    }

    /// The same call at another URL, which is complete: its query takes the place of this one's.
    ///
    /// - Parameter keepsHeader: Whether the call's own header of that name goes along.
    func moved(to url: String, keepsHeader: (String) -> Bool) -> APIRequest {
        var request = self
        request.target = .url(url)
        request.pathParameters = []
        request.queryParameters = []
        request.queryString = nil
        request.headers = headers.filtered(keepsHeader)
        if !keepsHeader("Cookie") { request.cookies = [] }
        return request
    }

    mutating func fail(_ kind: APIError.Kind, _ subject: String, _ error: any Error) {
        guard failure == nil else { return }
        failure = APIError(kind, "\(subject) cannot be written: \(error)", underlyingError: error)
    }
}
