import HTTPTypes

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// One attempt of a call: from the middleware through signature and redirects to the transport, and back.
///
/// A class, because every step on the way holds it.
final class Attempt: Sendable {
    private let core: ClientCore
    private let prepared: PreparedRequest
    private let retries: Int
    private let sent: Locked<SentRequest>
    private let hasSucceeded = Locked(false)
    let log: AttemptLog

    /// - Parameters:
    ///   - retries: How many attempts came before.
    ///   - log: Where the attempt's lines go.
    init(_ prepared: PreparedRequest, _ core: ClientCore, retries: Int, log: AttemptLog) {
        self.core = core
        self.prepared = prepared
        self.retries = retries
        self.log = log
        sent = Locked(SentRequest(prepared.request, core.configuration.redactor))
    }

    /// Makes the attempt, up to the head of its response.
    ///
    /// - Throws: ``TransportError`` when no response came, and what middleware and a ``TokenProvider`` throw.
    func exchange() async throws -> UnreadResponse {
        let chain = MiddlewareChain(prepared.middleware) { [self] request in
            try await send(request)
        }
        let context = AttemptContext(
            service: core.service.name,
            operation: prepared.operation,
            attempt: retries,
            maxRetries: prepared.maxRetries
        )
        let response = try await chain.send(prepared.attempt(retries: retries), context)
        noteSuccess(response.head)
        let head = ResponseHead(response.head, of: call, retriesTaken: retries)
        return UnreadResponse(head, body: response.body)
    }

    /// What lies behind the middleware, which may come here more than once.
    private func send(_ request: OutgoingRequest) async throws -> TransportResponse {
        var sent = SentRequest(request, core.configuration.redactor)
        let signed = try await RequestSigner(prepared: prepared, clock: core.options.clock).sign(request, &sent)
        sent.head = signed.head
        self.sent.withLock { [sent] in $0 = sent }
        log.willSend(signed, sent)
        let response = try await RedirectFollowing(configuration: core.configuration, prepared: prepared, log: log)
            .send(signed, self.sent)
        noteSuccess(response.head)
        return response
    }

    private func noteSuccess(_ head: HTTPResponse) {
        guard head.status.kind == .successful else { return }
        hasSucceeded.withLock { $0 = true }
    }

    /// Reads a response to its end, unless it is a success whose body is left to someone else.
    ///
    /// - Throws: ``TransportError`` when the connection breaks. The body of an error ends there: its status says more.
    func receive(_ response: UnreadResponse, leavesBody: Bool) async throws -> ReceivedResponse {
        guard response.head.isSuccess else {
            let body = try await response.body.collectWhatArrives(
                within: prepared.timeouts.headers,
                core.options.clock
            )
            let received = APIResponse(response.head, body: body)
            log.didReceive(received, request)
            return .read(received)
        }
        if leavesBody {
            log.didReceive(response, request)
            return .unread(response)
        }
        let body = try await response.body.collect()
        try Task.checkCancellation()
        let received = APIResponse(response.head, body: body)
        log.didReceive(received, request)
        return .read(received)
    }

    /// What the attempt throws for an error, which ends it.
    func fail(_ error: any Error) -> any Error {
        log.didFail(error, request)
        return call.error(for: error)
    }

    /// The tokens that the request carried which was sent last.
    var tokens: [ObtainedToken] { sent.withLock(\.tokens) }

    /// Whether the head of a success has come, be it to middleware that reads the body before it hands it on: the service
    /// has done what it was asked for.
    var isAnswered: Bool { hasSucceeded.withLock(\.self) }

    /// The request as it was sent last.
    var request: SentRequest { sent.withLock(\.self) }

    private var call: CallContext { CallContext(request, core) }
}

/// A response that answers a call.
enum ReceivedResponse {
    /// The response, read to its end.
    case read(APIResponse)
    /// A response of success whose body is still to be read.
    case unread(UnreadResponse)
}

extension HTTPBodyStream {
    /// Reads the body of an error to its end, or until it breaks off, is too long, or has taken too much time: the status
    /// has come, and what has arrived may tell enough.
    fileprivate func collectWhatArrives(within limit: Duration?, _ clock: ClientClock) async throws -> Data {
        let start = clock.uptime()
        var bytes = Data()
        do {
            for try await chunk in self {
                bytes.append(chunk.prefix(APIError.longestBody - bytes.count))
                if bytes.count == APIError.longestBody { break }
                if let limit, clock.uptime() - start >= limit { break }
            }
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            // As above.
        }
        try Task.checkCancellation()
        return bytes
    }
}

extension APIError {
    /// The most bytes that are read of the body of an error response, which may have no end.
    fileprivate static let longestBody = 16 << 20
}
