import Anthropic
import Foundation
import TestSupport
import Testing

@Suite struct SessionTranscriptTests {
    private static let time: JSONValue = "2026-05-04T03:02:01Z"

    private static let events: [JSONValue] = [
        [
            "type": "user.message", "id": "e1", "content": [["type": "text", "text": "Sum it up."]],
            "processed_at": nil,
        ],
        ["type": "session.status_running", "id": "e2", "processed_at": time],
        ["type": "agent.tool_use", "id": "e3", "name": "read", "input": ["path": "/a"], "processed_at": time],
        [
            "type": "agent.tool_result", "id": "e4", "tool_use_id": "e3", "processed_at": time,
            "content": [["type": "text", "text": "1 2 3"]], "is_error": false,
        ],
        modelRequest("e5", input: 100, output: 20),
        [
            "type": "agent.mcp_tool_use", "id": "e6", "name": "put", "mcp_server_name": "s", "input": [:],
            "processed_at": time,
        ],
        ["type": "agent.mcp_tool_result", "id": "e7", "mcp_tool_use_id": "e6", "is_error": true, "processed_at": time],
        ["type": "agent.custom_tool_use", "id": "e8", "name": "ask", "input": ["n": 2], "processed_at": time],
        [
            "type": "agent.tool_use", "id": "e9", "name": "bash", "input": [:], "evaluated_permission": "ask",
            "processed_at": time,
        ],
        modelRequest("e10", input: 150, output: 7),
        [
            "type": "agent.message", "id": "e11", "processed_at": time,
            "content": [["type": "text", "text": "It is "], ["type": "text", "text": "six."]],
        ],
        [
            "type": "session.status_idle", "id": "e12", "processed_at": time,
            "stop_reason": ["type": "requires_action", "event_ids": ["e8", "e9"]],
        ],
    ]

    private static func modelRequest(_ id: JSONValue, input: JSONValue, output: JSONValue) -> JSONValue {
        [
            "type": "span.model_request_end", "id": id, "model_request_start_id": "m", "is_error": false,
            "processed_at": time,
            "model_usage": [
                "input_tokens": input, "output_tokens": output, "cache_creation_input_tokens": 1,
                "cache_read_input_tokens": 2,
            ],
        ]
    }

    private static func transcript(of events: [JSONValue]) async throws -> SessionTranscript {
        let client = try AnthropicClient(over: StreamedEvents.transport(events))
        var transcript = SessionTranscript()
        for try await event in try await client.beta.sessions.events.stream(sessionID: "sesn_1") {
            transcript.add(event)
        }
        return transcript
    }

    @Test func `a session that waits for the client`() async throws {
        let transcript = try await Self.transcript(of: Self.events)
        #expect(transcript.messages.map(\.id) == ["e1", "e11"])
        #expect(transcript.messages.map(\.text) == ["Sum it up.", "It is six."])
        #expect(transcript.toolUses.map(\.id) == ["e3", "e6", "e8", "e9"])
        #expect(transcript.toolUses.map(\.name) == ["read", "put", "ask", "bash"])
        #expect(transcript.toolUses.map { $0.result?.isError } == [false, true, nil, nil])
        #expect(transcript.toolUse("e8")?.input == ["n": 2])
        #expect(transcript.toolUse("e1") == nil)
        #expect(transcript.isIdle)
        #expect(transcript.isSettled)
        #expect(!transcript.hasEnded)
        #expect(transcript.pendingToolUses.map(\.id) == ["e8", "e9"])
        #expect(transcript.usage.inputTokens == 250)
        #expect(transcript.usage.outputTokens == 27)
        #expect(transcript.usage.cacheCreationInputTokens == 2)
        #expect(transcript.usage.cacheReadInputTokens == 4)
        #expect(transcript.errors.isEmpty)
    }

    @Test func `what the client answers is no longer pending`() async throws {
        let transcript = try await Self.transcript(
            of: Self.events + [
                ["type": "user.custom_tool_result", "id": "e13", "custom_tool_use_id": "e8", "processed_at": nil],
                [
                    "type": "user.tool_confirmation", "id": "e14", "tool_use_id": "e9", "result": "deny",
                    "processed_at": nil,
                ],
            ]
        )
        #expect(transcript.pendingToolUses.isEmpty)
        #expect(transcript.toolUse("e8")?.result?.isError == false)
        #expect(transcript.toolUse("e9")?.confirmation?.result == .deny)
        #expect(!transcript.isIdle)
        #expect(!transcript.isSettled)
    }

    @Test func `an event counts once, and takes the place of its former self`() async throws {
        var again = Self.events
        again[0] = [
            "type": "user.message", "id": "e1", "content": [["type": "text", "text": "Sum it up."]],
            "processed_at": Self.time,
        ]
        var transcript = try await Self.transcript(of: again)
        for event in Self.events {
            transcript.add(try event.decode(as: BetaManagedAgentsSessionEvent.self))
        }
        #expect(transcript.messages.count == 2)
        #expect(transcript.toolUses.count == 4)
        #expect(transcript.usage.inputTokens == 250)
        transcript.add(try again[0].decode(as: BetaManagedAgentsSessionEvent.self))
        guard case .user(let message)? = transcript.messages.first else {
            Issue.record("\(transcript.messages)")
            return
        }
        #expect(message.processedAt == .value(Date(timeIntervalSince1970: 1_777_863_721)))
    }

    /// An earlier turn of the same session, as the list of events has it.
    private static let earlier: [JSONValue] = [
        [
            "type": "user.message", "id": "d1", "content": [["type": "text", "text": "Hello."]],
            "processed_at": "2026-05-04T03:00:00Z",
        ],
        [
            "type": "agent.message", "id": "d2", "content": [["type": "text", "text": "Hi."]],
            "processed_at": "2026-05-04T03:00:01Z",
        ],
        [
            "type": "session.status_idle", "id": "d3", "processed_at": "2026-05-04T03:00:02Z",
            "stop_reason": ["type": "end_turn"],
        ],
    ]

    @Test func `what is added late counts by its time`() async throws {
        var transcript = try await Self.transcript(of: Self.events)
        let taken: JSONValue = [
            "type": "user.message", "id": "e1", "content": [["type": "text", "text": "Sum it up."]],
            "processed_at": "2026-05-04T03:02:00Z",
        ]
        for event in Self.earlier + [taken] {
            transcript.add(try event.decode(as: BetaManagedAgentsSessionEvent.self))
        }
        #expect(transcript.messages.map(\.id) == ["d1", "d2", "e1", "e11"])
        #expect(transcript.isIdle)
        #expect(transcript.pendingToolUses.map(\.id) == ["e8", "e9"])
    }

    @Test func `a message keeps a session from being idle until it is answered`() async throws {
        var transcript = try await Self.transcript(of: Self.earlier)
        #expect(transcript.isIdle)
        let states = try Self.events.map { event in
            transcript.add(try event.decode(as: BetaManagedAgentsStreamSessionEvents.self))
            return transcript.isIdle
        }
        #expect(states.dropLast().allSatisfy { !$0 })
        #expect(states.last == true)
    }

    @Test func `results may come before their calls`() async throws {
        let transcript = try await Self.transcript(of: Self.events.reversed())
        #expect(transcript.toolUses.map(\.id) == ["e9", "e8", "e6", "e3"])
        #expect(transcript.toolUse("e3")?.result?.isError == false)
    }

    @Test(arguments: [
        ("session.status_running", BetaManagedAgentsSession.Status.running),
        ("session.status_rescheduled", .rescheduling), ("session.status_terminated", .terminated),
    ])
    func `the state follows the events`(type: String, status: BetaManagedAgentsSession.Status) async throws {
        let transcript = try await Self.transcript(
            of: Self.events + [["type": .string(type), "id": "e20", "processed_at": Self.time]]
        )
        #expect(transcript.status == status)
        #expect(transcript.stopReason == nil)
        #expect(!transcript.isIdle)
        #expect(transcript.hasEnded == (status == .terminated))
        #expect(transcript.isSettled == (status == .terminated))
        #expect(transcript.pendingToolUses.isEmpty)
    }

    @Test func `errors, threads, deletion and events of the future`() async throws {
        let transcript = try await Self.transcript(of: [
            [
                "type": "session.error", "id": "e1", "processed_at": Self.time,
                "error": ["type": "billing_error", "message": "no credit"],
            ],
            thread("e2", "session.thread_created"), thread("e3", "session.thread_status_running"),
            ["type": "session.aurora", "id": "e4"],
            ["type": "session.deleted", "id": "e5", "processed_at": Self.time],
        ])
        #expect(transcript.errors.map(\.id) == ["e1"])
        #expect(transcript.threads.map(\.id) == ["t1"])
        #expect(transcript.threads.map(\.agentName) == ["helper"])
        #expect(transcript.threads.map(\.status) == [.running])
        #expect(transcript.isDeleted)
        #expect(transcript.hasEnded)
        #expect(transcript.isSettled)
        #expect(transcript.status == nil)
    }

    @Test func `counts that are beyond all numbers do not end the process`() async throws {
        let most = JSONValue.number(JSONNumber(Int.max))
        let transcript = try await Self.transcript(of: [
            Self.modelRequest("a", input: most, output: 1), Self.modelRequest("b", input: most, output: 1),
        ])
        #expect(transcript.usage.inputTokens == .max)
        #expect(transcript.usage.outputTokens == 2)
    }

    @Test func `outcomes are graded in rounds`() async throws {
        let transcript = try await Self.transcript(of: [
            [
                "type": "user.define_outcome", "id": "e1", "outcome_id": "o1", "description": "A table.",
                "max_iterations": 3, "processed_at": Self.time, "rubric": ["type": "text", "content": "One row each."],
            ],
            grading("e2", "start", of: "o1", round: 0), grading("e3", "ongoing", of: "o1", round: 0),
            grading("e4", "end", of: "o1", round: 0, result: "needs_revision"),
            grading("e4", "end", of: "o1", round: 0, result: "needs_revision"),
            grading("e5", "start", of: "o2", round: 0), grading("e6", "start", of: "o1", round: 1),
            grading("e7", "end", of: "o1", round: 1, result: "satisfied"),
        ])
        #expect(transcript.outcomes.map(\.id) == ["o1", "o2"])
        #expect(transcript.outcomes.map(\.definition?.description) == ["A table.", nil])
        #expect(transcript.outcomes.first?.evaluations.map(\.result) == ["needs_revision", "satisfied"])
        #expect(transcript.outcomes.map(\.result) == ["satisfied", nil])
        #expect(transcript.outcomes.map(\.isBeingGraded) == [false, true])
    }

    @Test func `updates change what they name`() async throws {
        let update = { (id: JSONValue, changes: JSONObject) -> JSONValue in
            var event: JSONObject = ["type": "session.updated", "id": id, "processed_at": Self.time]
            for (name, value) in changes { event[name] = value }
            return .object(event)
        }
        var transcript = try await Self.transcript(of: [
            update("e1", ["title": "March", "metadata": ["month": "3"]]), update("e2", ["metadata": ["month": "4"]]),
        ])
        #expect(transcript.title == "March")
        #expect(transcript.metadata == ["month": "4"])
        #expect(transcript.agent == nil)
        transcript.add(try update("e3", ["title": nil]).decode(as: BetaManagedAgentsSessionEvent.self))
        #expect(transcript.title == nil)
        #expect(transcript.metadata == ["month": "4"])
    }

    @Test func `threads talk, and their context is summed up`() async throws {
        let content: JSONValue = [["type": "text", "text": "What is "], ["type": "text", "text": "a euro?"]]
        let transcript = try await Self.transcript(of: [
            [
                "type": "agent.thread_message_sent", "id": "e1", "to_session_thread_id": "t1",
                "to_agent_name": "helper",
                "content": content, "processed_at": Self.time,
            ],
            ["type": "agent.thread_context_compacted", "id": "e2", "processed_at": Self.time],
            [
                "type": "agent.thread_message_received", "id": "e3", "from_session_thread_id": "t1",
                "from_agent_name": nil, "content": [["type": "text", "text": "1.08 dollars."]],
                "processed_at": Self.time,
            ],
        ])
        #expect(transcript.threadMessages.map(\.id) == ["e1", "e3"])
        #expect(transcript.threadMessages.map(\.threadID) == ["t1", "t1"])
        #expect(transcript.threadMessages.map(\.agentName) == ["helper", nil])
        #expect(transcript.threadMessages.map(\.text) == ["What is a euro?", "1.08 dollars."])
        #expect(transcript.compactions.map(\.id) == ["e2"])
        #expect(transcript.messages.isEmpty)
    }

    private func grading(
        _ id: JSONValue,
        _ part: String,
        of outcome: JSONValue,
        round: JSONValue,
        result: JSONValue? = nil
    ) -> JSONValue {
        var event: JSONObject = [
            "type": .string("span.outcome_evaluation_\(part)"), "id": id, "outcome_id": outcome, "iteration": round,
            "processed_at": Self.time,
        ]
        guard let result else { return .object(event) }
        event["result"] = result
        event["explanation"] = "…"
        event["outcome_evaluation_start_id"] = "s"
        event["usage"] = Self.modelRequest("u", input: 1, output: 1)["model_usage"]
        return .object(event)
    }

    private func thread(_ id: JSONValue, _ type: JSONValue) -> JSONValue {
        ["type": type, "id": id, "session_thread_id": "t1", "agent_name": "helper", "processed_at": Self.time]
    }
}
