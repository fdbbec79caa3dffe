package import HTTPTypes

/// What a client does about responses that point to another place (RFC 9110, section 15.4).
///
/// A redirect that is not followed is the answer to the call, and its status no success.
package struct RedirectPolicy: Sendable {
    /// What happens after a response.
    package enum Step: Sendable {
        /// The response is the answer.
        case answer
        /// The response is the answer although it points elsewhere.
        case refuse(reason: String)
        /// The response is dropped, and this request is sent.
        case follow(OutgoingRequest)
    }

    /// How many redirects in a row are followed.
    package let limit: Int

    /// Whether a header field stays behind when a request goes to another origin.
    package let isPrivate: @Sendable (HTTPField) -> Bool

    /// The query parameters that carry credentials.
    package let credentialParameters: Set<String>

    package init(
        limit: Int,
        credentialParameters: Set<String> = [],
        isPrivate: @escaping @Sendable (HTTPField) -> Bool
    ) {
        self.limit = limit
        self.credentialParameters = credentialParameters
        self.isPrivate = isPrivate
    }

    /// Decides about a response.
    ///
    /// - Parameters:
    ///   - head: The head of the response.
    ///   - request: What it answers.
    ///   - trail: The requests before, to which this one is added.
    package func step(after head: HTTPResponse, to request: OutgoingRequest, _ trail: inout RedirectTrail) -> Step {
        guard limit > 0, Self.statuses.contains(head.status.code),
            let location = head.headerFields[values: .location].first
        else { return .answer }
        trail.add(request)
        do {
            return try step(to: location, status: head.status.code, from: request, trail)
        } catch {
            return .refuse(reason: "\(error)")
        }
    }

    /// The statuses that point elsewhere of themselves: 300 leaves a choice, 304 and 305 mean something else.
    private static let statuses = [301, 302, 303, 307, 308]

    private func step(
        to location: String,
        status: Int,
        from request: OutgoingRequest,
        _ trail: RedirectTrail
    ) throws -> Step {
        let source = try RequestURL(parsing: request.url, subject: "the URL of the request")
        var target = try source.resolving(location, subject: "the target of the redirect")
        let isSameOrigin = target.hasSameOrigin(as: source)
        guard trail.redirects < limit else {
            return .refuse(reason: "there were \(limit) redirects before")
        }
        guard source.scheme == target.scheme || target.scheme == "https" else {
            return .refuse(reason: "it leads from https to http")
        }
        moveCredentials(from: source, to: &target, isSameOrigin: isSameOrigin)

        var next = request
        next.head.scheme = target.scheme
        next.head.authority = target.authority
        next.head.path = target.requestTarget
        if !isSameOrigin {
            next.head.headerFields = request.head.headerFields.filter { field in
                !isPrivate(field) && !Self.originFields.contains(field.name.canonicalName)
            }
        }
        let method = Self.method(request.head.method, after: status)
        if method != request.head.method {
            next.head.method = method
            next.body = .none
            next.head.headerFields = next.head.headerFields.filter { !Self.isAboutContent($0.name) }
        }
        guard next.body.isReplayable else {
            return .refuse(reason: "the content of the request can be sent only once")
        }
        guard !trail.contains(next) else {
            return .refuse(reason: "the redirects lead in a circle")
        }
        return .follow(next)
    }

    /// A credential in the query goes where the headers' go: along on the same origin, and nowhere else.
    private func moveCredentials(from source: RequestURL, to target: inout RequestURL, isSameOrigin: Bool) {
        guard !credentialParameters.isEmpty else { return }
        var pairs = QueryPair.parse(target.query ?? "")
        if isSameOrigin {
            let names = Set(pairs.map(\.name))
            pairs += QueryPair.parse(source.query ?? "").filter {
                credentialParameters.contains($0.name) && !names.contains($0.name)
            }
        } else {
            pairs.removeAll { credentialParameters.contains($0.name) }
        }
        target.query = pairs.isEmpty ? nil : pairs.map(\.text).joined(separator: "&")
    }

    /// 303 is an answer that is to be fetched, whatever the request was. 301 and 302 turn POST into GET, and nothing else; 307
    /// and 308 change nothing (RFC 9110, sections 15.4.2 to 15.4.9).
    private static func method(_ method: HTTPRequest.Method, after status: Int) -> HTTPRequest.Method {
        switch status {
        case 303 where method != .head: .get
        case 301 where method == .post, 302 where method == .post: .get
        default: method
        }
    }

    /// Fields that describe the content, which is gone when the method changes (RFC 9110, section 15.4).
    private static func isAboutContent(_ name: HTTPField.Name) -> Bool {
        let name = name.canonicalName
        return name.hasPrefix("content-") || ["digest", "expect", "repr-digest", "transfer-encoding"].contains(name)
    }

    /// Fields that say where a request belongs to.
    private static let originFields = ["host", "origin", "referer"]
}

/// The requests that led from one redirect to the next.
package struct RedirectTrail: Sendable {
    private var visited: [String] = []

    package init() {}

    /// How many redirects have been followed.
    package var redirects: Int { max(visited.count - 1, 0) }

    /// Whether a request is the same as an earlier one: it would be answered alike.
    func contains(_ request: OutgoingRequest) -> Bool {
        visited.contains(Self.key(request))
    }

    mutating func add(_ request: OutgoingRequest) {
        visited.append(Self.key(request))
    }

    private static func key(_ request: OutgoingRequest) -> String {
        "\(request.head.method.rawValue) \(request.url)"
    }
}

extension RedirectPolicy {
    /// The policy for a client's requests.
    ///
    /// - Parameters:
    ///   - limit: How many redirects in a row are followed.
    ///   - redactor: Knows the credentials of the call.
    init(_ configuration: ClientConfiguration, limit: Int, redactor: Redactor) {
        let defaults = configuration.options.defaultHeaders.entries + configuration.environmentHeaders.entries
        // As with calls to other origins: any of the client's own headers may be a credential.
        let own = Set(defaults.map(\.key)).subtracting(Self.harmlessFields)
        self.init(limit: limit, credentialParameters: configuration.service.credentialParameters) { field in
            own.contains(field.name.canonicalName) || redactor.isSecret(header: field.name.canonicalName)
                || redactor.text(field.value) != field.value
        }
    }

    private static let harmlessFields: Set = ["accept", "accept-language", "content-type", "user-agent"]
}

extension ServiceDescription {
    /// The query parameters that carry credentials.
    fileprivate var credentialParameters: Set<String> {
        Set(credentials.compactMap { if case .query(let name) = $0.carrier { name } else { nil } })
    }
}
