public import SDKRuntime

// What is sent to a session, in short.

extension BetaManagedAgentsEventParams {
    /// A message of the user: a text.
    public static func user(_ text: String) -> BetaManagedAgentsEventParams {
        .user([.text(text)])
    }

    /// A message of the user: blocks.
    public static func user(
        _ content: [BetaManagedAgentsUserMessageEventParams.Content]
    ) -> BetaManagedAgentsEventParams {
        .userMessage(BetaManagedAgentsUserMessageEventParams(content: content))
    }

    /// Stops what the session is doing.
    ///
    /// - Parameter threadID: The thread that is to stop. Nil: all of them.
    public static func interrupt(threadID: String? = nil) -> BetaManagedAgentsEventParams {
        .userInterrupt(BetaManagedAgentsUserInterruptEventParams(sessionThreadID: threadID.map { .value($0) }))
    }

    /// Allows a call of a tool that the session asks about.
    public static func allow(toolUseID: String) -> BetaManagedAgentsEventParams {
        .userToolConfirmation(BetaManagedAgentsUserToolConfirmationEventParams(result: .allow, toolUseID: toolUseID))
    }

    /// Denies a call of a tool that the session asks about.
    ///
    /// - Parameters:
    ///   - toolUseID: The call.
    ///   - message: What the agent is told.
    public static func deny(toolUseID: String, message: String? = nil) -> BetaManagedAgentsEventParams {
        .userToolConfirmation(
            BetaManagedAgentsUserToolConfirmationEventParams(
                result: .deny,
                toolUseID: toolUseID,
                denyMessage: message.map { .value($0) }
            )
        )
    }

    /// What a tool of the client's own came to: a text.
    public static func customToolResult(
        _ text: String,
        for toolUseID: String,
        isError: Bool = false
    ) -> BetaManagedAgentsEventParams {
        .userCustomToolResult(
            BetaManagedAgentsUserCustomToolResultEventParams(
                customToolUseID: toolUseID,
                content: [.text(BetaManagedAgentsTextBlock(text: text))],
                isError: isError ? .value(true) : nil
            )
        )
    }
}

extension BetaManagedAgentsUserMessageEventParams.Content {
    /// A text.
    public static func text(_ text: String) -> BetaManagedAgentsUserMessageEventParams.Content {
        .text(BetaManagedAgentsTextBlock(text: text))
    }
}

extension Beta.Sessions.Events {
    // <!-- swift
    // let session = try await client.beta.sessions.retrieve(sessionID: "sesn_1")
    // -->
    /// Sends events to a session.
    ///
    /// ```swift
    /// _ = try await client.beta.sessions.events.send(sessionID: session.id, .user("Add up the receipts."))
    /// ```
    ///
    /// - Parameters:
    ///   - sessionID: ID of the session.
    ///   - first: The first event.
    ///   - more: The others, in order.
    ///   - options: Settings of this call alone.
    /// - Returns: The events as the session has taken them.
    /// - Throws: `APIError`, or `CancellationError` when the task is cancelled.
    @discardableResult
    public func send(
        sessionID: String,
        _ first: BetaManagedAgentsEventParams,
        _ more: BetaManagedAgentsEventParams...,
        options: RequestOptions = .init()
    ) async throws -> BetaManagedAgentsSendSessionEvents {
        try await send(sessionID: sessionID, Beta.Sessions.EventSendParams(events: [first] + more), options: options)
    }
}
