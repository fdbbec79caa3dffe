public import SDKRuntime

nonisolated extension Beta.Messages {
    /// Lets the model use tools until it has an answer.
    ///
    /// ```swift
    /// let runner = try client.beta.messages.toolRunner(params, tools: [weather, calculator])
    /// print(try await runner.finalMessage().content)
    /// ```
    ///
    /// - Parameters:
    ///   - params: What the first request sends. The tools are added to those that it has, which may be ones that the API
    ///     runs by itself.
    ///   - tools: What the model may ask for.
    ///   - maxIterations: The most requests to make. Nil: as many as it takes.
    ///   - options: Settings of each request.
    /// - Throws: ``APIError`` of kind `invalidArgument` when two tools have one name, when a tool's input has no JSON
    ///   Schema, or when `maxIterations` is not positive. Nothing has been sent.
    public func toolRunner(
        _ params: Beta.MessageCreateParams,
        tools: [any Tool],
        maxIterations: Int? = nil,
        options: RequestOptions = .init()
    ) throws -> ToolRunner {
        ToolRunner(messages: self, loop: try ToolLoop(params, tools, maxIterations: maxIterations, options: options))
    }
}

/// A conversation in which the model uses tools: the messages that it writes, one after the other.
///
/// ```swift
/// for try await message in runner {
///     print(message.content)
/// }
/// ```
///
/// After each message, the tools that it asks for run at the same time, and their results are sent as one message. The
/// conversation ends with a message that asks for none, with a refusal, after ``Beta/Messages/toolRunner(_:tools:maxIterations:options:)``'s
/// greatest number of requests, and when a request fails. A tool that fails does not end it: the model is told.
///
/// Nothing happens while the loop works with a message. What it changes of ``params`` and ``options`` goes into the next
/// request. Messages that it appends come after the results of tools, and let the conversation go on where it would have
/// ended; messages that it puts in place of the last one are sent as they are.
///
/// The turns can be read once. Leaving the loop ends the conversation; cancelling the task cancels the tools that run.
public final class ToolRunner: AsyncSequence, Sendable {
    /// A message that the model has written.
    public typealias Element = BetaMessage

    private let messages: Beta.Messages
    private let loop: ToolLoop

    init(messages: Beta.Messages, loop: ToolLoop) {
        self.messages = messages
        self.loop = loop
    }

    /// What the next request sends. The last message of the model is at the end of ``Beta/MessageCreateParams/messages``.
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
    /// - Throws: As ``AsyncIterator/next()`` does.
    public func finalMessage() async throws -> BetaMessage {
        _ = loop.take()
        while try await next() != nil {}
        guard let message = loop.message else { throw ToolLoop.alreadyConsumed }
        return message
    }

    /// Starts to read.
    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(runner: self, isRefused: !loop.take())
    }

    private func next() async throws -> BetaMessage? {
        try await loop.step { [messages, loop] in
            guard let (params, options) = try await loop.nextRequest() else { return nil }
            let named = options.naming(helper: "BetaToolRunner", for: messages.client)
            let message = try await messages.create(params, options: named)
            loop.append(message)
            return message
        }
    }

    /// One pass over the turns.
    public struct AsyncIterator: AsyncIteratorProtocol {
        fileprivate let runner: ToolRunner
        fileprivate let isRefused: Bool

        /// The next message of the model; nil after the last one.
        ///
        /// - Throws: ``APIError`` when the request fails, which ends the conversation, and when the turns are read a
        ///   second time; `CancellationError` when the task is cancelled.
        public func next() async throws -> BetaMessage? {
            guard !isRefused else { throw ToolLoop.alreadyConsumed }
            return try await runner.next()
        }
    }
}
