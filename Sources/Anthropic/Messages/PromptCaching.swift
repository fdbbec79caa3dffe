public import SDKRuntime

extension Nullable where Wrapped == CacheControlEphemeralParam {
    /// The end of a prefix of the prompt that the API keeps for later requests, for five minutes after each use.
    ///
    /// ```swift
    /// let manual = TextBlockParam(text: "All of the manual", cacheControl: .ephemeral)
    /// ```
    public static var ephemeral: Nullable { .value(CacheControlEphemeralParam()) }

    /// The same, for as long as the API is told.
    ///
    /// - Parameter ttl: How long the prefix is kept after each use.
    public static func ephemeral(ttl: CacheControlEphemeralParam.TTL) -> Nullable {
        .value(CacheControlEphemeralParam(ttl: ttl))
    }
}

extension ContentBlockParam {
    /// A text that is the end of a prefix to be cached: `.text(manual, cacheControl: .ephemeral)`.
    public static func text(
        _ text: String,
        cacheControl: Nullable<CacheControlEphemeralParam>?
    ) -> ContentBlockParam {
        .text(TextBlockParam(text: text, cacheControl: cacheControl))
    }
}

extension SystemPromptParam {
    /// A prompt that is the end of a prefix to be cached: `.text(manual, cacheControl: .ephemeral)`.
    public static func text(
        _ text: String,
        cacheControl: Nullable<CacheControlEphemeralParam>?
    ) -> SystemPromptParam {
        .blocks([TextBlockParam(text: text, cacheControl: cacheControl)])
    }
}

extension Nullable where Wrapped == BetaCacheControlEphemeralParam {
    /// The end of a prefix of the prompt that the API keeps for later requests, for five minutes after each use.
    public static var ephemeral: Nullable { .value(BetaCacheControlEphemeralParam()) }

    /// The same, for as long as the API is told.
    ///
    /// - Parameter ttl: How long the prefix is kept after each use.
    public static func ephemeral(ttl: BetaCacheControlEphemeralParam.TTL) -> Nullable {
        .value(BetaCacheControlEphemeralParam(ttl: ttl))
    }
}

extension BetaContentBlockParam {
    /// A text that is the end of a prefix to be cached: `.text(manual, cacheControl: .ephemeral)`.
    public static func text(
        _ text: String,
        cacheControl: Nullable<BetaCacheControlEphemeralParam>?
    ) -> BetaContentBlockParam {
        .text(BetaTextBlockParam(text: text, cacheControl: cacheControl))
    }
}

extension BetaSystemPromptParam {
    /// A prompt that is the end of a prefix to be cached: `.text(manual, cacheControl: .ephemeral)`.
    public static func text(
        _ text: String,
        cacheControl: Nullable<BetaCacheControlEphemeralParam>?
    ) -> BetaSystemPromptParam {
        .blocks([BetaTextBlockParam(text: text, cacheControl: cacheControl)])
    }
}
