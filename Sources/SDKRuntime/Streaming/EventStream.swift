/// The values of a response made of server-sent events, as they arrive.
///
/// ```swift
/// let stream = try await client.messages.createStreaming(params)
/// print(stream.response.requestID ?? "-")
/// for try await event in stream { … }
/// ```
///
/// A stream can be read once. Leaving the loop, cancelling the task, and letting go of the stream close the connection.
/// Nothing is read ahead of the loop.
public struct EventStream<Value: JSONCodable>: AsyncSequence, Sendable {
    /// What an event is read as.
    public typealias Element = Value

    private let body: SingleBody
    private let description: StreamDescription

    init(_ response: UnreadResponse, _ description: StreamDescription) {
        body = SingleBody(response)
        self.description = description
    }

    /// Status and header fields: they are there before the first event.
    public var response: ResponseHead { body.head }

    /// The events as they are, those included that the stream's values leave out.
    public var events: ServerSentEventStream { ServerSentEventStream(body: body) }

    /// Starts to read.
    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(events: events.makeAsyncIterator(), reader: EventReader(description, body.head))
    }

    /// One pass over the values.
    public struct AsyncIterator: AsyncIteratorProtocol {
        fileprivate var events: ServerSentEventStream.AsyncIterator
        fileprivate let reader: EventReader<Value>
        fileprivate var isAtEnd = false

        /// The next value; nil after the last one.
        ///
        /// - Throws: ``APIError`` when the stream reports an error, when an event cannot be read (of kind
        ///   ``APIError/Kind/decoding``, with the event's data as ``APIError/body-swift.property``), when the connection
        ///   breaks, and when the stream has been read already; `CancellationError` when the task is cancelled.
        public mutating func next() async throws -> Value? {
            while !isAtEnd, let event = try await events.next() {
                do {
                    switch try reader.read(event) {
                    case .value(let value): return value
                    case .nothing: continue
                    case .end: end()
                    }
                } catch {
                    end()
                    throw error
                }
            }
            return nil
        }

        private mutating func end() {
            isAtEnd = true
            events.body.close()
        }
    }
}
