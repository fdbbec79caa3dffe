#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension ClientCore {
    /// Makes a call: checks it, sends it, and reads the response to its end.
    ///
    /// - Throws: ``APIError`` when the call cannot be sent, no response came, or its status is no success.
    func perform(_ request: APIRequest, _ options: RequestOptions) async throws -> CompletedResponse {
        let prepared = try await prepare(request, options)
        defer { prepared.progress?.end() }
        switch try await attempt(prepared, retries: 0, leavesBody: receiver != nil) {
        case .read(let response):
            try await finish(response)
            return CompletedResponse(response)
        case .unread(let response):
            try await handOver(response)
            throw ResponseHandedOver()
        }
    }

    /// Makes a call up to the head of its response, whose body the caller reads while it arrives.
    ///
    /// - Throws: As ``perform(_:_:)`` does; the body of a response that is no success is read here.
    func open(_ request: APIRequest, _ options: RequestOptions) async throws -> UnreadResponse {
        let prepared = try await prepare(request, options)
        defer { prepared.progress?.end() }
        switch try await attempt(prepared, retries: 0, leavesBody: true) {
        case .read(let response):
            try await finish(response)
            return UnreadResponse(response.head, body: HTTPBodyStream(response.body))
        case .unread(let response):
            try await handOver(response)
            try await finish(APIResponse(response.head, body: Data()))
            return response
        }
    }

    /// Ends the call in place of a value if the client is one that hands responses over.
    private func handOver(_ response: UnreadResponse) async throws {
        guard let receiver else { return }
        await receiver.take(response)
        throw ResponseHandedOver()
    }

    /// Shows a response to those that want to see it, and throws if its status is no success.
    private func finish(_ response: APIResponse) async throws {
        for recorder in recorders {
            await recorder.record(response)
        }
        guard response.isSuccess else {
            throw response.head.call.statusError(response)
        }
    }

    /// What an attempt came to.
    private enum Received {
        /// The response, read to its end.
        case read(APIResponse)
        /// A response of success whose body is still to be read.
        case unread(UnreadResponse)
    }

    /// Sends the request once.
    ///
    /// - Parameter leavesBody: Whether the body of a success is left to be read by someone else.
    private func attempt(_ prepared: PreparedRequest, retries: Int, leavesBody: Bool) async throws -> Received {
        try Task.checkCancellation()
        let call = CallContext(prepared, self)
        let log = AttemptLog(configuration, prepared)
        let request = prepared.attempt(retries: retries)
        log.willSend(request, prepared.body)
        do {
            let response = try await configuration.transport.send(
                request,
                body: prepared.body.reporting(to: prepared.progress),
                timeouts: prepared.timeouts
            )
            let head = ResponseHead(response.head, of: call)
            if leavesBody, head.isSuccess {
                let unread = UnreadResponse(head, body: response.body)
                log.didReceive(unread)
                return .unread(unread)
            }
            let body = try await response.body.collect()
            try Task.checkCancellation()
            let received = APIResponse(head, body: body)
            log.didReceive(received)
            return .read(received)
        } catch {
            log.didFail(error)
            throw call.error(for: error)
        }
    }
}

extension ResponseHead {
    /// Whether the status is one of success (RFC 9110, section 15.3).
    fileprivate var isSuccess: Bool { (200..<300).contains(status) }
}

extension APIResponse {
    fileprivate var isSuccess: Bool { head.isSuccess }
}
