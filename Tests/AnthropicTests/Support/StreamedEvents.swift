import Anthropic
import Foundation
import TestSupport

/// The events of a stream, as the service writes them.
enum StreamedEvents {
    /// An event: its name is its type.
    static func written(_ event: JSONValue) -> String {
        "event: \(event["type"]?.stringValue ?? "")\ndata: \(event)\n\n"
    }

    /// A transport that answers with events, each in a chunk of its own.
    static func transport(_ events: [JSONValue], end: ScriptedBody.End = .normal) -> ScriptedTransport {
        transport(chunks: events.map(written), end: end)
    }

    /// A transport that answers with text in the chunks given.
    static func transport(chunks: [String], end: ScriptedBody.End = .normal) -> ScriptedTransport {
        let headers = HTTPFields(named: ["content-type": "text/event-stream", "request-id": "req_stream"])
        return ScriptedTransport([.stream(headers: headers, chunks: chunks.map { Data($0.utf8) }, end: end)])
    }

    /// The events of a message that begins, has blocks, and ends. A block is its first state and its deltas.
    static func message(
        _ blocks: [(start: JSONValue, deltas: [JSONValue])],
        end: JSONValue = ["stop_reason": "end_turn", "stop_sequence": nil]
    ) -> [JSONValue] {
        var events = [start]
        for (index, block) in blocks.enumerated() {
            let index = JSONValue.number(JSONNumber(index))
            events.append(["type": "content_block_start", "index": index, "content_block": block.start])
            events += block.deltas.map { ["type": "content_block_delta", "index": index, "delta": $0] }
            events.append(["type": "content_block_stop", "index": index])
        }
        events.append(["type": "message_delta", "delta": end, "usage": ["output_tokens": 20]])
        return events + [["type": "message_stop"]]
    }

    /// The event that begins a message.
    static let start: JSONValue = [
        "type": "message_start",
        "message": [
            "id": "msg_1", "type": "message", "role": "assistant", "content": [], "model": "model-x",
            "container": nil, "stop_reason": nil, "stop_sequence": nil, "stop_details": nil,
            "usage": ["input_tokens": 11, "output_tokens": 1],
        ],
    ]

    static func text(_ pieces: String...) -> (start: JSONValue, deltas: [JSONValue]) {
        (["type": "text", "text": "", "citations": nil], pieces.map { ["type": "text_delta", "text": .string($0)] })
    }

    static func toolUse(_ pieces: String...) -> (start: JSONValue, deltas: [JSONValue]) {
        (
            ["type": "tool_use", "id": "toolu_1", "name": "look_up", "input": [:]],
            pieces.map { ["type": "input_json_delta", "partial_json": .string($0)] }
        )
    }
}

extension AnthropicClient {
    /// Streams a message.
    func streamMessage() async throws -> MessageStream {
        try await messages.stream(.init(maxTokens: 64, messages: [.user("Hi")], model: "model-x"))
    }

    /// Streams a message of the beta twin.
    func streamBetaMessage() async throws -> BetaMessageStream {
        try await beta.messages.stream(.init(maxTokens: 64, messages: [.user("Hi")], model: "model-x"))
    }
}

extension JSONValue {
    /// Whether all members of the other value are in this one, with values that have theirs.
    func contains(_ other: JSONValue) -> Bool {
        switch (self, other) {
        case (.object(let members), .object(let others)):
            others.allSatisfy { key, value in members[key].map { $0.contains(value) } ?? false }
        case (.array(let elements), .array(let others)):
            elements.count == others.count && zip(elements, others).allSatisfy { $0.contains($1) }
        default:
            self == other
        }
    }
}
