import SDKRuntime

/// What has become of the message of a stream, for everyone who holds the stream.
protocol MessageRecording<Event>: Sendable {
    associatedtype Event: MessageStreamEvent

    /// The message so far; nil before its first event.
    var snapshot: Event.Message? { get }

    /// Asks to be the one that reads the stream; false if someone else is.
    func beginReading() -> Bool

    /// Adds an event.
    func add(_ event: Event) throws(AccumulationError)

    /// Notes how the stream ended.
    ///
    /// - Parameter error: What broke it off; nil at its end.
    func end(_ error: (any Error)?)

    /// The whole message.
    ///
    /// - Throws: What broke the stream off, or an error if the message is not over.
    func finalMessage(_ response: ResponseHead) throws -> Event.Message
}

/// A record that accumulates.
final class MessageRecord<Event: AccumulatedEvent>: MessageRecording {
    private enum Phase {
        case unread, reading, ended
        case failed(any Error)
    }

    private struct State {
        var accumulator = MessageAccumulator<Event>()
        var phase = Phase.unread
    }

    private let state = Locked(State())

    var snapshot: Event.Message? {
        state.withLock { $0.accumulator.snapshot }
    }

    func beginReading() -> Bool {
        state.withLock { state in
            guard case .unread = state.phase else { return false }
            state.phase = .reading
            return true
        }
    }

    func add(_ event: Event) throws(AccumulationError) {
        let result = state.withLock { state in
            Result { () throws(AccumulationError) in try state.accumulator.add(event) }
        }
        try result.get()
    }

    func end(_ error: (any Error)?) {
        state.withLock { $0.phase = error.map(Phase.failed) ?? .ended }
    }

    func finalMessage(_ response: ResponseHead) throws -> Event.Message {
        let (message, phase) = state.withLock { state in
            (state.accumulator.isComplete ? state.accumulator.snapshot : nil, state.phase)
        }
        if let message { return message }
        switch phase {
        case .failed(let error):
            throw error
        case .ended:
            throw response.failure(.incompleteStream, "the stream ended before the message did")
        case .unread, .reading:
            throw response.failure(.incompleteStream, "the stream has not been read to the end of the message")
        }
    }
}

extension AccumulationError {
    /// The error that the stream throws.
    func apiError(_ response: ResponseHead) -> APIError {
        switch self {
        case .order(let message): response.failure(.unexpectedEventOrder, message)
        case .index(let message): response.failure(.unexpectedIndex, message)
        case .input(let message, let text): response.failure(.decoding, message, content: text)
        }
    }
}
