/// Where a call goes.
struct RequestTarget {
    let url: RequestURL
    /// Whether that is the origin of the client's base URL or of the operation's own server.
    let isHome: Bool
}

extension ClientCore {
    /// The URL of a call, with all of its query but credentials.
    ///
    /// - Throws: ``APIError`` when the path or the query cannot be written, or the URL is none.
    func target(of request: APIRequest, _ options: RequestOptions) throws -> RequestTarget {
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
        return RequestTarget(url: url, isHome: isHome)
    }

    /// Whether a URL has the origin of the client's base URL or of an operation's own server: credentials go there alone.
    func isHome(_ url: RequestURL, of request: APIRequest) throws -> Bool {
        try homes(of: request).contains { url.hasSameOrigin(as: $0) }
    }

    /// The same call at another URL, which is complete: of what the caller and the operation set, no query goes there, and
    /// to another origin nothing that may be a credential.
    func moved(
        _ request: APIRequest,
        _ options: RequestOptions,
        to url: RequestURL
    ) throws -> (APIRequest, RequestOptions) {
        let isHome = try isHome(url, of: request)
        let redactor = configuration.redactor
        let keepsHeader: (String) -> Bool = { isHome || !redactor.isSecret(header: $0) }
        var options = options
        options.headers = options.headers.filtered(keepsHeader)
        options.query = [:]
        return (request.moved(to: "\(url)", keepsHeader: keepsHeader), options)
    }

    /// The URLs whose origins credentials go to.
    func homes(of request: APIRequest) throws -> [RequestURL] {
        guard let server = request.server else { return [configuration.baseURL] }
        return [configuration.baseURL, try configuration.base(for: server)]
    }
}

extension APIRequest {
    /// Which call it is, without the values of its parameters: the method, and the template of the path, or the URL
    /// without its query.
    var operation: String {
        switch target {
        case .template(let text), .url(let text):
            "\(method.rawValue) \(Substring(text.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }))"
        }
    }
}
