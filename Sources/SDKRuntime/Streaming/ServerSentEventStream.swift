#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The events of a response, as they arrive and as they are: see ``EventStream/events``. They can be read once.
public struct ServerSentEventStream: AsyncSequence, Sendable {
    /// An event.
    public typealias Element = ServerSentEvent

    let body: SingleBody

    /// Starts to read.
    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(body: body.read())
    }

    /// One pass over the events.
    public struct AsyncIterator: AsyncIteratorProtocol {
        var body: BodyIterator
        private var decoder = ServerSentEventDecoder()

        /// The type of the response, if it claims to be something else than events.
        let otherType: String?
        /// The beginning of what that is.
        private(set) var beginning = Data()

        init(body: BodyIterator) {
            self.body = body
            let type = body.head.mediaType
            otherType = type == "text/event-stream" ? nil : type
        }

        private static var longestBeginning: Int { 1 << 16 }

        /// The next event; nil after the last one.
        ///
        /// - Throws: ``APIError`` when the connection breaks, and when the response has been read already;
        ///   `CancellationError` when the task is cancelled.
        public mutating func next() async throws -> ServerSentEvent? {
            try await next(isolation: nil)
        }

        /// The same, without leaving the caller's actor while there is something to hand out.
        public mutating func next(isolation actor: isolated (any Actor)?) async throws -> ServerSentEvent? {
            try body.checkCancellation()
            while true {
                if let event = decoder.next() { return event }
                guard let chunk = try await body.next(isolation: actor) else { return nil }
                decoder.append(chunk)
                if otherType != nil { beginning += chunk.prefix(Self.longestBeginning - beginning.count) }
            }
        }
    }
}
