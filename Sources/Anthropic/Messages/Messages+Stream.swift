public import SDKRuntime

extension Messages {
    /// Sends a conversation, and gives the next message of it while it arrives.
    ///
    /// ```swift
    /// let stream = try await client.messages.stream(
    ///     .init(maxTokens: 1024, messages: [.user("Hello!")], model: .claudeOpus4_8)
    /// )
    /// for try await text in stream.textDeltas { print(text, terminator: "") }
    /// ```
    ///
    /// - Parameters:
    ///   - params: The conversation, and how it is to go on.
    ///   - options: Settings of this call alone.
    /// - Returns: The stream, when the response has begun.
    /// - Throws: `APIError`, or `CancellationError` when the task is cancelled. What happens later is thrown by the stream.
    public func stream(
        _ params: MessageCreateParams,
        options: RequestOptions = .init()
    ) async throws -> MessageStream {
        let options = options.naming(helperMethod: "stream", for: client)
        return MessageEventStream(try await createStream(params, options: options))
    }
}

extension Beta.Messages {
    /// Sends a conversation, and gives the next message of it while it arrives.
    ///
    /// - Parameters:
    ///   - params: The conversation, and how it is to go on.
    ///   - options: Settings of this call alone.
    /// - Returns: The stream, when the response has begun.
    /// - Throws: `APIError`, or `CancellationError` when the task is cancelled. What happens later is thrown by the stream.
    public func stream(
        _ params: Beta.MessageCreateParams,
        options: RequestOptions = .init()
    ) async throws -> BetaMessageStream {
        let options = options.naming(helperMethod: "stream", for: client)
        return MessageEventStream(try await createStream(params, options: options))
    }
}
