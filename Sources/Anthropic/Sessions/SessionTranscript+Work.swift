import SDKRuntime

// What events say of the work of a session: its outcomes, its configuration, its threads.

extension SessionTranscript {
    mutating func changeOutcome(_ id: String, _ change: (inout SessionOutcome) -> Void) {
        if outcomesByID[id] == nil { outcomeIDs.append(id) }
        change(&outcomesByID[id, default: SessionOutcome(id: id)])
    }

    mutating func append(_ message: SessionThreadMessage) {
        threadMessages.insert(message, inOrderOf: message.processedAt) { $0.processedAt }
    }

    mutating func append(_ compaction: BetaManagedAgentsAgentThreadContextCompactedEvent) {
        compactions.insert(compaction, inOrderOf: compaction.processedAt) { $0.processedAt }
    }

    /// Takes what an update has changed; what it leaves out stays. One that is older than another comes too late.
    mutating func update(_ event: BetaManagedAgentsSessionUpdatedEvent) {
        guard isLatest(event.processedAt, .update) else { return }
        if let title = event.title { self.title = title.value }
        if let metadata = event.metadata { self.metadata = metadata }
        if let agent = event.agent { self.agent = agent.value }
    }
}

extension TranscriptVisitor {
    mutating func visitWork<Member: JSONCodable & Hashable>(_ member: Member) {
        switch member {
        case let event as BetaManagedAgentsUserDefineOutcomeEvent:
            transcript.changeOutcome(event.outcomeID) { $0.definition = event }
        case let event as BetaManagedAgentsSpanOutcomeEvaluationStartEvent where transcript.isNew(event.id):
            transcript.changeOutcome(event.outcomeID) { $0.isBeingGraded = true }
        case let event as BetaManagedAgentsSpanOutcomeEvaluationOngoingEvent where transcript.isNew(event.id):
            transcript.changeOutcome(event.outcomeID) { $0.isBeingGraded = true }
        case let event as BetaManagedAgentsSpanOutcomeEvaluationEndEvent where transcript.isNew(event.id):
            transcript.changeOutcome(event.outcomeID) { outcome in
                outcome.isBeingGraded = false
                outcome.evaluations.append(event)
            }
        case let event as BetaManagedAgentsSessionUpdatedEvent where transcript.isNew(event.id):
            transcript.update(event)
        case let event as BetaManagedAgentsAgentThreadMessageReceivedEvent where transcript.isNew(event.id):
            transcript.append(.received(event))
        case let event as BetaManagedAgentsAgentThreadMessageSentEvent where transcript.isNew(event.id):
            transcript.append(.sent(event))
        case let event as BetaManagedAgentsAgentThreadContextCompactedEvent where transcript.isNew(event.id):
            transcript.append(event)
        default:
            break
        }
    }
}
