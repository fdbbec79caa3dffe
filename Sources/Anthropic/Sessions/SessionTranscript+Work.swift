import SDKRuntime

// What events say of the work of a session: its outcomes, its configuration, its threads.

extension SessionTranscript {
    mutating func changeOutcome(_ id: String, at time: Date, _ change: (inout SessionOutcome) -> Void) {
        outcomeIDs.note(id, at: time)
        change(&outcomesByID[id, default: SessionOutcome(id: id)])
    }

    /// A round of grading has begun, or is over.
    mutating func setGrading(of id: String, _ isGoingOn: Bool, at time: Date) {
        let isNews = isLatest(time, .grading(id))
        changeOutcome(id, at: time) { if isNews { $0.isBeingGraded = isGoingOn } }
    }

    mutating func append(_ message: SessionThreadMessage) {
        threadMessages.insert(message, inOrderOf: message.processedAt) { $0.processedAt }
    }

    mutating func append(_ compaction: BetaManagedAgentsAgentThreadContextCompactedEvent) {
        compactions.insert(compaction, inOrderOf: compaction.processedAt) { $0.processedAt }
    }

    /// Takes what an update has changed, unless a later one has changed it again; what it leaves out stays.
    mutating func update(_ event: BetaManagedAgentsSessionUpdatedEvent) {
        let time = event.processedAt
        if let title = event.title, isLatest(time, .title) { self.title = title.value }
        if let metadata = event.metadata, isLatest(time, .metadata) { self.metadata = metadata }
        if let agent = event.agent, isLatest(time, .agent) { self.agent = agent.value }
    }
}

extension TranscriptVisitor {
    mutating func visitWork<Member: JSONCodable & Hashable>(_ member: Member) {
        switch member {
        case let event as BetaManagedAgentsUserDefineOutcomeEvent:
            transcript.changeOutcome(event.outcomeID, at: event.processedAt) { $0.definition = event }
            transcript.note(request: event.id, at: event.processedAt)
        case let event as BetaManagedAgentsSpanOutcomeEvaluationStartEvent where transcript.isNew(event.id):
            transcript.setGrading(of: event.outcomeID, true, at: event.processedAt)
        case let event as BetaManagedAgentsSpanOutcomeEvaluationOngoingEvent where transcript.isNew(event.id):
            transcript.setGrading(of: event.outcomeID, true, at: event.processedAt)
        case let event as BetaManagedAgentsSpanOutcomeEvaluationEndEvent where transcript.isNew(event.id):
            transcript.setGrading(of: event.outcomeID, false, at: event.processedAt)
            transcript.changeOutcome(event.outcomeID, at: event.processedAt) { outcome in
                outcome.evaluations.insert(event, inOrderOf: event.processedAt) { $0.processedAt }
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
