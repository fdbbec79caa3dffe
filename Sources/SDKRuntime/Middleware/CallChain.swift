extension ClientCore {
    /// Makes a call, which its middleware sees as a whole.
    ///
    /// - Parameter leavesBody: Whether the body of a success is left to be read by someone else.
    /// - Throws: As ``answer(_:leavesBody:)`` does, and what middleware throws.
    func call(_ prepared: PreparedRequest, leavesBody: Bool) async throws -> ReceivedResponse {
        guard !prepared.middleware.isEmpty else { return try await answer(prepared, leavesBody: leavesBody) }
        let chain = CallChain(CallDescription(prepared, self)) {
            try await answer(prepared, leavesBody: leavesBody)
        }
        return try await chain.response(through: prepared.middleware[...])
    }
}

/// A call on its way through the middleware that sees it as a whole.
private struct CallChain: Sendable {
    private let description: CallDescription
    private let makeCall: @Sendable () async throws -> ReceivedResponse
    private let response = Locked<ReceivedResponse?>(nil)

    init(_ description: CallDescription, _ makeCall: @escaping @Sendable () async throws -> ReceivedResponse) {
        self.description = description
        self.makeCall = makeCall
    }

    /// Makes the call.
    ///
    /// - Parameter middleware: What sees it, outermost first.
    func response(through middleware: ArraySlice<any Middleware>) async throws -> ReceivedResponse {
        guard let first = middleware.first else {
            let received = try await makeCall()
            response.withLock { $0 = received }
            return received
        }
        try await first.interceptCall(description) {
            try await response(through: middleware.dropFirst()).head
        }
        guard let received = response.withLock(\.self) else {
            throw APIError(.invalidArgument, "middleware did not make the call: \(type(of: first))")
        }
        return received
    }
}

extension CallDescription {
    fileprivate init(_ prepared: PreparedRequest, _ core: ClientCore) {
        let redactor = SentRequest(prepared.request, core.configuration.redactor).redactor
        self.init(
            service: core.service.name,
            operation: prepared.operation,
            method: prepared.request.head.method,
            url: redactor.url(prepared.request.url),
            maxRetries: prepared.maxRetries
        )
    }
}

extension ReceivedResponse {
    fileprivate var head: ResponseHead {
        switch self {
        case .read(let response): response.head
        case .unread(let response): response.head
        }
    }
}
