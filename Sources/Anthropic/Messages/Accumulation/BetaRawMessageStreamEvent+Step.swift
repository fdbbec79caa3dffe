import SDKRuntime

extension BetaRawMessageStreamEvent: AccumulatedEvent {
    var step: MessageStep<BetaMessage> {
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

extension BetaRawContentBlockDelta {
    fileprivate var addition: BlockDelta<BetaTextCitation> {
        switch self {
        case .textDelta(let delta): .text(delta.text)
        case .thinkingDelta(let delta): .thinking(delta.thinking)
        case .signatureDelta(let delta): .signature(delta.signature)
        case .inputJSONDelta(let delta): .inputJSON(delta.partialJSON)
        case .citationsDelta(let delta): .citation(delta.citation)
        case .compactionDelta(let delta): .compaction(delta.content, encrypted: delta.encryptedContent)
        case .unknown: .none
        }
    }
}

extension BetaMessage: AccumulatedMessage {
    func with(content: [BetaContentBlock]) -> BetaMessage { replacing(\.content, with: content) }
}

extension BetaContentBlock: AccumulatedBlock {
    func extended(by additions: BlockAdditions<BetaTextCitation>) -> BetaContentBlock {
        switch self {
        case .text(let block):
            return .text(additions.extend(block, text: \.text, citations: \.citations))
        case .thinking(let block):
            return .thinking(additions.extend(block, thinking: \.thinking, signature: \.signature))
        case .toolUse(let block):
            return .toolUse(additions.extend(block, input: \.input))
        case .serverToolUse(let block):
            return .serverToolUse(additions.extend(block, input: \.input))
        case .mcpToolUse(let block):
            return .mcpToolUse(additions.extend(block, input: \.input))
        case .compaction(let block):
            let content = additions.compaction.map { (block.content ?? "") + $0 } ?? block.content
            return .compaction(
                block.replacing(\.content, with: content)
                    .replacing(\.encryptedContent, with: additions.encryptedCompaction ?? block.encryptedContent)
            )
        case .unknown(let block):
            return .unknown(block.extended(by: additions))
        default:
            return self
        }
    }
}
