import Anthropic
import Foundation
import TestSupport
import Testing

@Suite struct MessageStreamTests {
    @Test func `metadata is there before the first event`() async throws {
        let transport = StreamedEvents.transport(StreamedEvents.message([StreamedEvents.text("Hi")]))
        let stream = try await AnthropicClient(over: transport).streamMessage()
        #expect(stream.requestID == "req_stream")
        #expect(stream.response.status == 200)
        #expect(stream.snapshot == nil)
        #expect(transport.bodies.withLock { $0.chunks } == 0)
        let sent = try #require(await transport.sent.first)
        #expect(sent.url == "https://api.anthropic.com/v1/messages")
        let body = try ModelDecoder().decode(JSONValue.self, from: try #require(sent.body))
        #expect(body["stream"] == true)
        #expect(body["messages"] == [["content": "Hi", "role": "user"]])
    }

    @Test func `a telemetry header names the method, unless the caller has another mind`() async throws {
        func methods(with headers: HeaderLayer) async throws -> [String?] {
            let transport = StreamedEvents.transport(StreamedEvents.message([]))
            let client = try AnthropicClient(over: transport)
            var options = RequestOptions()
            options.headers = headers
            _ = try await client.messages.stream(
                .init(maxTokens: 64, messages: [.user("Hi")], model: "model-x"),
                options: options
            )
            _ = try await client.beta.messages.stream(
                .init(maxTokens: 64, messages: [.user("Hi")], model: "model-x"),
                options: options
            )
            return await transport.sent.map { $0.header("x-stainless-helper-method") }
        }
        #expect(try await methods(with: [:]) == ["stream", "stream"])
        #expect(try await methods(with: ["X-Stainless-Helper-Method": "mine"]) == ["mine", "mine"])
        #expect(try await methods(with: ["X-Stainless-Helper-Method": nil]) == [nil, nil])
    }

    @Test func `the beta twin asks for the beta`() async throws {
        let transport = StreamedEvents.transport(StreamedEvents.message([StreamedEvents.text("Hi")]))
        let stream = try await AnthropicClient(over: transport).streamBetaMessage()
        #expect(try await stream.finalText() == "Hi")
        #expect(await transport.sent.first?.url == "https://api.anthropic.com/v1/messages?beta=true")
    }

    @Test func `in a loop, the snapshot has the event that the loop is at`() async throws {
        let events = StreamedEvents.message([
            StreamedEvents.text("Bon", "jour"), StreamedEvents.toolUse(#"{"city": "Os"#, #"lo", "days": 1"#, "0}"),
        ])
        let stream = try await AnthropicClient(over: StreamedEvents.transport(events)).streamMessage()
        var texts: [String] = []
        var inputs: [[String: JSONValue]] = []
        for try await event in stream {
            let snapshot = try #require(stream.snapshot)
            guard case .contentBlockDelta = event else { continue }
            texts.append(snapshot.text)
            inputs += snapshot.toolUses.map(\.input)
        }
        #expect(texts == ["Bon", "Bonjour", "Bonjour", "Bonjour", "Bonjour"])
        #expect(inputs == [[:], ["city": "Oslo"], ["city": "Oslo", "days": 10]])
        let message = try await stream.finalMessage()
        #expect(message == stream.snapshot)
        #expect(message.stopReason == .endTurn)
        #expect(message.usage.inputTokens == 11)
        #expect(message.usage.outputTokens == 20)
    }

    @Test func `text comes as it arrives, and the message is there afterwards`() async throws {
        let events = StreamedEvents.message([
            StreamedEvents.text("a", "b"), StreamedEvents.toolUse("{}"), StreamedEvents.text("c"),
        ])
        let stream = try await AnthropicClient(over: StreamedEvents.transport(events)).streamMessage()
        var texts: [String] = []
        for try await text in stream.textDeltas { texts.append(text) }
        #expect(texts == ["a", "b", "c"])
        #expect(try await stream.finalText() == "abc")
    }

    @Test func `deltas find their block by its index`() async throws {
        let (text, tool) = (StreamedEvents.text().start, StreamedEvents.toolUse().start)
        func delta(_ index: JSONValue, _ delta: JSONValue) -> JSONValue {
            ["type": "content_block_delta", "index": index, "delta": delta]
        }
        let events: [JSONValue] = [
            StreamedEvents.start,
            ["type": "content_block_start", "index": 0, "content_block": text],
            ["type": "content_block_start", "index": 1, "content_block": tool],
            delta(0, ["type": "text_delta", "text": "a"]),
            delta(1, ["type": "input_json_delta", "partial_json": #"{"n":"#]),
            delta(0, ["type": "text_delta", "text": "b"]),
            delta(1, ["type": "input_json_delta", "partial_json": "1}"]),
            ["type": "content_block_stop", "index": 1],
            ["type": "content_block_stop", "index": 0],
            ["type": "message_stop"],
        ]
        let stream = try await AnthropicClient(over: StreamedEvents.transport(events)).streamMessage()
        let message = try await stream.finalMessage()
        #expect(message.text == "ab")
        #expect(message.toolUses.map(\.input) == [["n": 1]])
    }

    @Test func `thinking grows, and its signature is set`() async throws {
        let start: JSONValue = ["type": "thinking", "thinking": "", "signature": ""]
        let deltas: [JSONValue] = [
            ["type": "thinking_delta", "thinking": "Let me "], ["type": "thinking_delta", "thinking": "see."],
            ["type": "signature_delta", "signature": "c2ln"],
        ]
        let events = StreamedEvents.message([(start: start, deltas: deltas)])
        let stream = try await AnthropicClient(over: StreamedEvents.transport(events)).streamMessage()
        let block = try #require(try await stream.finalMessage().content.first)
        #expect(block.thinking == "Let me see.")
        #expect(try JSONValue(encoding: block)["signature"] == "c2ln")
    }

    @Test func `what only the beta twin has`() async throws {
        let mcp: JSONValue = ["type": "mcp_tool_use", "id": "m", "name": "n", "server_name": "s", "input": [:]]
        let events = StreamedEvents.message(
            [
                (start: mcp, deltas: [["type": "input_json_delta", "partial_json": #"{"a":true}"#]]),
                (
                    start: ["type": "compaction", "content": nil, "encrypted_content": nil],
                    deltas: [
                        ["type": "compaction_delta", "content": "So ", "encrypted_content": nil],
                        ["type": "compaction_delta", "content": "far", "encrypted_content": "ZW5j"],
                    ]
                ),
            ]
        )
        let stream = try await AnthropicClient(over: StreamedEvents.transport(events)).streamBetaMessage()
        let content = try JSONValue(encoding: try await stream.finalMessage())["content"]
        #expect(content?[0]?["input"] == ["a": true])
        #expect(content?[1] == ["type": "compaction", "content": "So far", "encrypted_content": "ZW5j"])
    }

    @Test func `what this module does not know is kept or passed over`() async throws {
        let block: JSONValue = ["type": "hologram_use", "input": [:], "depth": 3]
        let text: JSONValue = ["type": "text", "text": "", "citations": nil, "tone": "calm"]
        var events = StreamedEvents.message([
            (start: block, deltas: [["type": "input_json_delta", "partial_json": #"{"a":1}"#]]),
            (start: text, deltas: [["type": "scent_delta", "scent": "rose"], ["type": "text_delta", "text": "x"]]),
        ])
        events.insert(["type": "aurora", "colour": "green"], at: 1)
        events.insert(
            ["type": "message_delta", "delta": ["mood": "good"], "usage": ["output_tokens": 3, "photons": 7]],
            at: events.count - 2
        )
        let stream = try await AnthropicClient(over: StreamedEvents.transport(events)).streamMessage()
        let message = try JSONValue(encoding: try await stream.finalMessage())
        #expect(message["content"]?[0] == ["type": "hologram_use", "input": ["a": 1], "depth": 3])
        #expect(message["content"]?[1] == ["type": "text", "text": "x", "citations": nil, "tone": "calm"])
        #expect(message["mood"] == "good")
        #expect(message["usage"]?["photons"] == 7)
    }
}
