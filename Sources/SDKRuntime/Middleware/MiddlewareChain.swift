/// The middleware of a call, in order, and what lies behind it.
struct MiddlewareChain: Sendable {
    private let middleware: [any Middleware]
    private let exchange: @Sendable (OutgoingRequest) async throws -> TransportResponse

    /// - Parameters:
    ///   - middleware: The outermost first.
    ///   - exchange: Signs a request, sends it, and follows redirects.
    init(
        _ middleware: [any Middleware],
        exchange: @escaping @Sendable (OutgoingRequest) async throws -> TransportResponse
    ) {
        self.middleware = middleware
        self.exchange = exchange
    }

    /// Sends a request through the middleware.
    func send(_ request: OutgoingRequest, _ context: AttemptContext) async throws -> TransportResponse {
        guard !middleware.isEmpty else { return try await exchange(request) }
        let stage = Stage(rest: middleware[...], context: context, exchange: guarded())
        return try await stage.send(request)
    }

    /// The exchange, which with middleware may happen more than once, and whose response may be read by anyone.
    private func guarded() -> @Sendable (OutgoingRequest) async throws -> TransportResponse {
        let isSent = Locked(false)
        return { [exchange] request in
            if !request.body.isReplayable {
                let wasSent = isSent.withLock { isSent in
                    defer { isSent = true }
                    return isSent
                }
                guard !wasSent else {
                    throw APIError(
                        .alreadyConsumed,
                        "the content of the request can be sent once, and middleware has sent it before"
                    )
                }
            }
            var response = try await exchange(request)
            response.body = response.body.readOnce()
            return response
        }
    }

    /// What is left of a chain.
    private struct Stage: Sendable {
        let rest: ArraySlice<any Middleware>
        let context: AttemptContext
        let exchange: @Sendable (OutgoingRequest) async throws -> TransportResponse

        func send(_ request: OutgoingRequest) async throws -> TransportResponse {
            try Task.checkCancellation()
            guard let first = rest.first else { return try await exchange(request) }
            let next = Stage(rest: rest.dropFirst(), context: context, exchange: exchange)
            return try await first.intercept(request, context: context, next: next.send)
        }
    }
}

extension HTTPBodyStream {
    /// The same body, which tells a second reader that it has been read rather than that it is empty.
    fileprivate func readOnce() -> HTTPBodyStream {
        guard !isReplayable else { return self }
        let rest = Locked<HTTPBodyStream?>(self)
        return HTTPBodyStream(length: length) {
            let body = rest.withLock { rest in
                defer { rest = nil }
                return rest
            }
            guard let body else {
                return AsyncIterator {
                    throw APIError(
                        .alreadyConsumed,
                        "the response has been read already, by middleware: 'bufferBody' leaves it to be read again"
                    )
                }
            }
            var iterator = body.makeAsyncIterator()
            return AsyncIterator { try await iterator.next() }
        }
    }
}
