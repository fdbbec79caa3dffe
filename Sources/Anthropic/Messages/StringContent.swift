import SDKRuntime

/// Content that is a text is written as one: `content: "Hello \(name)"`.
extension MessageParam.Content: ExpressibleByStringInterpolation {}

/// Content that is a text is written as one: `content: "Hello \(name)"`.
extension BetaMessageParam.Content: ExpressibleByStringInterpolation {}

/// A prompt that is a text is written as one: `system: "You are \(name)."`.
extension SystemPromptParam: ExpressibleByStringInterpolation {}

/// A prompt that is a text is written as one: `system: "You are \(name)."`.
extension BetaSystemPromptParam: ExpressibleByStringInterpolation {}

/// A result that is a text is written as one: `content: "\(degrees) degrees"`.
extension ToolResultBlockParam.Content: ExpressibleByStringInterpolation {}

/// A result that is a text is written as one: `content: "\(degrees) degrees"`.
extension BetaToolResultBlockParam.Content: ExpressibleByStringInterpolation {}

/// A block that is a text is written as one, beside others: `["Compare these.", .image(first), .image(second)]`.
extension ContentBlockParam: ExpressibleByStringInterpolation {
    /// A block of text.
    public init(stringLiteral value: String) { self = .text(TextBlockParam(text: value)) }
}

/// A block that is a text is written as one, beside others: `["Compare these.", .image(first), .image(second)]`.
extension BetaContentBlockParam: ExpressibleByStringInterpolation {
    /// A block of text.
    public init(stringLiteral value: String) { self = .text(BetaTextBlockParam(text: value)) }
}

/// A block that is a text is written as one, beside others: `["Compare these.", .image(first), .image(second)]`.
extension ToolResultBlockParam.Content.Block: ExpressibleByStringInterpolation {
    /// A block of text.
    public init(stringLiteral value: String) { self = .text(TextBlockParam(text: value)) }
}

/// A block that is a text is written as one, beside others: `["Compare these.", .image(first), .image(second)]`.
extension BetaToolResultBlockParam.Content.Block: ExpressibleByStringInterpolation {
    /// A block of text.
    public init(stringLiteral value: String) { self = .text(BetaTextBlockParam(text: value)) }
}
