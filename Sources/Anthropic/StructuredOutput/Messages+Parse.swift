public import SDKRuntime

nonisolated extension Messages {
    // <!-- swift
    // let params = MessageCreateParams(maxTokens: 1024, messages: [.user("Hello!")], model: .claudeOpus4_8)
    // -->
    /// Creates a message whose text is JSON of a type, and reads it.
    ///
    /// ```swift
    /// struct Report: Decodable {
    ///     var title: String
    ///     var findings: [String]
    /// }
    ///
    /// let report = try await client.messages.parse(params, as: Report.self).output
    /// ```
    ///
    /// The model is held to the schema of the type, as `JSONValue.init(schemaOf:)` finds it out. An output
    /// format that the parameters have already stays.
    ///
    /// - Parameters:
    ///   - params: What the call sends.
    ///   - type: What the text is to be read as.
    ///   - options: Settings of this call alone.
    /// - Returns: The output and the message.
    /// - Throws: `APIError`; ``StructuredOutputError`` when the model refused, was cut off or did not answer with text;
    ///   `CancellationError` when the task is cancelled.
    public func parse<Output: Decodable & Sendable>(
        _ params: MessageCreateParams,
        as type: Output.Type = Output.self,
        options: RequestOptions = .init()
    ) async throws -> ParsedMessage<Message, Output> {
        var params = params
        let config = params.outputConfig ?? OutputConfigParam()
        if config.format?.value == nil {
            let format = try JSONOutputFormatParam(type)
            params.outputConfig = config.replacing(\.format, with: .value(format))
        }
        let message = try await create(params, options: options.naming(helper: "messages.parse", for: client))
        return ParsedMessage(output: try message.output(as: type), message: message)
    }
}

nonisolated extension Beta.Messages {
    /// Creates a message whose text is JSON of a type, and reads it; see ``Messages/parse(_:as:options:)``.
    ///
    /// - Parameters:
    ///   - params: What the call sends. Structured output is turned on by a beta that is added to theirs.
    ///   - type: What the text is to be read as.
    ///   - options: Settings of this call alone.
    /// - Returns: The output and the message.
    /// - Throws: `APIError`; ``StructuredOutputError`` when the model refused, was cut off or did not answer with text;
    ///   `CancellationError` when the task is cancelled.
    public func parse<Output: Decodable & Sendable>(
        _ params: Beta.MessageCreateParams,
        as type: Output.Type = Output.self,
        options: RequestOptions = .init()
    ) async throws -> ParsedMessage<BetaMessage, Output> {
        var params = params
        let config = params.outputConfig ?? BetaOutputConfigParam()
        if config.format?.value == nil {
            let format = try BetaJSONOutputFormatParam(type)
            params.outputConfig = config.replacing(\.format, with: .value(format))
        }
        if params.betas?.contains(.structuredOutputs) != true {
            params.betas = (params.betas ?? []) + [.structuredOutputs]
        }
        let message = try await create(params, options: options.naming(helper: "beta.messages.parse", for: client))
        return ParsedMessage(output: try message.output(as: type), message: message)
    }
}

extension AnthropicBeta {
    /// The beta of structured output. No operation demands it, and the API's reference does not list it, so that the
    /// description in `Spec` has no place for it.
    fileprivate static var structuredOutputs: AnthropicBeta { "structured-outputs-2025-12-15" }
}
