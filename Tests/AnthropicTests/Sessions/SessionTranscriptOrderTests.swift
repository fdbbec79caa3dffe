import Anthropic
import Foundation
import TestSupport
import Testing

/// Events count by their times, whatever order they are added in.
@Suite struct SessionTranscriptOrderTests {
    enum Order: CaseIterable {
        case forwards, backwards, shuffled
    }

    /// A session of two turns. Each event happened a second after the one before it.
    private static let events: [JSONObject] = [
        ["type": "user.message", "content": text("Sum it up.")],
        ["type": "session.status_running"],
        ["type": "agent.tool_use", "name": "read", "input": [:]],
        ["type": "agent.tool_result", "tool_use_id": "e3"],
        ["type": "session.thread_created", "session_thread_id": "t1", "agent_name": "reader"],
        ["type": "session.thread_status_running", "session_thread_id": "t1", "agent_name": "reader"],
        ["type": "session.thread_created", "session_thread_id": "t2", "agent_name": "writer"],
        ["type": "agent.thread_message_sent", "to_session_thread_id": "t1", "content": text("Read.")],
        ["type": "agent.thread_message_received", "from_session_thread_id": "t1", "content": text("Read it.")],
        ["type": "session.thread_status_idle", "session_thread_id": "t1", "agent_name": "reader"],
        ["type": "agent.thread_context_compacted"],
        ["type": "session.error", "error": ["type": "model_overloaded_error", "message": "busy"]],
        ["type": "agent.thread_context_compacted"],
        ["type": "session.error", "error": ["type": "billing_error", "message": "no credit"]],
        ["type": "user.define_outcome", "outcome_id": "o1", "description": "A table.", "rubric": rubric],
        ["type": "span.outcome_evaluation_start", "outcome_id": "o1", "iteration": 0],
        grade("needs_revision", 0),
        ["type": "span.outcome_evaluation_start", "outcome_id": "o1", "iteration": 1],
        ["type": "span.outcome_evaluation_ongoing", "outcome_id": "o1", "iteration": 1],
        grade("satisfied", 1),
        ["type": "span.outcome_evaluation_start", "outcome_id": "o2", "iteration": 0],
        ["type": "session.updated", "title": "Mars", "metadata": ["month": "2"]],
        ["type": "session.updated", "title": "March"],
        ["type": "session.updated", "metadata": ["month": "3"]],
        ["type": "agent.custom_tool_use", "name": "ask", "input": [:]],
        ["type": "session.status_idle", "stop_reason": ["type": "requires_action", "event_ids": ["e25"]]],
        ["type": "user.custom_tool_result", "custom_tool_use_id": "e25"],
        ["type": "session.status_running"],
        ["type": "agent.message", "content": text("It is six.")],
        ["type": "session.status_idle", "stop_reason": ["type": "end_turn"]],
    ]

    private static let rubric: JSONValue = ["type": "text", "content": "One row each."]

    private static func text(_ text: JSONValue) -> JSONValue { [["type": "text", "text": text]] }

    private static func grade(_ result: JSONValue, _ round: JSONValue) -> JSONObject {
        [
            "type": "span.outcome_evaluation_end", "outcome_id": "o1", "iteration": round, "result": result,
            "explanation": "…", "outcome_evaluation_start_id": "s",
            "usage": [
                "input_tokens": 1, "output_tokens": 1, "cache_creation_input_tokens": 0, "cache_read_input_tokens": 0,
            ],
        ]
    }

    /// The transcript of the first events, which are named `e1`, `e2` and so on.
    private static func transcript(ofFirst count: Int = events.count, _ order: Order) throws -> SessionTranscript {
        var events = try events.prefix(count).enumerated().map { index, event in
            var event = event
            let seconds = index + 1 < 10 ? "0\(index + 1)" : "\(index + 1)"
            event["id"] = .string("e\(index + 1)")
            event["processed_at"] = .string("2026-05-04T03:02:\(seconds)Z")
            return try JSONValue.object(event).decode(as: BetaManagedAgentsSessionEvent.self)
        }
        switch order {
        case .forwards: break
        case .backwards: events.reverse()
        case .shuffled:
            var generator = SeededGenerator(seed: 7)
            events.shuffle(using: &generator)
        }
        var transcript = SessionTranscript()
        for event in events { transcript.add(event) }
        return transcript
    }

    @Test(arguments: Order.allCases)
    func `a session that is over its work`(_ order: Order) throws {
        let transcript = try Self.transcript(order)
        #expect(transcript.messages.map(\.text) == ["Sum it up.", "It is six."])
        #expect(transcript.toolUses.map(\.name) == ["read", "ask"])
        #expect(transcript.toolUses.map { $0.result != nil } == [true, true])
        #expect(transcript.threads.map(\.agentName) == ["reader", "writer"])
        #expect(transcript.threads.map(\.status) == [.idle, nil])
        #expect(transcript.threadMessages.map(\.text) == ["Read.", "Read it."])
        #expect(transcript.compactions.map(\.id) == ["e11", "e13"])
        #expect(transcript.errors.map(\.id) == ["e12", "e14"])
        #expect(transcript.outcomes.map(\.id) == ["o1", "o2"])
        #expect(transcript.outcomes.first?.evaluations.map(\.result) == ["needs_revision", "satisfied"])
        #expect(transcript.outcomes.map(\.isBeingGraded) == [false, true])
        #expect(transcript.title == "March")
        #expect(transcript.metadata == ["month": "3"])
        #expect(transcript.isIdle)
        #expect(transcript.pendingToolUses.isEmpty)
    }

    /// What the session is doing after its first events: idle only when it has said so after all that was asked of it.
    @Test(arguments: [
        (1, false), (2, false), (25, false), (26, true), (27, false), (28, false), (29, false), (30, true),
    ])
    func `a session that has been asked for something is not idle`(count: Int, isIdle: Bool) throws {
        for order in Order.allCases {
            #expect(try Self.transcript(ofFirst: count, order).isIdle == isIdle, "\(order)")
        }
    }
}
