import SDKRuntime

extension ToolUseBlock {
    // <!-- swift
    // struct Place: Decodable { var city: String }
    // let message = try await client.messages.create(
    //     .init(maxTokens: 1024, messages: [.user("Hello!")], model: .claudeOpus4_8)
    // )
    // -->
    /// Reads the input of the call as a type, by the conventions that `JSONValue.init(schemaOf:)` states: dates, for example,
    /// are RFC 3339 timestamps.
    ///
    /// ```swift
    /// for use in message.toolUses where use.name == "get_weather" {
    ///     let place = try use.input(as: Place.self)
    ///     print(place.city)
    /// }
    /// ```
    ///
    /// - Throws: `DecodingError`, and what the type itself throws, when the input does not fit.
    public func input<Input: Decodable>(as type: Input.Type = Input.self) throws -> Input {
        try JSONValue(input).decode(codable: type)
    }
}

extension BetaToolUseBlock {
    /// Reads the input of the call as a type; see ``ToolUseBlock/input(as:)``.
    ///
    /// - Throws: `DecodingError`, and what the type itself throws, when the input does not fit.
    public func input<Input: Decodable>(as type: Input.Type = Input.self) throws -> Input {
        try JSONValue(input).decode(codable: type)
    }
}

extension SessionToolUse {
    /// Reads the input of the call as a type; see ``ToolUseBlock/input(as:)``.
    ///
    /// - Throws: `DecodingError`, and what the type itself throws, when the input does not fit.
    public func input<Input: Decodable>(as type: Input.Type = Input.self) throws -> Input {
        try JSONValue(input).decode(codable: type)
    }
}
