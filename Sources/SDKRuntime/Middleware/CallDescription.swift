public import HTTPTypes

/// What a ``Middleware`` is told about a call as a whole.
public struct CallDescription: Sendable, Hashable {
    /// The name of the service, such as `Anthropic`.
    public let service: String

    /// Which call it is, without the values of its parameters: `POST /v1/sessions/{session_id}/resources`.
    public let operation: String

    /// The HTTP method.
    public let method: HTTPRequest.Method

    /// The complete URL, without credentials.
    public let url: String

    /// The host that the call goes to.
    public let host: String

    /// The port that the call goes to, that of the URL's scheme if the URL has none.
    public let port: Int

    /// How many attempts may follow the first one.
    public let maxRetries: Int

    /// Makes a description, for tests of middleware.
    ///
    /// - Parameters:
    ///   - service: The name of the service.
    ///   - operation: The method and the path's template, as ``operation`` has them.
    ///   - method: The HTTP method.
    ///   - url: A complete URL; its host and port are taken from it.
    ///   - maxRetries: How many attempts may follow the first one.
    public init(service: String, operation: String, method: HTTPRequest.Method, url: String, maxRetries: Int = 0) {
        self.service = service
        self.operation = operation
        self.method = method
        self.url = url
        self.maxRetries = maxRetries
        let authority = url.firstRange(of: "://").map { url[$0.upperBound...].prefix { $0 != "/" && $0 != "?" } }
        let parts = authority.flatMap { HostAndPort.split($0) }
        host = parts?.host ?? ""
        port = parts?.port ?? (url.hasPrefix("http:") ? 80 : 443)
    }
}
