import SDKRuntime

/// An outcome that a session is to reach, and how its work has been graded.
public struct SessionOutcome: Sendable, Hashable, Identifiable {
    /// The identifier of the outcome.
    public let id: String

    /// What the user has asked for; nil if that event has not been added.
    public internal(set) var definition: BetaManagedAgentsUserDefineOutcomeEvent?

    /// The rounds of grading that are over, in order.
    public internal(set) var evaluations: [BetaManagedAgentsSpanOutcomeEvaluationEndEvent] = []

    /// Whether a round of grading is going on.
    public internal(set) var isBeingGraded = false

    /// The verdict of the last round, such as `satisfied` or `needs_revision`; nil before the first is over.
    public var result: String? { evaluations.last?.result }
}

/// A message between two threads of a session.
public enum SessionThreadMessage: Sendable, Hashable, Identifiable {
    /// What a thread was told by another one.
    case received(BetaManagedAgentsAgentThreadMessageReceivedEvent)
    /// What a thread told another one.
    case sent(BetaManagedAgentsAgentThreadMessageSentEvent)

    /// The identifier of the event.
    public var id: String {
        switch self {
        case .received(let event): event.id
        case .sent(let event): event.id
        }
    }

    /// The other thread: the one that the message came from, or went to.
    public var threadID: String {
        switch self {
        case .received(let event): event.fromSessionThreadID
        case .sent(let event): event.toSessionThreadID
        }
    }

    /// The name of the agent in the other thread, if the service tells.
    public var agentName: String? {
        switch self {
        case .received(let event): event.fromAgentName?.value
        case .sent(let event): event.toAgentName?.value
        }
    }

    /// The text of the message: that of all text blocks, with nothing in between.
    public var text: String {
        switch self {
        case .received(let event):
            event.content.compactMap { if case .text(let block) = $0 { block.text } else { nil } }.joined()
        case .sent(let event):
            event.content.compactMap { if case .text(let block) = $0 { block.text } else { nil } }.joined()
        }
    }
}
