import SDKRuntime

/// What the events of a session come to: its messages, its calls of tools with their results, its state, its usage.
///
/// ```swift
/// var transcript = SessionTranscript()
/// for try await event in try await client.beta.sessions.events.stream(sessionID: id) {
///     transcript.add(event)
///     if transcript.isSettled { break }
/// }
/// print(transcript.messages.last?.text ?? "")
/// ```
///
/// An event counts once, however often it is added, so that what a stream missed can be filled in from the list of events:
/// open the stream, add the listed events, then those of the stream. An event that comes again takes the place of its
/// former self: those of the user do when the session gets to them.
public struct SessionTranscript: Sendable {
    /// The messages of user and agent, in order.
    public var messages: [SessionMessage] { messageIDs.compactMap { messagesByID[$0] } }

    /// The calls of tools, in order.
    public var toolUses: [SessionToolUse] { callIDs.compactMap(toolUse) }

    /// What the session is doing; nil before an event has told.
    public private(set) var status: BetaManagedAgentsSession.Status?

    /// Why the session is idle; nil when it is not.
    public private(set) var stopReason: BetaManagedAgentsSessionStatusIdleEvent.StopReason?

    /// Whether the session has been deleted.
    public private(set) var isDeleted = false

    /// The threads that the session has beside its first one, in the order in which they appeared.
    public var threads: [SessionThread] { threadIDs.compactMap { threadsByID[$0] } }

    /// The messages between the threads of the session, in order.
    public internal(set) var threadMessages: [SessionThreadMessage] = []

    /// The outcomes that the session is to reach, in the order in which they appeared.
    public var outcomes: [SessionOutcome] { outcomeIDs.compactMap { outcomesByID[$0] } }

    /// The times at which the context of a thread was summed up to make room.
    public internal(set) var compactions: [BetaManagedAgentsAgentThreadContextCompactedEvent] = []

    /// The title that an update has given the session; nil before one, or when it took the title away.
    public internal(set) var title: String?

    /// The metadata that an update has given the session; nil before one.
    public internal(set) var metadata: [String: String]?

    /// The configuration of the agent that an update has given the session; nil before one.
    public internal(set) var agent: BetaManagedAgentsSessionAgent?

    /// What has gone wrong, in order.
    public private(set) var errors: [BetaManagedAgentsSessionErrorEvent] = []

    /// The tokens of all requests to models that are over.
    public private(set) var usage = BetaManagedAgentsSpanModelUsage(
        cacheCreationInputTokens: 0,
        cacheReadInputTokens: 0,
        inputTokens: 0,
        outputTokens: 0
    )

    private var seen: Set<String> = []
    private var messageIDs: [String] = []
    private var messagesByID: [String: SessionMessage] = [:]
    private var callIDs: [String] = []
    private var calls: [String: SessionToolUse.Call] = [:]
    private var confirmations: [String: BetaManagedAgentsUserToolConfirmationEvent] = [:]
    private var results: [String: SessionToolUse.Outcome] = [:]
    private var threadIDs: [String] = []
    private var threadsByID: [String: SessionThread] = [:]
    var outcomeIDs: [String] = []
    var outcomesByID: [String: SessionOutcome] = [:]

    /// Nothing has happened.
    public init() {}

    /// The call of a tool, by its identifier.
    public func toolUse(_ id: String) -> SessionToolUse? {
        calls[id].map { SessionToolUse(call: $0, confirmation: confirmations[id], result: results[id]) }
    }

    /// Whether the session waits for the client, and is neither terminated nor deleted.
    public var isIdle: Bool { status == .idle && !isDeleted }

    /// Whether the session is terminated or deleted: nothing more will happen in it.
    public var hasEnded: Bool { status == .terminated || isDeleted }

    /// Whether nothing more happens unless the client does something: the session is idle, or has ended.
    public var isSettled: Bool { isIdle || hasEnded }

    /// The calls that keep the session from going on: each wants a confirmation or a result from the client.
    public var pendingToolUses: [SessionToolUse] {
        guard isIdle, case .requiresAction(let reason) = stopReason else { return [] }
        return reason.eventIDs.compactMap(toolUse).filter { $0.confirmation == nil && $0.result == nil }
    }

    /// Adds an event.
    public mutating func add(_ event: some SessionEvent) {
        var visitor = TranscriptVisitor(transcript: self)
        // One owner at a time: the collections would be copied otherwise.
        self = SessionTranscript()
        event.accept(&visitor)
        self = visitor.transcript
    }
}

/// A thread of a session, beside its first one.
public struct SessionThread: Sendable, Hashable, Identifiable {
    /// The identifier of the thread.
    public let id: String
    /// The name of the agent that runs in it.
    public let agentName: String
    /// What the thread is doing; nil before an event has told.
    public internal(set) var status: BetaManagedAgentsSessionThreadStatus?
}

// MARK: - What events change

extension SessionTranscript {
    /// Whether the event of that identifier has not been added yet.
    mutating func isNew(_ id: String) -> Bool { seen.insert(id).inserted }

    mutating func set(message: SessionMessage) {
        if messagesByID.updateValue(message, forKey: message.id) == nil { messageIDs.append(message.id) }
    }

    mutating func set(call: SessionToolUse.Call) {
        if calls.updateValue(call, forKey: call.id) == nil { callIDs.append(call.id) }
    }

    mutating func set(confirmation: BetaManagedAgentsUserToolConfirmationEvent) {
        confirmations[confirmation.toolUseID] = confirmation
    }

    mutating func set(result: SessionToolUse.Outcome) {
        results[result.toolUseID] = result
    }

    mutating func set(
        status: BetaManagedAgentsSession.Status,
        _ stopReason: BetaManagedAgentsSessionStatusIdleEvent.StopReason? = nil
    ) {
        self.status = status
        self.stopReason = stopReason
    }

    mutating func set(thread id: String, _ agentName: String, _ status: BetaManagedAgentsSessionThreadStatus?) {
        let thread = SessionThread(id: id, agentName: agentName, status: status ?? threadsByID[id]?.status)
        if threadsByID.updateValue(thread, forKey: id) == nil { threadIDs.append(id) }
    }

    mutating func append(_ error: BetaManagedAgentsSessionErrorEvent) {
        errors.append(error)
    }

    mutating func append(_ more: BetaManagedAgentsSpanModelUsage) {
        usage = BetaManagedAgentsSpanModelUsage(
            cacheCreationInputTokens: sum(usage.cacheCreationInputTokens, more.cacheCreationInputTokens),
            cacheReadInputTokens: sum(usage.cacheReadInputTokens, more.cacheReadInputTokens),
            inputTokens: sum(usage.inputTokens, more.inputTokens),
            outputTokens: sum(usage.outputTokens, more.outputTokens)
        )
    }

    mutating func delete() {
        isDeleted = true
    }

    /// The sum of two counts, as far as there are numbers.
    private func sum(_ left: Int, _ right: Int) -> Int {
        let (sum, isBeyond) = left.addingReportingOverflow(right)
        return isBeyond ? (right < 0 ? .min : .max) : sum
    }
}
