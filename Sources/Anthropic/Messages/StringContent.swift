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
