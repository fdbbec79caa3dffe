public import SDKRuntime

/// A message of ``Messages`` that arrives in pieces.
public typealias MessageStream = MessageEventStream<RawMessageStreamEvent>

/// A message of ``Beta/Messages`` that arrives in pieces.
public typealias BetaMessageStream = MessageEventStream<BetaRawMessageStreamEvent>

// <!-- swift
// let params = MessageCreateParams(maxTokens: 1024, messages: [.user("Hello!")], model: .claudeOpus4_8)
// -->
/// A message that arrives in pieces: the events that bring it, and the message that they make.
///
/// ```swift
/// let stream = try await client.messages.stream(params)
/// for try await text in stream.textDeltas {
///     print(text, terminator: "")
/// }
/// let message = try await stream.finalMessage()
/// ```
///
/// A stream can be read once: as events, by iterating over it; as text, by iterating over ``textDeltas``; or by waiting for
/// its ``finalMessage()``. Leaving the loop, cancelling the task, and letting go of the stream close the connection,
/// except with URLSession on Linux, where it stays until the server ends the response. Nothing is read ahead of the loop.
///
/// Meanwhile ``snapshot`` is the message as far as it has arrived, from any task. The input of a tool is in it as far as
/// it can be told: strings and numbers that are not over are left out; see `PartialJSON`.
public struct MessageEventStream<Event: MessageStreamEvent>: AsyncSequence, Sendable {
    /// An event.
    public typealias Element = Event

    private let events: EventStream<Event>
    private let record: any MessageRecording<Event>

    init(_ events: EventStream<Event>) where Event: AccumulatedEvent {
        self.events = events
        record = MessageRecord<Event>()
    }

    /// Status and header fields: they are there before the first event.
    public var response: ResponseHead { events.response }

    /// The service's identifier of the request.
    public var requestID: String? { response.requestID }

    /// The message as far as the stream has been read: nil before its first event.
    ///
    /// It is made when it is asked for, which copies the block that has grown since. In a loop, it has the event that the
    /// loop is at.
    public var snapshot: Event.Message? { record.snapshot }

    /// The pieces of the message's text, as they arrive.
    public var textDeltas: MessageTextDeltas<Event> { MessageTextDeltas(stream: self) }

    /// The whole message: after the stream has been read to its end, or by reading it now.
    ///
    /// A message that is whole stays so, whatever happens to the connection behind it.
    ///
    /// - Throws: `APIError` of kind `.incompleteStream` when the stream ended before the message did, or a
    ///   loop has left it before; else what broke the stream off before the message was whole.
    public func finalMessage() async throws -> Event.Message {
        if record.beginReading() {
            var iterator = AsyncIterator(events, record)
            // What breaks the stream off is in the record, which knows whether the message was whole by then.
            while (try? await iterator.next()) != nil {}
        }
        return try record.finalMessage(response)
    }

    /// The text of the whole message: that of all text blocks, with nothing in between.
    ///
    /// - Throws: As ``finalMessage()`` does.
    public func finalText() async throws -> String {
        try await finalMessage().text
    }

    /// Starts to read.
    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(events, record.beginReading() ? record : nil)
    }

    /// One pass over the events.
    public struct AsyncIterator: AsyncIteratorProtocol {
        private var events: EventStream<Event>.AsyncIterator?
        private let response: ResponseHead
        /// Nil if someone else reads the stream.
        private let record: (any MessageRecording<Event>)?

        fileprivate init(_ stream: EventStream<Event>, _ record: (any MessageRecording<Event>)?) {
            events = stream.makeAsyncIterator()
            response = stream.response
            self.record = record
        }

        /// The next event; nil after the last one.
        ///
        /// - Throws: `APIError` when the stream reports an error, when an event cannot be read or makes no sense after
        ///   those before, when the input of a tool is no JSON, when the connection breaks, and when the stream has been
        ///   read already; `CancellationError` when the task is cancelled.
        public mutating func next() async throws -> Event? {
            try await next(isolation: nil)
        }

        /// The same, without leaving the caller's actor while there is something to hand out.
        public mutating func next(isolation actor: isolated (any Actor)?) async throws -> Event? {
            do {
                guard let event = try await events?.next(isolation: actor) else {
                    if events != nil { record?.end(nil) }
                    events = nil
                    return nil
                }
                try record?.add(event)
                return event
            } catch {
                events = nil
                let error = (error as? AccumulationError)?.apiError(response) ?? error
                record?.end(error)
                throw error
            }
        }
    }
}
