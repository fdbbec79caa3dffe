import SDKRuntime

extension ThinkingConfigParam {
    /// The model decides how much it thinks: `thinking: .adaptive()`.
    ///
    /// - Parameter display: Whether the thinking is in the answer. Nil: what the API does by itself.
    public static func adaptive(display: ThinkingDisplay? = nil) -> ThinkingConfigParam {
        .adaptive(ThinkingConfigAdaptiveParam(display: display.map { .value($0) }))
    }

    /// The model thinks before it answers: `thinking: .enabled(budgetTokens: 4096)`.
    ///
    /// - Parameters:
    ///   - budgetTokens: The tokens that it may spend on that: at least 1024, and less than `maxTokens`.
    ///   - display: Whether the thinking is in the answer. Nil: what the API does by itself.
    public static func enabled(
        budgetTokens: Int,
        display: ThinkingDisplay? = nil
    ) -> ThinkingConfigParam {
        .enabled(ThinkingConfigEnabledParam(budgetTokens: budgetTokens, display: display.map { .value($0) }))
    }

    /// The model answers without thinking first: `thinking: .disabled()`.
    public static func disabled() -> ThinkingConfigParam {
        .disabled(ThinkingConfigDisabledParam())
    }
}

extension BetaThinkingConfigParam {
    /// The model decides how much it thinks: `thinking: .adaptive()`.
    ///
    /// - Parameter display: Whether the thinking is in the answer. Nil: what the API does by itself.
    public static func adaptive(display: BetaThinkingDisplay? = nil) -> BetaThinkingConfigParam {
        .adaptive(BetaThinkingConfigAdaptiveParam(display: display.map { .value($0) }))
    }

    /// The model thinks before it answers: `thinking: .enabled(budgetTokens: 4096)`.
    ///
    /// - Parameters:
    ///   - budgetTokens: The tokens that it may spend on that: at least 1024, and less than `maxTokens`.
    ///   - display: Whether the thinking is in the answer. Nil: what the API does by itself.
    public static func enabled(
        budgetTokens: Int,
        display: BetaThinkingDisplay? = nil
    ) -> BetaThinkingConfigParam {
        .enabled(BetaThinkingConfigEnabledParam(budgetTokens: budgetTokens, display: display.map { .value($0) }))
    }

    /// The model answers without thinking first: `thinking: .disabled()`.
    public static func disabled() -> BetaThinkingConfigParam {
        .disabled(BetaThinkingConfigDisabledParam())
    }
}
