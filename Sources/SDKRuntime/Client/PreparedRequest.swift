import HTTPTypes

/// A call that has passed all checks: what every attempt sends, but for its credentials and the header that counts
/// attempts.
///
/// A class, because every step on the way to the transport holds it.
final class PreparedRequest: Sendable {
    /// The request without credentials and without the retry count.
    let request: OutgoingRequest

    /// The credentials that each exchange of the call carries, as long as it stays at home.
    let credentials: [ClientCredential]

    /// The base URL and that of the operation's own server: credentials go to their origins alone.
    let homes: [RequestURL]

    /// What each attempt passes through, outermost first.
    let middleware: [any Middleware]

    /// Told how much of the body has been sent.
    let progress: UploadProgress?

    /// Which call it is, without the values of its parameters.
    let operation: String

    let timeouts: TransportTimeouts
    let maxRetries: Int

    /// The name of the header that counts attempts; nil when the call goes without or has set its own.
    let retryCountHeader: HTTPField.Name?

    /// Whether the service does the same when it gets the request twice.
    let isIdempotent: Bool

    init(
        request: OutgoingRequest,
        credentials: [ClientCredential],
        homes: [RequestURL],
        middleware: [any Middleware],
        progress: UploadProgress?,
        operation: String,
        timeouts: TransportTimeouts,
        maxRetries: Int,
        retryCountHeader: HTTPField.Name?,
        isIdempotent: Bool
    ) {
        self.request = request
        self.credentials = credentials
        self.homes = homes
        self.middleware = middleware
        self.progress = progress
        self.operation = operation
        self.timeouts = timeouts
        self.maxRetries = maxRetries
        self.retryCountHeader = retryCountHeader
        self.isIdempotent = isIdempotent
    }

    /// The request of one attempt.
    ///
    /// - Parameter retries: How many attempts came before it.
    func attempt(retries: Int) -> OutgoingRequest {
        guard let retryCountHeader else { return request }
        var request = request
        // The call has none yet.
        request.head.headerFields.append(HTTPField(name: retryCountHeader, value: "\(retries)"))
        return request
    }
}

extension ClientCore {
    /// Checks a call and puts its parts together. Nothing goes over the network.
    ///
    /// - Parameter isStreaming: Whether the response is read while it arrives.
    /// - Throws: ``APIError`` for the first thing that cannot be sent.
    func prepare(
        _ request: APIRequest,
        _ options: RequestOptions,
        isStreaming: Bool = false
    ) throws -> PreparedRequest {
        if let failure = request.failure { throw failure }
        try self.options.validate()
        try options.validate()

        let target = try target(of: request, options)
        let content = try RequestBodyEncoder(request.body, adding: options.bodyFields, configuration.queryEncoder)
        configuration.warn(of: request.deprecations, content.deprecations)
        if !isStreaming, options.timeout == nil, self.options.timeout == nil {
            try request.longRequest?.check(content.body)
        }
        let credentials = target.isHome ? try credentials(of: request, options, target.url) : []
        let headers = headers(
            of: request,
            options,
            contentType: content.contentType,
            credentials: credentials,
            isHome: target.isHome
        )
        let telemetry = configuration.telemetry
        return PreparedRequest(
            request: OutgoingRequest(
                head: HTTPRequest(
                    method: request.method,
                    scheme: target.url.scheme,
                    authority: target.url.authority,
                    path: target.url.requestTarget,
                    headerFields: try headers.httpFields()
                ),
                body: content.body
            ),
            credentials: credentials,
            homes: try homes(of: request),
            middleware: self.options.middleware + options.middleware,
            progress: options.onUploadProgress.map(UploadProgress.init),
            operation: request.operation,
            timeouts: timeouts(options),
            maxRetries: options.maxRetries ?? self.options.maxRetries,
            retryCountHeader: telemetry.flatMap {
                headers.decides($0.retryCount) ? nil : HTTPField.Name($0.retryCount)
            },
            isIdempotent: request.method.isIdempotent
                || service.idempotencyHeader.flatMap { headers.value($0) } != nil
        )
    }

    /// The limits of each exchange of a call.
    private func timeouts(_ options: RequestOptions) -> TransportTimeouts {
        let timeout = options.timeout ?? timeout
        return TransportTimeouts(
            connect: self.options.connectTimeout ?? ClientOptions.standardConnectTimeout,
            headers: timeout,
            idle: options.idleTimeout ?? self.options.idleTimeout ?? timeout
        )
    }

    /// The headers of a call, folded from their layers.
    ///
    /// A foreign origin gets what the SDK and the call itself set. The client's credential and its default headers, any
    /// of which may be a credential too, stay at home.
    private func headers(
        of request: APIRequest,
        _ options: RequestOptions,
        contentType: String?,
        credentials: [ClientCredential],
        isHome: Bool
    ) -> MergedHeaders {
        var headers = configuration.baseHeaders
        if let name = service.idempotencyHeader, !request.method.isSafe, !headers.decides(name) {
            headers.apply([name: service.newIdempotencyKey()])
        }
        if let telemetry = configuration.telemetry {
            // A service that has a rule about time wants to know in any case how long the caller waits.
            if let timeout = options.timeout ?? (request.longRequest == nil ? nil : timeout) {
                headers.apply([telemetry.timeout: "\(timeout.components.seconds)"])
            }
        }
        // Where a credential goes, it goes in place of the constant headers.
        for case let name? in credentials.map(\.description.ownHeader) {
            headers.apply([name: nil])
        }
        if isHome {
            headers.apply(configuration.environmentHeaders)
            headers.apply(self.options.defaultHeaders)
        }
        // The content of these methods has no meaning (RFC 9110, section 9.3).
        if let contentType, request.method != .get, request.method != .head {
            headers.apply(["Content-Type": contentType])
        }
        headers.apply(request.headers)
        headers.apply(options.headers)
        headers.add(request.cookies)
        return headers
    }

    /// The credentials that a call carries, apart from what it sets itself.
    private func credentials(
        of request: APIRequest,
        _ options: RequestOptions,
        _ url: RequestURL
    ) throws -> [ClientCredential] {
        guard request.usesCredentials else { return [] }
        let headers = MergedHeaders([
            configuration.environmentHeaders, self.options.defaultHeaders, request.headers, options.headers,
        ])
        let isDecided = { (description: CredentialDescription) in
            switch description.carrier {
            case .header, .bearer, .basic:
                headers.decides(description.header ?? "")
            case .query(let name):
                QueryPair.parse(url.query ?? "").contains { $0.name == name }
                    || options.query[name] == .null || self.options.defaultQuery[name] == .null
            case .cookie(let name):
                headers.hasCookie(name) || headers.removed.contains("cookie")
                    || request.cookies.contains { $0.name == name }
            }
        }
        return try configuration.credentials.choose(request.security, isDecided: isDecided)
            .filter { !isDecided($0.description) }
    }
}

extension HTTPRequest.Method {
    /// Whether a request of this method changes nothing (RFC 9110, section 9.2.1).
    fileprivate var isSafe: Bool { [.get, .head, .options, .trace].contains(self) }

    /// Whether two requests of this method have the effect of one (RFC 9110, section 9.2.2).
    fileprivate var isIdempotent: Bool { isSafe || self == .put || self == .delete }
}
