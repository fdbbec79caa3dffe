import SDKRuntime

/// Adds the member of an event to a transcript. The unions of events are several, and their members the same.
struct TranscriptVisitor: UnionVisitor {
    var transcript: SessionTranscript

    mutating func visit<Member: JSONCodable & Hashable>(_ member: Member, at index: Int) {
        switch member {
        case let event as BetaManagedAgentsUserMessageEvent: transcript.set(message: .user(event))
        case let event as BetaManagedAgentsAgentMessageEvent: transcript.set(message: .agent(event))
        case let event as BetaManagedAgentsAgentToolUseEvent: transcript.set(call: .builtIn(event))
        case let event as BetaManagedAgentsAgentMCPToolUseEvent: transcript.set(call: .mcp(event))
        case let event as BetaManagedAgentsAgentCustomToolUseEvent: transcript.set(call: .custom(event))
        case let event as BetaManagedAgentsUserToolConfirmationEvent: transcript.set(confirmation: event)
        case let event as BetaManagedAgentsAgentToolResultEvent: transcript.set(result: .builtIn(event))
        case let event as BetaManagedAgentsAgentMCPToolResultEvent: transcript.set(result: .mcp(event))
        case let event as BetaManagedAgentsUserCustomToolResultEvent: transcript.set(result: .custom(event))
        case let event as BetaManagedAgentsUserToolResultEvent: transcript.set(result: .user(event))
        default: visitChange(member)
        }
    }

    /// Adds an event that changes something, which counts once.
    private mutating func visitChange<Member: JSONCodable & Hashable>(_ member: Member) {
        switch member {
        case let event as BetaManagedAgentsSessionStatusRunningEvent where transcript.isNew(event.id):
            transcript.set(status: .running, at: event.processedAt)
        case let event as BetaManagedAgentsSessionStatusRescheduledEvent where transcript.isNew(event.id):
            transcript.set(status: .rescheduling, at: event.processedAt)
        case let event as BetaManagedAgentsSessionStatusTerminatedEvent where transcript.isNew(event.id):
            transcript.set(status: .terminated, at: event.processedAt)
        case let event as BetaManagedAgentsSessionStatusIdleEvent where transcript.isNew(event.id):
            transcript.set(status: .idle, at: event.processedAt, event.stopReason)
        case let event as BetaManagedAgentsSpanModelRequestEndEvent where transcript.isNew(event.id):
            transcript.append(event.modelUsage)
        case let event as BetaManagedAgentsSessionErrorEvent where transcript.isNew(event.id):
            transcript.append(event)
        case is BetaManagedAgentsSessionDeletedEvent:
            transcript.delete()
        default:
            visitThread(member)
        }
    }

    private mutating func visitThread<Member: JSONCodable & Hashable>(_ member: Member) {
        switch member {
        case let event as BetaManagedAgentsSessionThreadCreatedEvent where transcript.isNew(event.id):
            transcript.set(thread: event.sessionThreadID, event.agentName, nil, at: event.processedAt)
        case let event as BetaManagedAgentsSessionThreadStatusRunningEvent where transcript.isNew(event.id):
            transcript.set(thread: event.sessionThreadID, event.agentName, .running, at: event.processedAt)
        case let event as BetaManagedAgentsSessionThreadStatusIdleEvent where transcript.isNew(event.id):
            transcript.set(thread: event.sessionThreadID, event.agentName, .idle, at: event.processedAt)
        case let event as BetaManagedAgentsSessionThreadStatusTerminatedEvent where transcript.isNew(event.id):
            transcript.set(thread: event.sessionThreadID, event.agentName, .terminated, at: event.processedAt)
        case let event as BetaManagedAgentsSessionThreadStatusRescheduledEvent where transcript.isNew(event.id):
            transcript.set(thread: event.sessionThreadID, event.agentName, .rescheduling, at: event.processedAt)
        default:
            visitWork(member)
        }
    }
}
