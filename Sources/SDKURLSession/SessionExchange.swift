import HTTPTypes
import SDKRuntime

#if canImport(FoundationNetworking)
    import Foundation
    import FoundationNetworking
#else
    import Foundation
#endif

/// One request and its response. When it goes away, the exchange is cancelled.
final class SessionExchange: Sendable {
    let events: AsyncThrowingStream<SessionEvent, any Error>.Continuation

    private let stream: AsyncThrowingStream<SessionEvent, any Error>
    private let task: URLSessionTask
    private let session: TransportSession

    init(_ task: URLSessionTask, keeping session: TransportSession) {
        self.task = task
        self.session = session
        (stream, events) = AsyncThrowingStream.makeStream(of: SessionEvent.self)
    }

    deinit {
        session.cancel(task)
    }

    /// Waits for the response's head.
    func response(_ timeouts: TransportTimeouts) async throws -> TransportResponse {
        guard case .head(let head) = try await next(within: timeouts.headers, "no answer in time") else {
            throw TransportError(.connection, "the connection ended without a response")
        }
        let body = HTTPBodyStream(length: UnpackedBody.length(head.headerFields)) {
            HTTPBodyStream.AsyncIterator {
                guard case .chunk(let chunk) = try await self.next(within: timeouts.idle, "the response fell silent")
                else { return nil }
                return chunk
            }
        }
        return TransportResponse(head: head, body: body)
    }

    private func next(within limit: Duration?, _ message: String) async throws -> SessionEvent? {
        let expire: @Sendable () -> Void = { [events, session, task] in
            events.finish(throwing: TransportError(.timeout, message))
            session.cancel(task)
        }
        return try await withTimeLimit(limit, onExpiry: expire) {
            try await withTaskCancellationHandler {
                var iterator = stream.makeAsyncIterator()
                let event = try await iterator.next()
                try Task.checkCancellation()
                return event
            } onCancel: { [events, session, task] in
                events.finish(throwing: CancellationError())
                session.cancel(task)
            }
        }
    }
}
