/// What one call does differently from its client.
public struct RequestOptions: Sendable {
    /// How long each attempt may wait for the head of the response. It must be positive. Nil: the client's value.
    public var timeout: Duration?

    /// How long the response's body may stay silent. It must be positive. Nil: the client's value.
    public var idleTimeout: Duration?

    /// How often a failed attempt is repeated. It must not be negative. Nil: the client's value.
    public var maxRetries: Int?

    /// What each attempt of this call passes through after the client's own, outermost first.
    public var middleware: [any Middleware]

    /// Headers of this call. They replace those of the client and of the operation; nil removes one.
    public var headers: HeaderLayer

    /// Query parameters of this call. They replace those of the client and of the operation; nil drops one.
    public var query: QueryLayer

    /// Further members of a JSON, form or multipart body. They replace the operation's members of the same name, or leave
    /// them out.
    public var bodyFields: ExtraFields

    /// Told how much of the request's body has been handed to the transport: zero at the beginning of each attempt, and
    /// then more with each piece. A call without a body reports nothing, and none reports anything after it has ended.
    ///
    /// Reports come in order, one at a time, from any thread; the transfer waits for each.
    public var onUploadProgress: (@Sendable (TransferProgress) -> Void)?

    /// Makes options. What is left out is as the client has it.
    public init(
        timeout: Duration? = nil,
        idleTimeout: Duration? = nil,
        maxRetries: Int? = nil,
        middleware: [any Middleware] = [],
        headers: HeaderLayer = [:],
        query: QueryLayer = [:],
        bodyFields: ExtraFields = [:],
        onUploadProgress: (@Sendable (TransferProgress) -> Void)? = nil
    ) {
        self.timeout = timeout
        self.idleTimeout = idleTimeout
        self.maxRetries = maxRetries
        self.middleware = middleware
        self.headers = headers
        self.query = query
        self.bodyFields = bodyFields
        self.onUploadProgress = onUploadProgress
    }
}
