// <!-- swift
// let params = MessageCreateParams(maxTokens: 1024, messages: [.user("Hello!")], model: .claudeOpus4_8)
// -->
/// The values of a response made of server-sent events, as they arrive.
///
/// ```swift
/// let stream = try await client.messages.createStream(params)
/// print(stream.response.requestID ?? "-")
/// for try await event in stream {
///     print(event)
/// }
/// ```
///
/// A stream can be read once. Leaving the loop, cancelling the task, and letting go of the stream close the connection,
/// except with URLSession on Linux, where it stays until the server ends the response. Nothing is read ahead of the loop.
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
        private var events: ServerSentEventStream.AsyncIterator
        private let reader: EventReader<Value>
        private var hasEvents = false
        private var isAtEnd = false

        fileprivate init(events: ServerSentEventStream.AsyncIterator, reader: EventReader<Value>) {
            self.events = events
            self.reader = reader
        }

        /// The next value; nil after the last one.
        ///
        /// - Throws: ``APIError`` when the stream reports an error, when an event cannot be read (of kind
        ///   ``APIError/Kind/decoding``, with the event's data as ``APIError/body-swift.property``), when the connection
        ///   breaks, and when the stream has been read already; `CancellationError` when the task is cancelled.
        public mutating func next() async throws -> Value? {
            try await next(isolation: nil)
        }

        /// The same, without leaving the caller's actor while there is something to hand out.
        public mutating func next(isolation actor: isolated (any Actor)?) async throws -> Value? {
            while !isAtEnd, let event = try await events.next(isolation: actor) {
                hasEvents = true
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
            try checkContent()
            return nil
        }

        /// Throws if what came instead of events is something else, such as JSON or the page of a gateway: a stream without
        /// events would hide that.
        private mutating func checkContent() throws {
            guard !isAtEnd, !hasEvents, let type = events.otherType else { return }
            end()
            let head = events.body.head
            let message = "the response is \(type) instead of an event stream"
            throw head.call.failure(.decoding, message, events.beginning, in: head)
        }

        private mutating func end() {
            isAtEnd = true
            events.body.close()
        }
    }
}
