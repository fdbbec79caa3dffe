public import SDKRuntime

/// What a tool may answer with: a text, JSON, or blocks of content.
///
/// A type of yours that is `Encodable` has to say no more than that it conforms; it is sent as JSON.
///
/// ```swift
/// struct Forecast: Encodable, ToolOutput {
///     var temperature: Double
/// }
/// ```
public protocol ToolOutput {
    /// What the model is told.
    ///
    /// - Throws: When the answer cannot be expressed. The model is told so, as of any error of a tool.
    func toolContent() throws -> BetaToolResultBlockParam.Content
}

extension String: ToolOutput {
    /// The text.
    public func toolContent() -> BetaToolResultBlockParam.Content { .text(self) }
}

extension JSONValue: ToolOutput {
    /// The value as compact JSON.
    public func toolContent() -> BetaToolResultBlockParam.Content { .text(description) }
}

extension BetaToolResultBlockParam.Content: ToolOutput {
    /// The content itself.
    public func toolContent() -> BetaToolResultBlockParam.Content { self }
}

extension ToolOutput where Self: Encodable {
    /// The value as JSON. Dates are RFC 3339 timestamps, members stand in the order of their names.
    public func toolContent() throws -> BetaToolResultBlockParam.Content {
        .text(String(decoding: try plainJSON(), as: UTF8.self))
    }
}

/// An error of a tool that tells the model more than a sentence.
///
/// Any error that a tool throws is told to the model as `Error: ` and its description. This one is told by its content.
public struct ToolError: Error, Sendable {
    /// What the model is told.
    public var content: BetaToolResultBlockParam.Content

    /// An error with text or blocks: an image of what went wrong, for example.
    public init(_ content: BetaToolResultBlockParam.Content) {
        self.content = content
    }
}
