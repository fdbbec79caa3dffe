import HTTPTypes

/// Sends requests to the transport, and follows the redirects that a client follows.
struct RedirectFollowing: Sendable {
    let configuration: ClientConfiguration
    let prepared: PreparedRequest
    let log: AttemptLog

    /// Sends a request and those that redirects lead to. Together they have the time of one attempt until the head of the
    /// last response has arrived.
    ///
    /// - Parameter sent: Is told of each.
    /// - Throws: What the transport throws.
    func send(_ request: OutgoingRequest, _ sent: Locked<SentRequest>) async throws -> TransportResponse {
        var request = request
        var trail = RedirectTrail()
        var timeouts = prepared.timeouts
        let start = clock.uptime()
        while true {
            let response = try await configuration.transport.send(
                request.head,
                body: request.body.reporting(to: prepared.progress),
                timeouts: timeouts
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
                timeouts.headers = try remainder(of: prepared.timeouts.headers, since: start)
            }
        }
    }

    private var clock: ClientClock { configuration.options.clock }

    /// What is left of a limit.
    private func remainder(of limit: Duration?, since start: Duration) throws -> Duration? {
        guard let limit else { return nil }
        let remainder = limit - (clock.uptime() - start)
        guard remainder > .zero else {
            throw TransportError(.timeout, "the redirects took too long")
        }
        return remainder
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
        replace(by: next)
    }

    /// The values of header fields that are credentials.
    private var secretFields: [String] {
        let redactor = redactor
        return head.headerFields.filter { redactor.isSecret(header: $0.name.canonicalName) }.map(\.value)
    }
}
