import Anthropic
import Foundation
import TestSupport
import Testing

/// The suite `tool_runner`: scripted turns of the model, tools that are closures.
@Suite struct ToolRunnerConformanceTests {
    static let cases = ConformanceCases.cases(suite: "tool_runner")

    @Test func `all cases are read`() {
        #expect(Self.cases.count == ConformanceCases.count(suite: "tool_runner"))
        #expect(!Self.cases.isEmpty)
    }

    @Test(arguments: cases)
    func toolRunner(_ testCase: ConformanceCase) async throws {
        var expected = Expectations(testCase)
        let isStreaming = testCase.input["stream"] == true
        let turns = try #require(testCase.input["turns"]?.arrayValue)
        let transport = ScriptedTransport(turns.map { Self.answer($0, isStreaming: isStreaming) })
        let run = try Run(
            client: AnthropicClient(over: transport),
            maxIterations: testCase.input["max_iterations"]?.intValue
        )
        do {
            if isStreaming {
                #expect(.number(JSONNumber(try await run.streams())) == expected.take("streams"))
            } else {
                let final = try await run.final()
                if let text = expected.take("final_text") { #expect(final.content.first.map(Self.text) == text) }
            }
        } catch let error as APIError {
            #expect(expected.take("error")?.stringValue == error.kind.description)
        }
        try await check(transport, &expected)
        expected.finish()
    }

    private func check(_ transport: ScriptedTransport, _ expected: inout Expectations) async throws {
        let bodies = try await transport.requestBodies
        if let count = expected.take("requests")?.intValue { #expect(bodies.count == count) }
        let last = bodies.dropFirst().first?["messages"]?.arrayValue?.last
        if let message = expected.take("second_request_last_message") { #expect(last == message) }
        let result = last?["content"]?[0]
        for (key, value) in expected.take("result")?.objectValue ?? [:] { #expect(result?[key] == value) }
        if let text = expected.take("result_mentions")?.stringValue {
            #expect(result?["content"]?.stringValue?.contains(text) == true)
        }
        if let container = expected.take("second_request_container") {
            #expect(bodies.dropFirst().first?["container"] == container)
        }
    }

    /// What the API answers with on a turn.
    private static func answer(_ turn: JSONValue, isStreaming: Bool) -> ScriptedTransport.Step {
        if let status = turn["status"]?.intValue {
            return MessageServer.answer(
                ["type": "error", "error": ["type": "invalid_request_error", "message": "bad"]],
                status: status
            )
        }
        var members: JSONObject = [:]
        if let id = turn["container"] {
            members["container"] = ["id": id, "expires_at": "2026-05-01T00:00:00Z", "skills": nil]
        }
        let calls = (turn["tool_use"]?.arrayValue ?? []).map { call in
            MessageServer.toolUse(
                call[0]?.stringValue ?? "",
                call[1]?.stringValue ?? "",
                call[2] ?? [:]
            )
        }
        let content = calls + (turn["text"]?.stringValue.map { [MessageServer.text($0)] } ?? [])
        let message = MessageServer.message(
            content,
            stopReason: calls.isEmpty ? "end_turn" : "tool_use",
            adding: members
        )
        return isStreaming ? MessageServer.events(of: message) : MessageServer.answer(message)
    }

    private static func text(_ block: BetaContentBlock) -> JSONValue {
        if case .text(let text) = block { .string(text.text) } else { .null }
    }

    /// A conversation with the tools of the suite.
    private struct Run {
        struct Sum: Decodable {
            var a: Int
            var b: Int
        }
        struct Nothing: Decodable {}
        struct Boom: Error {}

        let client: AnthropicClient
        let maxIterations: Int?
        let params = Beta.MessageCreateParams(
            maxTokens: 10,
            messages: [.init(content: "Hi", role: .user)],
            model: "claude-test"
        )
        let tools: [any Tool] = [
            InlineTool("add", "Adds.") { (input: Sum) in "\(input.a + input.b)" },
            InlineTool("boom", "Fails.") { (_: Nothing) async throws -> String in throw Boom() },
        ]

        func final() async throws -> BetaMessage {
            try await client.beta.messages.toolRunner(params, tools: tools, maxIterations: maxIterations).finalMessage()
        }

        /// How many streams there are.
        func streams() async throws -> Int {
            let runner = try client.beta.messages.streamingToolRunner(
                params,
                tools: tools,
                maxIterations: maxIterations
            )
            var count = 0
            for try await _ in runner { count += 1 }
            return count
        }
    }
}
