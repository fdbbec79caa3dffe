/// The body of a response, for the one that asks first: it can be read once.
///
/// It lets go of the body when that is taken, so that the exchange is closed as soon as the reader stops, even while the
/// stream it belongs to lives on.
final class SingleBody: Sendable {
    let head: ResponseHead
    let length: Int64?
    private let body: Locked<HTTPBodyStream?>

    init(_ response: UnreadResponse) {
        head = response.head
        length = response.body.length
        body = Locked(response.body)
    }

    /// Starts to read. For all but the first, the first chunk is an error.
    func read() -> BodyIterator {
        let body = body.withLock { body in
            defer { body = nil }
            return body
        }
        return BodyIterator(body, head)
    }
}

/// One pass over the body of a response. Errors become those that the call throws; after one, there is nothing more.
struct BodyIterator {
    private var chunks: HTTPBodyStream.AsyncIterator?
    /// Whether someone else has the body.
    private(set) var isRefused: Bool
    let head: ResponseHead

    init(_ body: HTTPBodyStream?, _ head: ResponseHead) {
        chunks = body?.makeAsyncIterator()
        isRefused = body == nil
        self.head = head
    }

    /// Closes the exchange, if the body has not been read to its end.
    mutating func close() {
        chunks = nil
    }

    /// Throws if the reading task is cancelled, also while there are bytes left that have arrived.
    mutating func checkCancellation() throws {
        guard Task.isCancelled, chunks != nil else { return }
        close()
        throw CancellationError()
    }

    /// The next chunk; nil after the last one. The caller's actor is left to wait for it only.
    mutating func next(isolation actor: isolated (any Actor)?) async throws -> HTTPBodyStream.Element? {
        if isRefused {
            isRefused = false
            throw head.call.failure(
                .alreadyConsumed,
                "the response has been read already: it can be read once",
                in: head
            )
        }
        try checkCancellation()
        // The iterator goes to another executor and comes back before anything else can happen to it here. That is what
        // the standard library's `next(isolation:)` does, which needs newer systems than the package.
        nonisolated(unsafe) var iterator = chunks
        chunks = nil
        do {
            guard let chunk = try await iterator?.next() else { return nil }
            chunks = iterator
            return chunk
        } catch {
            throw head.call.error(for: error, after: head)
        }
    }
}
