import SDKRuntime

// Content that is a text, written as one: `content: "Hello \(name)"`.

extension MessageParam.Content: ExpressibleByStringInterpolation {}
extension BetaMessageParam.Content: ExpressibleByStringInterpolation {}
extension SystemPromptParam: ExpressibleByStringInterpolation {}
extension BetaSystemPromptParam: ExpressibleByStringInterpolation {}
extension ToolResultBlockParam.Content: ExpressibleByStringInterpolation {}
extension BetaToolResultBlockParam.Content: ExpressibleByStringInterpolation {}
