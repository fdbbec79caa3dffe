import SDKRuntime

/// An event whose effect on the message is known.
protocol AccumulatedEvent: MessageStreamEvent where Message: AccumulatedMessage {
    var step: MessageStep<Message> { get }
}

/// A message that can be made of events.
protocol AccumulatedMessage: AssistantMessage where Block: AccumulatedBlock {
    /// The same message with other content.
    func with(content: [Block]) -> Self
}

/// What an event does to the message that it belongs to.
enum MessageStep<Message: AccumulatedMessage> {
    case start(Message)
    case startBlock(Int, Message.Block)
    case extendBlock(Int, BlockDelta<Message.Block.Citation>)
    case stopBlock(Int)
    /// The event's members are those of the message that change, or are found in `delta` and `usage`.
    case update(any JSONCodable)
    case stop
    /// An event that this module does not know.
    case none
}

/// What an event adds to a block.
enum BlockDelta<Citation> {
    case text(String)
    case thinking(String)
    case signature(String)
    case inputJSON(String)
    case citation(Citation)
    case compaction(String?, encrypted: String?)
    /// A delta that this module does not know.
    case none
}
