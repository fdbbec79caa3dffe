/// The pieces of a message's text, as they arrive: see ``MessageEventStream/textDeltas``. They can be read once.
public struct MessageTextDeltas<Event: MessageStreamEvent>: AsyncSequence, Sendable {
    /// A piece of text.
    public typealias Element = String

    let stream: MessageEventStream<Event>

    /// Starts to read.
    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(events: stream.makeAsyncIterator())
    }

    /// One pass over the pieces.
    public struct AsyncIterator: AsyncIteratorProtocol {
        fileprivate var events: MessageEventStream<Event>.AsyncIterator

        /// The next piece; nil after the last one.
        ///
        /// - Throws: As the stream itself does.
        public mutating func next() async throws -> String? {
            try await next(isolation: nil)
        }

        /// The same, without leaving the caller's actor while there is something to hand out.
        public mutating func next(isolation actor: isolated (any Actor)?) async throws -> String? {
            while let event = try await events.next(isolation: actor) {
                if let text = event.textDelta { return text }
            }
            return nil
        }
    }
}
