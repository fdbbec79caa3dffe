import Anthropic
import Foundation
import TestSupport

/// The API's side of conversations: messages as they come over HTTP.
enum MessageServer {
    /// The JSON of a message with some content.
    static func message(
        _ content: [JSONValue],
        stopReason: JSONValue = "end_turn",
        adding members: JSONObject = [:]
    ) -> JSONValue {
        var message: JSONObject = [
            "id": "msg_1", "type": "message", "role": "assistant", "model": "claude-test", "content": .array(content),
            "stop_reason": stopReason, "stop_sequence": nil, "stop_details": nil, "container": nil,
            "usage": ["input_tokens": 1, "output_tokens": 1],
        ]
        for (key, value) in members { message[key] = value }
        return .object(message)
    }

    static func text(_ text: String) -> JSONValue {
        ["type": "text", "text": .string(text), "citations": nil]
    }

    static func toolUse(_ id: String, _ name: String, _ input: JSONValue) -> JSONValue {
        ["type": "tool_use", "id": .string(id), "name": .string(name), "input": input]
    }

    /// A message that asks for tools.
    static func toolCalls(_ calls: JSONValue..., adding members: JSONObject = [:]) -> JSONValue {
        message(calls, stopReason: "tool_use", adding: members)
    }

    /// The answer with a body of JSON.
    static func answer(_ json: JSONValue, status: Int = 200) -> ScriptedTransport.Step {
        .respond(
            status: status,
            headers: [.contentType: "application/json"],
            body: Data(json.description.utf8)
        )
    }

    /// The answer that brings a message as server-sent events: each block begins empty, and its content comes as a delta.
    static func events(of message: JSONValue) -> ScriptedTransport.Step {
        var start = message.objectValue ?? [:]
        start["content"] = []
        start["stop_reason"] = .null
        var events: [JSONValue] = [["type": "message_start", "message": .object(start)]]
        for (index, block) in (message["content"]?.arrayValue ?? []).enumerated() {
            let index = JSONValue.number(JSONNumber(index))
            var empty = block.objectValue ?? [:]
            let delta: JSONValue
            if let text = block["text"] {
                empty["text"] = ""
                delta = ["type": "text_delta", "text": text]
            } else {
                empty["input"] = [:]
                delta = ["type": "input_json_delta", "partial_json": .string(block["input"]?.description ?? "")]
            }
            events.append(["type": "content_block_start", "index": index, "content_block": .object(empty)])
            events.append(["type": "content_block_delta", "index": index, "delta": delta])
            events.append(["type": "content_block_stop", "index": index])
        }
        let end: JSONValue = [
            "stop_reason": message["stop_reason"] ?? nil, "stop_sequence": nil, "stop_details": nil,
            "container": message["container"] ?? nil,
        ]
        events.append(["type": "message_delta", "delta": end, "usage": ["output_tokens": 1]])
        events.append(["type": "message_stop"])
        let text = events.map { "event: \($0["type"]?.stringValue ?? "")\ndata: \($0)\n\n" }
        return .stream(headers: [.contentType: "text/event-stream"], chunks: text.map { Data($0.utf8) })
    }

    /// A transport that answers with messages in turn; the last one repeats.
    static func transport(_ messages: JSONValue...) -> ScriptedTransport {
        ScriptedTransport(messages.map { answer($0) })
    }
}

extension ScriptedTransport {
    /// The bodies of the requests so far, as JSON.
    var requestBodies: [JSONValue] {
        get throws { try sent.map { try ModelDecoder().decode(JSONValue.self, from: $0.body ?? Data()) } }
    }
}
