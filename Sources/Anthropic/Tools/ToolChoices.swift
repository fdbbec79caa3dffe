import SDKRuntime

extension ToolChoiceParam {
    /// The model uses tools as it sees fit: `toolChoice: .auto()`.
    ///
    /// - Parameter disableParallelToolUse: Whether it makes one call in a message at most. Nil: several at once.
    public static func auto(disableParallelToolUse: Bool? = nil) -> ToolChoiceParam {
        .auto(ToolChoiceAutoParam(disableParallelToolUse: disableParallelToolUse))
    }

    /// The model has to use a tool, whichever: `toolChoice: .any()`.
    ///
    /// - Parameter disableParallelToolUse: Whether it makes exactly one call. Nil: several at once.
    public static func any(disableParallelToolUse: Bool? = nil) -> ToolChoiceParam {
        .any(ToolChoiceAnyParam(disableParallelToolUse: disableParallelToolUse))
    }

    /// The model has to use that tool: `toolChoice: .tool("get_weather")`.
    ///
    /// - Parameters:
    ///   - name: The name of the tool.
    ///   - disableParallelToolUse: Whether it makes exactly one call. Nil: several at once.
    public static func tool(_ name: String, disableParallelToolUse: Bool? = nil) -> ToolChoiceParam {
        .tool(ToolChoiceToolParam(name: name, disableParallelToolUse: disableParallelToolUse))
    }
}

extension BetaToolChoiceParam {
    /// The model uses tools as it sees fit: `toolChoice: .auto()`.
    ///
    /// - Parameter disableParallelToolUse: Whether it makes one call in a message at most. Nil: several at once.
    public static func auto(disableParallelToolUse: Bool? = nil) -> BetaToolChoiceParam {
        .auto(BetaToolChoiceAutoParam(disableParallelToolUse: disableParallelToolUse))
    }

    /// The model has to use a tool, whichever: `toolChoice: .any()`.
    ///
    /// - Parameter disableParallelToolUse: Whether it makes exactly one call. Nil: several at once.
    public static func any(disableParallelToolUse: Bool? = nil) -> BetaToolChoiceParam {
        .any(BetaToolChoiceAnyParam(disableParallelToolUse: disableParallelToolUse))
    }

    /// The model has to use that tool: `toolChoice: .tool("get_weather")`.
    ///
    /// - Parameters:
    ///   - name: The name of the tool.
    ///   - disableParallelToolUse: Whether it makes exactly one call. Nil: several at once.
    public static func tool(_ name: String, disableParallelToolUse: Bool? = nil) -> BetaToolChoiceParam {
        .tool(BetaToolChoiceToolParam(name: name, disableParallelToolUse: disableParallelToolUse))
    }
}
