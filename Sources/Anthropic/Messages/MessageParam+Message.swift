import SDKRuntime

extension MessageParam {
    /// A message.
    public init(role: Role, content: Content) {
        self.init(content: content, role: role)
    }

    /// A message of the user: a text.
    public static func user(_ text: String) -> MessageParam {
        MessageParam(content: .text(text), role: .user)
    }

    /// A message of the user: a text, or a list of blocks.
    public static func user(_ content: Content) -> MessageParam {
        MessageParam(content: content, role: .user)
    }

    /// A message of the user: blocks.
    public static func user(_ blocks: [ContentBlockParam]) -> MessageParam {
        MessageParam(content: .blocks(blocks), role: .user)
    }

    /// A message of the model: a text.
    public static func assistant(_ text: String) -> MessageParam {
        MessageParam(content: .text(text), role: .assistant)
    }

    /// A message of the model: a text, or a list of blocks.
    public static func assistant(_ content: Content) -> MessageParam {
        MessageParam(content: content, role: .assistant)
    }

    /// A message of the model: blocks.
    public static func assistant(_ blocks: [ContentBlockParam]) -> MessageParam {
        MessageParam(content: .blocks(blocks), role: .assistant)
    }

    // <!-- swift
    // var params = MessageCreateParams(maxTokens: 1024, messages: [.user("Hello!")], model: .claudeOpus4_8)
    // let message = try await client.messages.create(params)
    // -->
    /// A message that the model has written, to be sent back as a part of the conversation.
    ///
    /// ```swift
    /// params.messages += [MessageParam(message), .user("And tomorrow?")]
    /// ```
    ///
    /// Nothing of its content is lost: blocks and members that this module does not know are sent as they were received.
    /// The members of a tool's input are written in the order of their names.
    public init(_ message: Message) {
        self.init(content: .blocks(message.content.map { ContentBlockParam($0) }), role: .assistant)
    }
}

extension ContentBlockParam {
    /// A text.
    public static func text(_ text: String) -> ContentBlockParam {
        .text(TextBlockParam(text: text))
    }

    /// A block that the model has written, to be sent back without loss, as its message is.
    public init(_ block: ContentBlock) {
        self = block.sentBack() ?? .unknown(.unwritable)
    }
}

extension BetaMessageParam {
    /// A message.
    public init(role: Role, content: Content) {
        self.init(content: content, role: role)
    }

    /// A message of the user: a text.
    public static func user(_ text: String) -> BetaMessageParam {
        BetaMessageParam(content: .text(text), role: .user)
    }

    /// A message of the user: a text, or a list of blocks.
    public static func user(_ content: Content) -> BetaMessageParam {
        BetaMessageParam(content: content, role: .user)
    }

    /// A message of the user: blocks.
    public static func user(_ blocks: [BetaContentBlockParam]) -> BetaMessageParam {
        BetaMessageParam(content: .blocks(blocks), role: .user)
    }

    /// A message of the model: a text.
    public static func assistant(_ text: String) -> BetaMessageParam {
        BetaMessageParam(content: .text(text), role: .assistant)
    }

    /// A message of the model: a text, or a list of blocks.
    public static func assistant(_ content: Content) -> BetaMessageParam {
        BetaMessageParam(content: content, role: .assistant)
    }

    /// A message of the model: blocks.
    public static func assistant(_ blocks: [BetaContentBlockParam]) -> BetaMessageParam {
        BetaMessageParam(content: .blocks(blocks), role: .assistant)
    }

    /// A message that the model has written, to be sent back as a part of the conversation.
    ///
    /// Nothing of its content is lost: blocks and members that this module does not know are sent as they were received.
    /// The members of a tool's input are written in the order of their names.
    public init(_ message: BetaMessage) {
        self.init(content: .blocks(message.content.map { BetaContentBlockParam($0) }), role: .assistant)
    }
}

extension BetaContentBlockParam {
    /// A text.
    public static func text(_ text: String) -> BetaContentBlockParam {
        .text(BetaTextBlockParam(text: text))
    }

    /// A block that the model has written, to be sent back without loss, as its message is.
    public init(_ block: BetaContentBlock) {
        self = block.sentBack() ?? .unknown(.unwritable)
    }
}

extension AssistantContentBlock {
    /// The block as one of a request. Both are the same JSON, which brings along what neither declares.
    ///
    /// Nil if the block cannot be written.
    fileprivate func sentBack<Param: JSONCodable>() -> Param? {
        guard let json = try? ModelEncoder().encode(self) else { return nil }
        return try? ModelDecoder().decode(Param.self, from: json)
    }
}

extension UnknownMember {
    /// In place of a block that cannot be written, as it has a number that is none: sending this tells so, too.
    fileprivate static var unwritable: UnknownMember { UnknownMember(value: .number(JSONNumber(.nan))) }
}
