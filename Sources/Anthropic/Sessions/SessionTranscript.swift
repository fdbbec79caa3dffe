import SDKRuntime

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

// <!-- swift
// let id = "sesn_1"
// -->
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
/// An event counts once, however often it is added, and in whatever order events are added, they count by the time at which
/// they happened. So what a stream missed can be filled in from the list of events, before it or after it. A message, call
/// or result that comes again takes the place of its former self: messages of the user do when the session gets to them.
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
    public var threads: [SessionThread] { threadIDs.ids.compactMap { threadsByID[$0] } }

    /// The messages between the threads of the session, in order.
    public internal(set) var threadMessages: [SessionThreadMessage] = []

    /// The outcomes that the session is to reach, in the order in which they appeared.
    public var outcomes: [SessionOutcome] { outcomeIDs.ids.compactMap { outcomesByID[$0] } }

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
    private var threadIDs = Appearances()
    private var threadsByID: [String: SessionThread] = [:]
    /// When the latest event was that has told of something.
    var latest: [Subject: Date] = [:]
    /// Whether the client has asked for something since the last state, which the session has not got to.
    var hasWaitingRequest = false
    var outcomeIDs = Appearances()
    var outcomesByID: [String: SessionOutcome] = [:]

    /// Nothing has happened.
    public init() {}

    /// The call of a tool, by its identifier.
    public func toolUse(_ id: String) -> SessionToolUse? {
        calls[id].map { SessionToolUse(call: $0, confirmation: confirmations[id], result: results[id]) }
    }

    /// Whether the session waits for the client: it is neither at work, terminated nor deleted, and has said so
    /// after everything that the client has asked of it: messages, outcomes, confirmations and results of tools.
    public var isIdle: Bool { isWaiting && !hasRequest }

    private var isWaiting: Bool { status == .idle && !isDeleted }

    /// Whether the session is terminated or deleted: nothing more will happen in it.
    public var hasEnded: Bool { status == .terminated || isDeleted }

    /// Whether nothing more happens unless the client does something: the session is idle, or has ended.
    public var isSettled: Bool { isIdle || hasEnded }

    /// The calls that keep the session from going on: each wants a confirmation or a result from the client.
    public var pendingToolUses: [SessionToolUse] {
        guard isWaiting, case .requiresAction(let reason) = stopReason else { return [] }
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
        let time = message.processedAt
        let known = messagesByID[message.id]
        // What the session has got to does not wait again.
        if known?.processedAt != nil, time == nil { return }
        messagesByID[message.id] = message
        if known?.processedAt == nil {
            // One that waited has its place from now on.
            if known != nil { messageIDs.removeAll { $0 == message.id } }
            messageIDs.insert(message.id, inOrderOf: time) { messagesByID[$0]?.processedAt }
        }
        if case .user = message { note(request: message.id, at: time) }
    }

    mutating func set(call: SessionToolUse.Call) {
        if calls.updateValue(call, forKey: call.id) == nil {
            callIDs.insert(call.id, inOrderOf: call.processedAt) { calls[$0]?.processedAt }
        }
    }

    mutating func set(confirmation: BetaManagedAgentsUserToolConfirmationEvent) {
        confirmations[confirmation.toolUseID] = confirmation
        note(request: confirmation.id, at: confirmation.processedAt?.value)
    }

    mutating func set(result: SessionToolUse.Outcome) {
        results[result.toolUseID] = result
        switch result {
        case .custom(let event): note(request: event.id, at: event.processedAt?.value)
        case .user(let event): note(request: event.id, at: event.processedAt?.value)
        case .builtIn, .mcp: break
        }
    }

    mutating func set(
        status: BetaManagedAgentsSession.Status,
        at time: Date,
        _ stopReason: BetaManagedAgentsSessionStatusIdleEvent.StopReason? = nil
    ) {
        guard isLatest(time, .status) else { return }
        self.status = status
        self.stopReason = stopReason
        hasWaitingRequest = false
    }

    mutating func set(
        thread id: String,
        _ agentName: String,
        _ status: BetaManagedAgentsSessionThreadStatus?,
        at time: Date
    ) {
        threadIDs.note(id, at: time)
        let known = threadsByID[id]
        let isNews = status != nil && isLatest(time, .thread(id))
        threadsByID[id] = SessionThread(id: id, agentName: agentName, status: isNews ? status : known?.status)
    }

    mutating func append(_ error: BetaManagedAgentsSessionErrorEvent) {
        errors.insert(error, inOrderOf: error.processedAt) { $0.processedAt }
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
