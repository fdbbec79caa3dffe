import Anthropic
import Testing

extension RecordedCall {
    /// Calls of `beta.agents.create`.
    static let agents = [
        RecordedCall("create-agent", requests: ["POST /v1/agents?beta=true"]) { client in
            let bash = BetaManagedAgentsAgentToolConfigParams(
                name: .bash,
                permissionPolicy: .value(.alwaysAsk(.init()))
            )
            let agent = try await client.beta.agents.create(
                .init(
                    model: .id(.claudeOpus4_8),
                    name: "Receipt Clerk",
                    description: "Sorts and adds up receipts.",
                    metadata: ["team": "finance"],
                    skills: [.anthropic(.init(skillID: "xlsx"))],
                    system: "You file receipts and report their totals.",
                    tools: [
                        .agentToolset20260401(.init(configs: [bash], defaultConfig: .value(.init(enabled: true))))
                    ]
                )
            )
            #expect(agent.id == "agent_011CZkYpogX7uDKUyvBTophP")
            #expect(agent.version == 1)
            #expect(agent.model.id == .claudeOpus4_8)
            #expect(agent.metadata == ["team": "finance"])
            #expect(agent.archivedAt == nil)
            guard case .agentToolset20260401(let tools) = agent.tools.first else {
                Issue.record("the toolset is missing")
                return
            }
            #expect(tools.configs.map(\.name) == [.bash])
        },
        RecordedCall("create-agent-400", requests: ["POST /v1/agents?beta=true"]) { client in
            try await APIFailure(
                .badRequest,
                400,
                "invalid_request_error",
                "name: must not be empty",
                "req_011CZkZBK1aXy3fVwQ7mTm2b"
            ).expect { _ = try await client.beta.agents.create(.init(model: .id(.claudeOpus4_8), name: "")) }
        },
    ]

    private static let sessionID = "sesn_011CZkZAtmR3yMPDzynEDxu7"
    private static let events = "/v1/sessions/\(sessionID)/events"

    /// Calls of `beta.sessions` and `beta.sessions.events`; those of `resources.add` are in another suite.
    static let sessions = [
        RecordedCall(
            "sessions",
            requests: [
                "POST /v1/sessions?beta=true", "GET /v1/sessions/\(sessionID)?beta=true",
                "GET /v1/sessions?beta=true&order=desc",
                "GET /v1/sessions?beta=true&order=desc&page=page_MjAyNi0wMy0xNVQxMDowMDowMFo",
            ]
        ) { client in
            let created = try await client.beta.sessions.create(
                .init(
                    agent: .id("agent_011CZkYpogX7uDKUyvBTophP"),
                    environmentID: "env_011CZkYqphY8vELVzwCUpqiQ",
                    metadata: ["month": "2026-03"],
                    title: "March receipts"
                )
            )
            #expect(created.id == sessionID)
            #expect(created.status == .idle)
            #expect(created.title == "March receipts")
            #expect(created.agent.name == "Receipt Clerk")
            let running = try await client.beta.sessions.retrieve(sessionID: created.id)
            #expect(running.status == .running)
            #expect(running.usage.outputTokens == 520)
            let listed = try await client.beta.sessions.list(.init(order: .desc)).elements()
            #expect(listed.map(\.id) == [sessionID, "sesn_011CZkZHvn4sXq9Rb7TdLmKw"])
            #expect(listed.map(\.title) == ["March receipts", nil])
            #expect(listed.allSatisfy { $0.decodingIssues.isEmpty })
        },
        RecordedCall("sessions-404", requests: ["GET /v1/sessions/sesn_011CZkZHvn4sXq9Rb7TdLmKw?beta=true"]) { client in
            try await APIFailure(
                .notFound,
                404,
                "not_found_error",
                "The session was not found.",
                "req_011CZkZBK1aXy3fVwQ7mTn5e"
            ).expect { _ = try await client.beta.sessions.retrieve(sessionID: "sesn_011CZkZHvn4sXq9Rb7TdLmKw") }
        },
        RecordedCall(
            "session-events",
            requests: ["POST \(events)?beta=true", "GET \(events)/stream?beta=true"]
        ) { client in
            let sent = try await client.beta.sessions.events.send(
                sessionID: sessionID,
                .user("Add up the receipts.")
            )
            #expect(sent.data?.count == 1)
            var transcript = SessionTranscript()
            for try await event in try await client.beta.sessions.events.stream(sessionID: sessionID) {
                transcript.add(event)
            }
            #expect(transcript.messages.map(\.text) == ["Add up the receipts.", "The total is 42.10 dollars."])
            #expect(transcript.toolUses.map(\.name) == ["bash"])
            #expect(transcript.toolUses.first?.result?.isError == false)
            #expect(transcript.isIdle)
        },
        RecordedCall("session-events-400", requests: ["POST \(events)?beta=true"]) { client in
            try await APIFailure(
                .badRequest,
                400,
                "invalid_request_error",
                "events: must not be empty",
                "req_011CZkZBK1aXy3fVwQ7mTp4d"
            ).expect { _ = try await client.beta.sessions.events.send(sessionID: sessionID, .init(events: [])) }
        },
        RecordedCall("session-events-error", requests: ["GET \(events)/stream?beta=true"]) { client in
            var statuses: [BetaManagedAgentsSession.Status?] = []
            var transcript = SessionTranscript()
            let stream = try await client.beta.sessions.events.stream(sessionID: sessionID)
            let error = await #expect(throws: APIError.self) {
                for try await event in stream {
                    transcript.add(event)
                    statuses.append(transcript.status)
                }
            }
            #expect(statuses == [.running])
            #expect(error?.kind == .internalServer)
            #expect(error?.status == nil)
            #expect(error?.type == "api_error")
            #expect(error?.requestID == "req_011CZkZBK1aXy3fVwQ7mTp3c")
        },
    ]
}
