public import SDKRuntime

/// A message whose text is JSON of a type.
public struct ParsedMessage<Message: APIModel, Output: Sendable>: Sendable {
    /// What the text of the message says.
    public let output: Output

    /// The message itself.
    public let message: Message
}

/// Why a message has no output of the type that was asked for. The message is there.
public struct StructuredOutputError<Message: APIModel>: Error, Sendable {
    /// What kept the output from being there.
    public enum Reason: Sendable {
        /// The model refused to answer; the explanation is the API's, if it gave one.
        case refusal(explanation: String?)
        /// The text ends early: at `max_tokens`, or at the end of the model's context.
        case truncated
        /// The message ends with something else, such as the call of a tool or a pause.
        case noText
        /// The text is not what was asked for.
        case mismatch(any Error)
    }

    /// What kept the output from being there.
    public let reason: Reason

    /// The text at the end of the message, as far as there is one.
    public let text: String

    /// The message.
    public let message: Message
}

extension StructuredOutputError: CustomStringConvertible, LocalizedError {
    /// The reason in a sentence.
    public var description: String {
        switch reason {
        case .refusal(let explanation): "the model refused to answer" + (explanation.map { ": \($0)" } ?? "")
        case .truncated: "the output is cut off: the model reached the limit of its tokens; raise 'maxTokens'"
        case .noText: "the message has no text at its end that could be read as output"
        case .mismatch(let error): "the output cannot be read: \(CodingFailure.text(error))"
        }
    }

    /// The same as ``description``.
    public var errorDescription: String? { description }
}
