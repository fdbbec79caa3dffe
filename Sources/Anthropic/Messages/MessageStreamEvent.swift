/// An event of a message that arrives in pieces: ``RawMessageStreamEvent`` or ``BetaRawMessageStreamEvent``.
public protocol MessageStreamEvent: APIUnion {
    /// The message that the events make.
    associatedtype Message: AssistantMessage

    /// The piece of text that the event adds to a text block; nil for other events.
    var textDelta: String? { get }
}

extension RawMessageStreamEvent: MessageStreamEvent {
    /// The message that the events make.
    public typealias Message = Anthropic.Message

    /// The piece of text that the event adds to a text block; nil for other events.
    public var textDelta: String? {
        guard case .contentBlockDelta(let event) = self, case .textDelta(let delta) = event.delta else { return nil }
        return delta.text
    }
}

extension BetaRawMessageStreamEvent: MessageStreamEvent {
    /// The message that the events make.
    public typealias Message = BetaMessage

    /// The piece of text that the event adds to a text block; nil for other events.
    public var textDelta: String? {
        guard case .contentBlockDelta(let event) = self, case .textDelta(let delta) = event.delta else { return nil }
        return delta.text
    }
}
