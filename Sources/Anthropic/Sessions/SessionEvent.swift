public import SDKRuntime

/// An event of a session, streamed or listed, or of one of its threads.
public protocol SessionEvent: APIUnion {}

extension BetaManagedAgentsStreamSessionEvents: SessionEvent {}
extension BetaManagedAgentsSessionEvent: SessionEvent {}
extension BetaManagedAgentsStreamSessionThreadEvents: SessionEvent {}
extension BetaManagedAgentsSentSessionEvent: SessionEvent {}

/// A message of a session.
public enum SessionMessage: Sendable, Hashable, Identifiable {
    /// What the user said.
    case user(BetaManagedAgentsUserMessageEvent)
    /// What the agent said.
    case agent(BetaManagedAgentsAgentMessageEvent)

    /// The identifier of the event.
    public var id: String {
        switch self {
        case .user(let event): event.id
        case .agent(let event): event.id
        }
    }

    /// The text of the message: that of all text blocks, with nothing in between.
    public var text: String {
        switch self {
        case .user(let event): event.text
        case .agent(let event): event.text
        }
    }
}

extension BetaManagedAgentsAgentMessageEvent {
    /// The text of the message: that of all blocks, with nothing in between.
    public var text: String { content.map(\.text).joined() }
}

extension BetaManagedAgentsUserMessageEvent {
    /// The text of the message: that of all text blocks, with nothing in between.
    public var text: String {
        content.compactMap { if case .text(let block) = $0 { block.text } else { nil } }.joined()
    }
}
