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
        let prepared = try prepare(request, options)
        defer { prepared.progress?.end() }
        switch try await call(prepared, leavesBody: receiver != nil) {
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
        let prepared = try prepare(request, options, isStreaming: true)
        defer { prepared.progress?.end() }
        switch try await call(prepared, leavesBody: true) {
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
        guard response.head.isSuccess else {
            throw response.head.call.statusError(response)
        }
    }
}
