import SDKRuntime

extension MessageCountTokensParams {
    // <!-- swift
    // let params = MessageCreateParams(maxTokens: 1024, messages: [.user("Hello!")], model: .claudeOpus4_8)
    // -->
    /// What counts the tokens of a message before it is asked for.
    ///
    /// ```swift
    /// let count = try await client.messages.countTokens(.init(params))
    /// print(count.inputTokens)
    /// ```
    ///
    /// What makes no difference to the input, such as `maxTokens`, is left out, and so are extra fields.
    public init(_ params: MessageCreateParams) {
        self.init(
            messages: params.messages,
            model: params.model,
            cacheControl: params.cacheControl,
            outputConfig: params.outputConfig,
            system: params.system,
            thinking: params.thinking,
            toolChoice: params.toolChoice,
            tools: params.tools?.map { MessageCountTokensToolParam($0) }
        )
    }
}

extension Beta.MessageCountTokensParams {
    /// What counts the tokens of a message before it is asked for; see ``MessageCountTokensParams/init(_:)``.
    public init(_ params: Beta.MessageCreateParams) {
        self.init(
            messages: params.messages,
            model: params.model,
            cacheControl: params.cacheControl,
            contextManagement: params.contextManagement,
            mcpServers: params.mcpServers,
            outputConfig: params.outputConfig,
            speed: params.speed,
            system: params.system,
            thinking: params.thinking,
            toolChoice: params.toolChoice,
            tools: params.tools,
            betas: params.betas
        )
    }
}

extension MessageCountTokensToolParam {
    /// The definition of a tool, to be counted.
    public init(_ tool: ToolUnionParam) {
        self =
            switch tool {
            case .custom(let tool): .custom(tool)
            case .bash20250124(let tool): .bash20250124(tool)
            case .codeExecution20250522(let tool): .codeExecution20250522(tool)
            case .codeExecution20250825(let tool): .codeExecution20250825(tool)
            case .codeExecution20260120(let tool): .codeExecution20260120(tool)
            case .memory20250818(let tool): .memory20250818(tool)
            case .textEditor20250124(let tool): .textEditor20250124(tool)
            case .textEditor20250429(let tool): .textEditor20250429(tool)
            case .textEditor20250728(let tool): .textEditor20250728(tool)
            case .webSearch20250305(let tool): .webSearch20250305(tool)
            case .webFetch20250910(let tool): .webFetch20250910(tool)
            case .webSearch20260209(let tool): .webSearch20260209(tool)
            case .webFetch20260209(let tool): .webFetch20260209(tool)
            case .webFetch20260309(let tool): .webFetch20260309(tool)
            case .toolSearchToolBm25_20251119(let tool): .toolSearchToolBm25_20251119(tool)
            case .toolSearchToolRegex20251119(let tool): .toolSearchToolRegex20251119(tool)
            case .unknown(let tool): .unknown(tool)
            }
    }
}
