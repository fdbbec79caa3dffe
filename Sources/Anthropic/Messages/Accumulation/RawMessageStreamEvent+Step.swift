import SDKRuntime

extension RawMessageStreamEvent: AccumulatedEvent {
    var step: MessageStep<Message> {
        switch self {
        case .messageStart(let event): .start(event.message)
        case .contentBlockStart(let event): .startBlock(event.index, event.contentBlock)
        case .contentBlockDelta(let event): .extendBlock(event.index, event.delta.addition)
        case .contentBlockStop(let event): .stopBlock(event.index)
        case .messageDelta(let event): .update(event)
        case .messageStop: .stop
        case .unknown: .none
        }
    }
}

extension RawContentBlockDelta {
    fileprivate var addition: BlockDelta<TextCitation> {
        switch self {
        case .textDelta(let delta): .text(delta.text)
        case .thinkingDelta(let delta): .thinking(delta.thinking)
        case .signatureDelta(let delta): .signature(delta.signature)
        case .inputJSONDelta(let delta): .inputJSON(delta.partialJSON)
        case .citationsDelta(let delta): .citation(delta.citation)
        case .unknown: .none
        }
    }
}

extension Message: AccumulatedMessage {
    func with(content: [ContentBlock]) -> Message { replacing(\.content, with: content) }
}

extension ContentBlock: AccumulatedBlock {
    func extended(by additions: BlockAdditions<TextCitation>) -> ContentBlock {
        switch self {
        case .text(let block):
            return .text(additions.extend(block, text: \.text, citations: \.citations))
        case .thinking(let block):
            return .thinking(additions.extend(block, thinking: \.thinking, signature: \.signature))
        case .toolUse(let block):
            return .toolUse(additions.extend(block, input: \.input))
        case .serverToolUse(let block):
            return .serverToolUse(additions.extend(block, input: \.input))
        case .unknown(let block):
            return .unknown(block.extended(by: additions))
        default:
            return self
        }
    }
}
