import Anthropic
import Foundation
import TestSupport
import Testing

/// What the tools of one turn do, and what the model is told of it.
@Suite(.timeLimit(.minutes(10))) struct ToolCallTests {
    struct Nothing: Decodable {}

    @Test func `tools of a turn run at the same time, and results are in the order of the calls`() async throws {
        let meeting = Meeting(of: 2)
        let first = InlineTool("first", "Waits for the other.") { (_: Nothing) in
            await meeting.arrive()
            return "1"
        }
        let second = InlineTool("second", "Waits for the other.") { (_: Nothing) in
            await meeting.arrive()
            return "2"
        }
        let calls = MessageServer.toolCalls(
            MessageServer.toolUse("t1", "first", [:]),
            MessageServer.toolUse("t2", "second", [:])
        )
        let results = try await SumConversation.results(of: calls, tools: [second, first])
        #expect(results.map { $0["tool_use_id"] } == ["t1", "t2"])
        #expect(results.map { $0["content"] } == ["1", "2"])
    }

    private struct Refused: LocalizedError {
        var errorDescription: String? { "Refused." }
    }

    @Test func `every way to fail is told to the model`() async throws {
        let tools: [any Tool] = [
            SumConversation.add,
            InlineTool("fail", "Fails.") { (_: Nothing) async throws -> String in throw Refused() },
            InlineTool("picture", "Fails with a block.") { (_: Nothing) async throws -> String in
                throw ToolError([.text(.init(text: "Look."))])
            },
        ]
        let calls = MessageServer.toolCalls(
            MessageServer.toolUse("t1", "nope", [:]),
            MessageServer.toolUse("t2", "fail", [:]),
            MessageServer.toolUse("t3", "picture", [:]),
            MessageServer.toolUse("t4", "add", ["a": "one", "b": 2])
        )
        let results = try await SumConversation.results(of: calls, tools: tools)
        try #require(results.map { $0["is_error"] } == [true, true, true, true])
        #expect(results.map { $0["tool_use_id"] } == ["t1", "t2", "t3", "t4"])
        #expect(results[0]["content"] == "Error: Tool 'nope' not found")
        #expect(results[1]["content"] == "Error: Refused.")
        #expect(results[2]["content"] == [["type": "text", "text": "Look."]])
        let mismatch = results[3]["content"]?.stringValue
        #expect(mismatch?.hasPrefix("Error: the input does not fit: 'a'") == true, "\(mismatch ?? "-")")
    }

    private struct Place: Encodable, ToolOutput {
        var name: String
        var url: String
    }

    @Test func `a tool answers with text, JSON or blocks`() async throws {
        let tools: [any Tool] = [
            InlineTool("json", "Gives JSON.") { (_: Nothing) -> JSONValue in ["b": 1, "a": [nil]] },
            InlineTool("value", "Gives a value.") { (_: Nothing) in Place(name: "Bern", url: "a/b") },
            InlineTool("blocks", "Gives blocks.") { (_: Nothing) -> BetaToolResultBlockParam.Content in
                [.text(.init(text: "x"))]
            },
            InlineTool("echo", "Gives the input.", inputSchema: ["type": "object"]) { (input: JSONValue) in input },
        ]
        let calls = MessageServer.toolCalls(
            MessageServer.toolUse("t1", "json", [:]),
            MessageServer.toolUse("t2", "value", [:]),
            MessageServer.toolUse("t3", "blocks", [:]),
            MessageServer.toolUse("t4", "echo", ["y": 2, "x": 1, "z": [3]])
        )
        #expect(
            try await SumConversation.results(of: calls, tools: tools).map { $0["content"] } == [
                #"{"b":1,"a":[null]}"#, #"{"name":"Bern","url":"a/b"}"#, [["type": "text", "text": "x"]],
                #"{"x":1,"y":2,"z":[3]}"#,
            ]
        )
    }

    struct Note: Decodable {
        var path: String
        var content: String?
    }

    /// The input that arrives is whole in form, and could be decoded: the content is what has been cut off.
    @Test(arguments: ["max_tokens", "model_context_window_exceeded"], [false, true])
    func `a call that is cut off is not made`(reason: String, streams: Bool) async throws {
        let (written, write) = AsyncStream.makeStream(of: String.self)
        let tool = InlineTool("write", "Writes.") { (note: Note) in
            write.yield(note.path)
            return "done"
        }
        let calls = MessageServer.message(
            [
                MessageServer.toolUse("t1", "write", ["path": "a", "content": "x"]),
                MessageServer.toolUse("t2", "write", ["path": "b"]),
            ],
            stopReason: .string(reason)
        )
        let turns = [calls, SumConversation.answer]
        let steps = turns.map { streams ? MessageServer.events(of: $0) : MessageServer.answer($0) }
        let transport = ScriptedTransport(steps)
        let messages = try AnthropicClient(over: transport).beta.messages
        if streams {
            _ = try await messages.streamingToolRunner(SumConversation.params, tools: [tool]).finalMessage()
        } else {
            _ = try await messages.toolRunner(SumConversation.params, tools: [tool]).finalMessage()
        }
        write.finish()
        #expect(await written.reduce(into: [String]()) { $0.append($1) } == ["a"])
        let results = try await transport.sentResults
        #expect(results.map { $0["tool_use_id"] } == ["t1", "t2"])
        #expect(results.map { $0["is_error"] } == [nil, true])
        #expect(results.last?["content"]?.stringValue?.contains("cut off") == true)
    }

    @Test func `a call before other content is whole, whatever the limit of tokens has cut off`() async throws {
        let message = MessageServer.message(
            [MessageServer.toolUse("t1", "add", ["a": 1, "b": 2]), MessageServer.text("And")],
            stopReason: "max_tokens"
        )
        let results = try await SumConversation.results(of: message, tools: [SumConversation.add])
        #expect(results.map { $0["content"] } == ["3"])
    }
}

/// A place where some have to be at the same time.
private actor Meeting {
    private var missing: Int
    private let (all, complete) = AsyncStream.makeStream(of: Void.self)

    init(of count: Int) {
        missing = count
    }

    /// Returns when all are there, or when the task is cancelled.
    func arrive() async {
        missing -= 1
        if missing == 0 { complete.finish() }
        for await _ in all {}
    }
}
