import Anthropic
import Foundation
import TestSupport
import Testing

/// `parse`: what is asked for, and what is made of the answer.
@Suite struct ParseTests {
    struct Report: Codable, Sendable, Equatable {
        struct Finding: Codable, Sendable, Equatable {
            var text: String
            var weight: Int?
        }

        var title: String
        var findings: [Finding]
        var day: Date
    }

    private static let json =
        #"{"title":"T","findings":[{"text":"a","weight":3},{"text":"b"}],"day":"2026-05-01T00:00:00.5Z"}"#
    private static let report = Report(
        title: "T",
        findings: [.init(text: "a", weight: 3), .init(text: "b")],
        day: Date(timeIntervalSince1970: 1_777_593_600.5)
    )

    @Test func `the schema is sent and the text is read`() async throws {
        let transport = MessageServer.transport(MessageServer.message([MessageServer.text(Self.json)]))
        var params = MessageCreateParams(
            maxTokens: 100,
            messages: [.init(content: "Hi", role: .user)],
            model: "claude-test"
        )
        params.outputConfig = OutputConfigParam(effort: .value(.low))
        let parsed = try await AnthropicClient(over: transport).messages.parse(params, as: Report.self)
        #expect(parsed.output == Self.report)
        #expect(parsed.message.id == "msg_1")

        let sent = try #require(await transport.sent.first)
        #expect(sent.url == "https://api.anthropic.com/v1/messages")
        #expect(sent.header("x-stainless-helper") == "messages.parse")
        #expect(
            try await transport.requestBodies.first == [
                "max_tokens": 100, "messages": [["role": "user", "content": "Hi"]], "model": "claude-test",
                "output_config": [
                    "effort": "low",
                    "format": [
                        "type": "json_schema",
                        "schema": [
                            "type": "object",
                            "properties": [
                                "title": ["type": "string"],
                                "findings": [
                                    "type": "array",
                                    "items": [
                                        "type": "object",
                                        "properties": ["text": ["type": "string"], "weight": ["type": "integer"]],
                                        "required": ["text"],
                                        "additionalProperties": false,
                                    ],
                                ],
                                "day": ["type": "string", "format": "date-time"],
                            ],
                            "required": ["title", "findings", "day"],
                            "additionalProperties": false,
                        ],
                    ],
                ],
            ]
        )
    }

    @Test func `the beta adds its header to those that are given`() async throws {
        let transport = MessageServer.transport(MessageServer.message([MessageServer.text(Self.json)]))
        let client = try AnthropicClient(over: transport, sendsTelemetry: false)
        var params = betaParams
        params.betas = [.filesAPI20250414]
        let parsed = try await client.beta.messages.parse(params, as: Report.self)
        #expect(parsed.output == Self.report)
        params.betas = ["structured-outputs-2025-12-15"]
        _ = try await client.beta.messages.parse(params, as: Report.self)
        let sent = await transport.sent
        #expect(
            sent.map { $0.header("anthropic-beta") }
                == ["files-api-2025-04-14,structured-outputs-2025-12-15", "structured-outputs-2025-12-15"]
        )
        #expect(sent.first?.url == "https://api.anthropic.com/v1/messages?beta=true")
        #expect(sent.first?.header("x-stainless-helper") == nil)
        #expect(try await transport.requestBodies.first?["output_config"]?["format"]?["type"] == "json_schema")
    }

    @Test func `a format that is there stays`() async throws {
        let transport = MessageServer.transport(MessageServer.message([MessageServer.text("7")]))
        var params = betaParams
        params.outputConfig = BetaOutputConfigParam(format: .value(.init(schema: ["type": "integer"])))
        let parsed = try await AnthropicClient(over: transport).beta.messages.parse(params, as: Int.self)
        #expect(parsed.output == 7)
        #expect(try await transport.requestBodies.first?["output_config"]?["format"]?["schema"] == ["type": "integer"])
    }

    @Test func `the output is the text behind the last block of a tool`() async throws {
        let transport = MessageServer.transport(
            MessageServer.message([
                MessageServer.text("Let me look."),
                ["type": "server_tool_use", "id": "srv_1", "name": "web_search", "input": [:]],
                ["type": "thinking", "thinking": "…", "signature": "s"],
                MessageServer.text(#"{"title":"T","findings":[],"#),
                MessageServer.text(#""day":"2026-05-01T00:00:00Z"}"#),
            ])
        )
        let parsed = try await AnthropicClient(over: transport).beta.messages.parse(betaParams, as: Report.self)
        #expect(parsed.output.findings.isEmpty)
    }

    @Test func `a block of an unknown kind ends no output, and text behind it begins anew`() async throws {
        let unknown: JSONValue = ["type": "hologram", "depth": 3]
        let output = MessageServer.text(Self.json)
        for content in [[output, unknown], [MessageServer.text("Let me look."), unknown, output, unknown]] {
            let message = MessageServer.message(content)
            #expect(try message.decode(as: Message.self).output(as: Report.self) == Self.report)
            #expect(try message.decode(as: BetaMessage.self).output(as: Report.self) == Self.report)
        }
    }

    @Test func `what is no output is an error with the message`() async throws {
        let refusal = try await failure(
            MessageServer.message(
                [MessageServer.text("I")],
                stopReason: "refusal",
                adding: ["stop_details": ["type": "refusal", "category": "bio", "explanation": "Not that."]]
            )
        )
        guard case .refusal("Not that.") = refusal.reason else {
            Issue.record("\(refusal.reason)")
            return
        }
        #expect(refusal.localizedDescription.contains("Not that."))
        #expect(refusal.text == "I")
        #expect(refusal.message.id == "msg_1")

        for reason in ["max_tokens", "model_context_window_exceeded"] as [JSONValue] {
            let truncated = try await failure(MessageServer.message([MessageServer.text("{")], stopReason: reason))
            guard case .truncated = truncated.reason else {
                Issue.record("\(truncated.reason)")
                continue
            }
            #expect("\(truncated)".contains("maxTokens"))
        }

        let call = try await failure(MessageServer.toolCalls(MessageServer.toolUse("t1", "look", [:])))
        guard case .noText = call.reason, case .toolUse(let block) = call.message.content.first else {
            Issue.record("\(call.reason)")
            return
        }
        #expect(block.name == "look")
    }

    @Test(arguments: [
        ("no JSON", ""), (#"{"title":1,"findings":[],"day":"2026-05-01T00:00:00Z"}"#, "title"),
        (#"{"title":"T","findings":[{}],"day":"2026-05-01T00:00:00Z"}"#, "findings[0]"),
        (#"{"title":"T","findings":[],"day":"today"}"#, "'today' is not an RFC 3339 timestamp"),
    ])
    func `a text of another form says where it differs`(text: String, place: String) async throws {
        let mismatch = try await failure(MessageServer.message([MessageServer.text(text)]))
        guard case .mismatch = mismatch.reason else {
            Issue.record("\(mismatch.reason)")
            return
        }
        #expect(mismatch.text == text)
        #expect(place.isEmpty || mismatch.description.contains(place), "\(mismatch)")
    }

    @Test func `a type without a schema sends nothing`() async throws {
        let transport = ScriptedTransport()
        let client = try AnthropicClient(over: transport)
        let error = try await #require(throws: APIError.self) {
            try await client.beta.messages.parse(betaParams, as: [String: Int].self)
        }
        #expect(error.kind == .invalidArgument)
        #expect(error.message.contains("is a map"))
        #expect(await transport.sent.isEmpty)
    }

    private var betaParams: Beta.MessageCreateParams {
        .init(maxTokens: 100, messages: [.init(content: "Hi", role: .user)], model: "claude-test")
    }

    private func failure(_ message: JSONValue) async throws -> StructuredOutputError<BetaMessage> {
        let client = try AnthropicClient(over: MessageServer.transport(message))
        return try await #require(throws: StructuredOutputError<BetaMessage>.self) {
            try await client.beta.messages.parse(betaParams, as: Report.self)
        }
    }
}
