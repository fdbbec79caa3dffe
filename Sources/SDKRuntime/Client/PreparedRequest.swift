import HTTPTypes

/// A call that has passed all checks: what every attempt sends, but for the header that counts attempts.
struct PreparedRequest: Sendable {
    /// The request without the retry count.
    let request: HTTPRequest
    private(set) var body: HTTPRequestBody

    /// Told how much of the body has been sent.
    private(set) var progress: UploadProgress?

    let timeouts: TransportTimeouts
    let maxRetries: Int

    /// The name of the header that counts attempts; nil when the call goes without or has set its own.
    let retryCountHeader: HTTPField.Name?

    /// Method and URL, for messages.
    let label: String

    /// Knows the secrets of the client and those that this request alone carries.
    var redactor: Redactor { clientRedactor.adding(request.headerFields) }

    fileprivate let clientRedactor: Redactor

    /// The same for as long as its response is read, when the body is not needed any more.
    var withoutBody: PreparedRequest {
        var request = self
        request.body = .none
        request.progress = nil
        return request
    }

    /// The request of one attempt.
    ///
    /// - Parameter retries: How many attempts came before it.
    func attempt(retries: Int) -> HTTPRequest {
        guard let retryCountHeader else { return request }
        var request = request
        request.headerFields[retryCountHeader] = "\(retries)"
        return request
    }
}

extension ClientCore {
    /// Checks a call and puts its parts together. Nothing goes over the network.
    ///
    /// - Throws: ``APIError`` for the first thing that cannot be sent, and what a ``TokenProvider`` throws.
    func prepare(_ request: APIRequest, _ options: RequestOptions) async throws -> PreparedRequest {
        if let failure = request.failure { throw failure }
        try self.options.validate()
        try options.validate()

        var (url, isHome) = try url(of: request, options)
        let content = try RequestBodyEncoder(request.body, adding: options.bodyFields, configuration.queryEncoder)
        let credentials = try await credentials(of: request, options, url, isHome: isHome)
        let headers = headers(
            of: request,
            options,
            contentType: content.contentType,
            credentials: credentials,
            isHome: isHome
        )
        for pair in credentials.flatMap(\.query) {
            url.query = (url.query.map { "\($0)&" } ?? "") + pair.text
        }
        let telemetry = configuration.telemetry
        let timeout = options.timeout ?? timeout
        return PreparedRequest(
            request: HTTPRequest(
                method: request.method,
                scheme: url.scheme,
                authority: url.authority,
                path: url.requestTarget,
                headerFields: try headers.httpFields()
            ),
            body: content.body,
            progress: options.onUploadProgress.map(UploadProgress.init),
            timeouts: TransportTimeouts(
                connect: self.options.connectTimeout ?? ClientOptions.standardConnectTimeout,
                headers: timeout,
                idle: options.idleTimeout ?? self.options.idleTimeout ?? timeout
            ),
            maxRetries: options.maxRetries ?? self.options.maxRetries,
            retryCountHeader: telemetry.flatMap {
                headers.decides($0.retryCount) ? nil : HTTPField.Name($0.retryCount)
            },
            label: "\(request.method.rawValue) \(configuration.redactor.url(url.description))",
            clientRedactor: configuration.redactor.adding(secrets: credentials.flatMap(\.secrets))
        )
    }

    /// Whether a URL has the origin of the client's base URL or of an operation's own server: credentials go there alone.
    func isHome(_ url: RequestURL, of request: APIRequest) throws -> Bool {
        try url.hasSameOrigin(as: configuration.baseURL)
            || url.hasSameOrigin(as: configuration.base(for: request.server))
    }

    /// The URL of a call, and whether it leads to the origin of the client's base URL or to the operation's own server.
    private func url(of request: APIRequest, _ options: RequestOptions) throws -> (url: RequestURL, isHome: Bool) {
        let base = try configuration.base(for: request.server)
        var url: RequestURL
        var query = MergedQuery()
        switch request.target {
        case .url(let text):
            url = try RequestURL(parsing: text, subject: "the URL of the request")
        case .template(let text) where RequestURL.isAbsolute(text):
            url = try RequestURL(parsing: text, subject: "the URL of the request")
        case .template(let text):
            let filled = try PathTemplate(text: text).fill(request.pathParameters)
            url = base.appending(path: filled.path)
            url.query = filled.query
            query.apply(QueryPair.parse(base.query ?? ""))
        }

        let isHome = try isHome(url, of: request)
        let ownQuery = QueryPair.parse(url.query ?? "")
        query.apply(ownQuery)
        if isHome {
            try query.apply(self.options.defaultQuery, configuration.queryEncoder)
        }
        // A complete URL is the call's own: unlike the fixed query of a template, it is above the client's defaults.
        if case .url = request.target {
            query.apply(ownQuery)
        }
        query.apply(try request.queryParameters.flatMap { try configuration.queryEncoder.encode($0) })
        if let whole = request.queryString {
            query.apply(try configuration.queryEncoder.encode(whole))
        }
        try query.apply(options.query, configuration.queryEncoder)
        url.query = query.text
        return (url, isHome)
    }

    /// The headers of a call, folded from their layers.
    ///
    /// A foreign origin gets what the SDK and the call itself set. The client's credential and its default headers, any
    /// of which may be a credential too, stay at home.
    private func headers(
        of request: APIRequest,
        _ options: RequestOptions,
        contentType: String?,
        credentials: [PlacedCredential],
        isHome: Bool
    ) -> MergedHeaders {
        var headers = MergedHeaders([configuration.serviceHeaders])
        if let telemetry = configuration.telemetry {
            headers.apply(telemetry.platform)
            if let timeout = options.timeout {
                headers.apply([telemetry.timeout: "\(timeout.components.seconds)"])
            }
        }
        for credential in credentials {
            headers.apply(credential.headers)
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
        headers.add(request.cookies + credentials.flatMap(\.cookies))
        return headers
    }

    /// The credentials that a call carries, apart from what it sets itself.
    private func credentials(
        of request: APIRequest,
        _ options: RequestOptions,
        _ url: RequestURL,
        isHome: Bool
    ) async throws -> [PlacedCredential] {
        guard isHome, request.usesCredentials else { return [] }
        let headers = MergedHeaders([
            configuration.environmentHeaders, self.options.defaultHeaders, request.headers, options.headers,
        ])
        let query = Set(QueryPair.parse(url.query ?? "").map(\.name))
        let isDecided = { (description: CredentialDescription) in
            switch description.carrier {
            case .header, .bearer, .basic:
                headers.decides(description.header ?? "")
            case .query(let name):
                query.contains(name) || options.query[name] == .null || self.options.defaultQuery[name] == .null
            case .cookie(let name):
                headers.hasCookie(name) || headers.removed.contains("cookie")
                    || request.cookies.contains { $0.name == name }
            }
        }
        var placed: [PlacedCredential] = []
        for credential in try configuration.credentials.choose(request.security, isDecided: isDecided)
        where !isDecided(credential.description) {
            placed.append(try await credential.placed())
        }
        return placed
    }
}
