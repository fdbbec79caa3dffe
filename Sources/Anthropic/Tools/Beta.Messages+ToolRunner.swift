public import SDKRuntime

nonisolated extension Beta.Messages {
    // <!-- swift
    // let params = Beta.MessageCreateParams(maxTokens: 1024, messages: [.user("Hello!")], model: .claudeOpus4_8)
    // let weather = InlineTool("weather", "A tool.") { (input: JSONValue) in "weather" }
    // let calculator = InlineTool("calculator", "A tool.") { (input: JSONValue) in "calculator" }
    // -->
    /// Lets the model use tools until it has an answer.
    ///
    /// ```swift
    /// let runner = try client.beta.messages.toolRunner(params, tools: [weather, calculator])
    /// print(try await runner.finalMessage().text)
    /// ```
    ///
    /// - Parameters:
    ///   - params: What the first request sends. The tools are added to those that it has, which may be ones that the API
    ///     runs by itself.
    ///   - tools: What the model may ask for.
    ///   - maxIterations: The most requests to make. Nil: as many as it takes, each of which is paid for. A model that
    ///     does not come to an answer goes on without end then.
    ///   - options: Settings of each request.
    /// - Returns: The messages of the model.
    /// - Throws: `APIError` of kind `invalidArgument` when two tools have one name, those of the parameters
    ///   included, when a tool's input has no JSON Schema, or when `maxIterations` is not positive. Nothing has been sent.
    public func toolRunner(
        _ params: Beta.MessageCreateParams,
        tools: [any Tool],
        maxIterations: Int? = nil,
        options: RequestOptions = .init()
    ) throws -> ToolRunner<BetaMessage> {
        let loop = try ToolLoop(params, tools, maxIterations: maxIterations, options: options)
        return ToolRunner(loop) { [self] loop in
            guard let (params, options) = try await loop.nextRequest() else { return nil }
            let message = try await create(params, options: tagged(options))
            loop.append(message)
            return message
        }
    }

    // <!-- swift
    // let params = Beta.MessageCreateParams(maxTokens: 1024, messages: [.user("Hello!")], model: .claudeOpus4_8)
    // let weather = InlineTool("weather", "A tool.") { (input: JSONValue) in "weather" }
    // -->
    /// Lets the model use tools until it has an answer, and streams its messages.
    ///
    /// ```swift
    /// let runner = try client.beta.messages.streamingToolRunner(params, tools: [weather])
    /// for try await stream in runner {
    ///     for try await text in stream.textDeltas { print(text, terminator: "") }
    /// }
    /// ```
    ///
    /// What the loop does not read of a stream is read before the next request. A stream that was begun and left ends the
    /// conversation with an error.
    ///
    /// - Parameters:
    ///   - params: What the first request sends; see ``toolRunner(_:tools:maxIterations:options:)``.
    ///   - tools: What the model may ask for.
    ///   - maxIterations: The most requests to make. Nil: as many as it takes, without end if need be.
    ///   - options: Settings of each request.
    /// - Returns: A stream for each message of the model.
    /// - Throws: As ``toolRunner(_:tools:maxIterations:options:)`` does.
    public func streamingToolRunner(
        _ params: Beta.MessageCreateParams,
        tools: [any Tool],
        maxIterations: Int? = nil,
        options: RequestOptions = .init()
    ) throws -> ToolRunner<BetaMessageStream> {
        let loop = try ToolLoop(params, tools, maxIterations: maxIterations, options: options)
        let stream = Locked<BetaMessageStream?>(nil)
        return ToolRunner(loop) { [self] loop in
            if let earlier = stream.withLock({ $0 }) {
                loop.append(try await earlier.finalMessage())
                stream.withLock { $0 = nil }
            }
            guard let (params, options) = try await loop.nextRequest() else { return nil }
            let next = try await self.stream(params, options: tagged(options))
            stream.withLock { $0 = next }
            return next
        }
    }

    private func tagged(_ options: RequestOptions) -> RequestOptions {
        options.naming(helper: "BetaToolRunner", for: client)
    }
}
