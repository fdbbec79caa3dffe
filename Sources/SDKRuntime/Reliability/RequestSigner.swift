import HTTPTypes

/// Places the credentials of a call in the requests that middleware lets through.
struct RequestSigner: Sendable {
    let prepared: PreparedRequest
    let clock: ClientClock

    /// Adds credentials to a request, if it goes to the home of the call. What the request has set in their place stays.
    ///
    /// - Parameter sent: Is told of what the request carries.
    /// - Throws: ``APIError`` for a credential that no header can hold, and what a ``TokenProvider`` throws.
    func sign(_ request: OutgoingRequest, _ sent: inout SentRequest) async throws -> OutgoingRequest {
        guard !prepared.credentials.isEmpty, isHome(request) else { return request }
        var request = request
        for credential in prepared.credentials {
            let placed = try await credential.placed(clock)
            sent.secrets += placed.secrets
            if let token = placed.token {
                sent.tokens.append(token)
            }
            try request.head.add(placed)
        }
        return request
    }

    private func isHome(_ request: OutgoingRequest) -> Bool {
        // As a rule, middleware has left it where it was.
        let (scheme, authority) = (request.head.scheme, request.head.authority)
        if prepared.homes.contains(where: { $0.scheme == scheme && $0.authority == authority }) { return true }
        guard let url = try? RequestURL(parsing: request.url, subject: "the URL of the request") else { return false }
        return prepared.homes.contains { url.hasSameOrigin(as: $0) }
    }
}

extension HTTPRequest {
    fileprivate mutating func add(_ credential: PlacedCredential) throws {
        for field in try MergedHeaders([credential.headers]).httpFields() where !headerFields.contains(field.name) {
            headerFields[field.name] = field.value
        }
        if !credential.cookies.isEmpty {
            var merged = MergedHeaders()
            if let cookies = headerFields[.cookie] {
                merged.apply(["Cookie": cookies])
            }
            merged.add(credential.cookies)
            headerFields[.cookie] = merged.value("Cookie")
        }
        for pair in credential.query {
            let path = path ?? "/"
            let query = path.drop { $0 != "?" }.dropFirst()
            guard !QueryPair.parse(String(query)).contains(where: { $0.name == pair.name }) else { continue }
            self.path = path + (path.contains("?") ? (query.isEmpty ? "" : "&") : "?") + pair.text
        }
    }
}
