import HTTPTypes

/// Sends requests to the transport, and follows the redirects that a client follows.
struct RedirectFollowing: Sendable {
    let configuration: ClientConfiguration
    let prepared: PreparedRequest
    let log: AttemptLog

    /// Sends a request and those that redirects lead to.
    ///
    /// - Parameter sent: Is told of each.
    /// - Throws: What the transport throws.
    func send(_ request: OutgoingRequest, _ sent: Locked<SentRequest>) async throws -> TransportResponse {
        var request = request
        var trail = RedirectTrail()
        while true {
            let response = try await configuration.transport.send(
                request.head,
                body: request.body.reporting(to: prepared.progress),
                timeouts: prepared.timeouts
            )
            guard (300..<400).contains(response.head.status.code) else { return response }
            switch policy(sent).step(after: response.head, to: request, &trail) {
            case .answer:
                return response
            case .refuse(let reason):
                sent.withLock { $0.redirectRefusal = reason }
                return response
            case .follow(let next):
                sent.withLock { $0.follow(next) }
                log.willFollow(response.head.status.code, sent.withLock(\.self))
                request = next
            }
        }
    }

    private func policy(_ sent: Locked<SentRequest>) -> RedirectPolicy {
        let redactor = sent.withLock(\.redactor)
        return RedirectPolicy(configuration, limit: configuration.options.maxRedirects, redactor: redactor)
    }
}

extension SentRequest {
    fileprivate mutating func follow(_ next: OutgoingRequest) {
        // Another origin gets no token, so that it cannot refuse it.
        if head.scheme != next.head.scheme || head.authority != next.head.authority { tokens = [] }
        // The redactor goes on knowing what the request before carried.
        secrets += secretFields
        head = next.head
        url = next.url
    }

    /// The values of header fields that are credentials.
    private var secretFields: [String] {
        let redactor = redactor
        return head.headerFields.filter { redactor.isSecret(header: $0.name.canonicalName) }.map(\.value)
    }
}
