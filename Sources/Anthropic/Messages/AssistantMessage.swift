/// A message that the model has written: ``Message`` or ``BetaMessage``.
public protocol AssistantMessage: APIModel {
    /// What a part of the content is.
    associatedtype Block: AssistantContentBlock

    /// The parts of the message, in order.
    var content: [Block] { get }
}

extension AssistantMessage {
    /// The text of the message: that of all text blocks, with nothing in between.
    public var text: String { content.compactMap(\.text).joined() }

    /// The calls of the caller's own tools, in order. Each wants a tool result.
    public var toolUses: [Block.ToolUse] { content.compactMap(\.toolUse) }
}

/// A part of a message that the model has written: ``ContentBlock`` or ``BetaContentBlock``.
public protocol AssistantContentBlock: APIUnion {
    /// A call of one of the caller's own tools.
    associatedtype ToolUse: APIModel

    /// The text; nil for other blocks.
    var text: String? { get }

    /// What the model thought; nil for other blocks, and for thinking that is redacted.
    var thinking: String? { get }

    /// The call of a tool; nil for other blocks, also for calls of tools that the service runs by itself.
    var toolUse: ToolUse? { get }
}

extension Message: AssistantMessage {}
extension BetaMessage: AssistantMessage {}

extension ContentBlock: AssistantContentBlock {
    /// The text; nil for other blocks.
    public var text: String? {
        if case .text(let block) = self { block.text } else { nil }
    }

    /// What the model thought; nil for other blocks, and for thinking that is redacted.
    public var thinking: String? {
        if case .thinking(let block) = self { block.thinking } else { nil }
    }

    /// The call of a tool; nil for other blocks, also for calls of tools that the service runs by itself.
    public var toolUse: ToolUseBlock? {
        if case .toolUse(let block) = self { block } else { nil }
    }
}

extension BetaContentBlock: AssistantContentBlock {
    /// The text; nil for other blocks.
    public var text: String? {
        if case .text(let block) = self { block.text } else { nil }
    }

    /// What the model thought; nil for other blocks, and for thinking that is redacted.
    public var thinking: String? {
        if case .thinking(let block) = self { block.thinking } else { nil }
    }

    /// The call of a tool; nil for other blocks, also for calls of tools that the service runs by itself.
    public var toolUse: BetaToolUseBlock? {
        if case .toolUse(let block) = self { block } else { nil }
    }
}
