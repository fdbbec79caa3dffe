public import SDKRuntime

// <!-- swift
// let params = Beta.MessageCreateParams(maxTokens: 1024, messages: [.user("Hello!")], model: .claudeOpus4_8)
// let weather = InlineTool("weather", "A tool.") { (input: JSONValue) in "weather" }
// let calculator = InlineTool("calculator", "A tool.") { (input: JSONValue) in "calculator" }
// -->
/// A conversation in which the model uses tools: its turns, one after the other.
///
/// ```swift
/// let runner = try client.beta.messages.toolRunner(params, tools: [weather, calculator])
/// for try await message in runner {
///     print(message.text)
/// }
/// ```
///
/// A turn is a message of the model, or the stream that brings it. After each, the tools that it asks for run at the same
/// time, and their results are sent as one message. The conversation ends with a message that asks for none, with a
/// refusal, after the greatest number of requests, and when a request fails. A tool that fails does not end it: the model
/// is told.
///
/// A call with which a message ends at the limit of tokens is not made, as its input is cut off: the model is told.
///
/// A model may go on asking, and every request has its price: `maxIterations` sets a limit, and there is none without it.
///
/// Nothing is sent while the loop works with a turn. What it changes of ``params`` and ``options`` goes into the next
/// request. Messages that it appends come after the results of tools, and let the conversation go on where it would have
/// ended. If it replaces messages, they are sent as they are.
///
/// The turns can be read once. Nothing happens after the loop is left; ``finalMessage()`` goes on from there. Cancelling the
/// task cancels the tools that run.
public final class ToolRunner<Turn: Sendable>: AsyncSequence, Sendable {
    /// A turn.
    public typealias Element = Turn

    private let loop: ToolLoop
    private let nextTurn: @Sendable (ToolLoop) async throws -> Turn?

    /// - Parameter nextTurn: Makes the next request of a loop, if there is one to make.
    init(_ loop: ToolLoop, nextTurn: @escaping @Sendable (ToolLoop) async throws -> Turn?) {
        self.loop = loop
        self.nextTurn = nextTurn
    }

    /// What the next request sends. When the loop has a message of the model, it is among the messages already.
    ///
    /// Messages may be appended at any time. They may be replaced between turns alone: when the call of a tool is no longer
    /// among them as it has run, its result has no place, and the conversation ends with an error of kind
    /// `invalidArgument`.
    public var params: Beta.MessageCreateParams {
        get { loop.params }
        set { loop.params = newValue }
    }

    /// Settings of the next request.
    public var options: RequestOptions {
        get { loop.options }
        set { loop.options = newValue }
    }

    /// Runs the conversation to its end, from where it is.
    ///
    /// - Returns: The last message of the model.
    /// - Throws: What ``AsyncIterator/next()`` throws, or has thrown: a conversation that has failed has no last message.
    public func finalMessage() async throws -> BetaMessage {
        _ = loop.take()
        while try await next() != nil {}
        return try loop.finalMessage()
    }

    /// Starts to read.
    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(runner: self, isRefused: !loop.take())
    }

    private func next() async throws -> Turn? {
        try await loop.step { [loop, nextTurn] in try await nextTurn(loop) }
    }

    /// One pass over the turns.
    public struct AsyncIterator: AsyncIteratorProtocol {
        fileprivate let runner: ToolRunner
        fileprivate let isRefused: Bool

        /// The next turn; nil after the last one.
        ///
        /// - Throws: `APIError` when a request fails, which ends the conversation, and when the turns are read a second
        ///   time; `CancellationError` when the task is cancelled.
        public func next() async throws -> Turn? {
            guard !isRefused else { throw ToolLoop.alreadyConsumed }
            return try await runner.next()
        }
    }
}
