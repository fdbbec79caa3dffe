#if AsyncHTTPClient
    import AsyncHTTPClient
    import NIOCore
    import NIOHTTP1
    import SDKRuntime

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    /// Reads the body of a response chunk by chunk, as it is asked to, and gives up when the server falls silent.
    ///
    /// AsyncHTTPClient's own limit for silence is one for all requests of a client, and only the task that reads can close
    /// the connection early. So a task of its own reads here, which is cancelled when time is up, when the caller's task is
    /// cancelled, and when nobody is left to read.
    final class ResponseBodyReader: Sendable {
        private let idle: Duration?
        private let hasContent: Bool
        private let buffers: DemandedElements<ByteBuffer>

        /// - Parameters:
        ///   - response: The response.
        ///   - idle: How long the server may be silent.
        ///   - hasContent: Whether there is anything to read by the request's method and the response's status.
        ///   - upload: The content of the request, which may still be on its way.
        init(_ response: HTTPClientResponse, idle: Duration?, hasContent: Bool, upload: RequestUpload?) {
            self.idle = idle
            self.hasContent = hasContent
            // A server that has refused a request before it was sent as a whole does not want the rest.
            let isRefused = response.status.code >= 300
            buffers = DemandedElements(response.body) { isComplete in
                if isRefused || !isComplete { upload?.cancel() }
            }
        }

        func next() async throws -> Data? {
            let expire: @Sendable () -> Void = { [buffers] in
                buffers.cancel(throwing: TransportError(.timeout, "the response fell silent"))
            }
            do {
                return try await withTimeLimit(idle, onExpiry: expire) {
                    try await withTaskCancellationHandler {
                        let buffer = try await buffers.next()
                        try Task.checkCancellation()
                        return buffer.map { Data($0.readableBytesView) }
                    } onCancel: { [buffers] in
                        buffers.cancel()
                    }
                }
            } catch {
                let failure = AsyncHTTPClientFailure.translate(error)
                // NIO takes the content that a packed response to HEAD does not have for one that is cut off.
                if !hasContent, (failure as? TransportError)?.kind == .content { return nil }
                throw failure
            }
        }
    }
#endif
