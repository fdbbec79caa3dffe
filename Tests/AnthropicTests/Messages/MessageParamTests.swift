import Anthropic
import Foundation
import TestSupport
import Testing

@Suite struct MessageParamTests {
    /// A message with blocks of many kinds, and with blocks and members that the module does not know.
    private static let content: JSONValue = [
        ["type": "thinking", "thinking": "Hm.", "signature": "c2ln", "depth": 2],
        ["type": "redacted_thinking", "data": "ZGF0YQ=="],
        [
            "type": "text", "text": "See \u{1F600}",
            "citations": [
                [
                    "type": "char_location", "cited_text": "c", "document_index": 0, "document_title": nil,
                    "file_id": "file_1", "start_char_index": 1, "end_char_index": 2, "page_hint": 4,
                ]
            ],
        ],
        ["type": "text", "text": "plain", "citations": nil],
        [
            "type": "server_tool_use", "id": "srvtoolu_1", "name": "web_search", "input": ["query": "x"],
            "caller": ["type": "direct"],
        ],
        [
            "type": "web_search_tool_result", "tool_use_id": "srvtoolu_1", "caller": ["type": "direct"],
            "content": [
                [
                    "type": "web_search_result", "encrypted_content": "ZW5j", "page_age": nil, "title": "t",
                    "url": "https://example.com",
                ]
            ],
        ],
        ["type": "tool_use", "id": "toolu_1", "name": "n", "input": ["big": 9_007_199_254_740_993, "f": 1.0]],
        ["type": "hologram", "data": ["zz", nil, 1.50]],
    ]

    private static let message: JSONValue = [
        "id": "msg_1", "type": "message", "role": "assistant", "content": content, "model": "model-x",
        "stop_reason": "tool_use", "stop_sequence": nil, "usage": ["input_tokens": 1, "output_tokens": 2],
    ]

    @Test func `a message is sent back without loss`() throws {
        let param = MessageParam(try Self.message.decode(as: Message.self))
        #expect(try JSONValue(encoding: param) == ["content": Self.content, "role": "assistant"])
        guard case .blocks(let blocks) = param.content, case .toolUse(let call) = blocks[6],
            case .unknown(let hologram) = blocks[7]
        else {
            Issue.record("\(param)")
            return
        }
        #expect(call.input["big"]?.intValue == 9_007_199_254_740_993)
        #expect(hologram.discriminator == "hologram")
    }

    @Test func `a message of the beta twin is sent back without loss`() throws {
        let param = BetaMessageParam(try Self.message.decode(as: BetaMessage.self))
        #expect(try JSONValue(encoding: param) == ["content": Self.content, "role": "assistant"])
    }

    @Test func `a block that cannot be written cannot be sent either`() {
        let block = ContentBlock.toolUse(ToolUseBlock(id: "t", input: ["x": .number(JSONNumber(.nan))], name: "n"))
        #expect(throws: ModelEncodingError.self) { try ModelEncoder().encode(ContentBlockParam(block)) }
    }

    @Test func `texts are messages`() throws {
        let name = "Ada"
        let messages: [MessageParam] = [
            .user("Hi"), .assistant("Hello \(name)"), MessageParam(role: .user, content: "Bye"),
            .user([.text("a"), .text(name)]),
        ]
        #expect(
            try JSONValue(encoding: messages) == [
                ["role": "user", "content": "Hi"], ["role": "assistant", "content": "Hello Ada"],
                ["role": "user", "content": "Bye"],
                ["role": "user", "content": [["type": "text", "text": "a"], ["type": "text", "text": "Ada"]]],
            ]
        )
        let betaMessages: [BetaMessageParam] = [
            .user("Hi"), .assistant([.text("a")]), BetaMessageParam(role: "system", content: "Bye \(name)"),
        ]
        #expect(
            try JSONValue(encoding: betaMessages) == [
                ["role": "user", "content": "Hi"],
                ["role": "assistant", "content": [["type": "text", "text": "a"]]],
                ["role": "system", "content": "Bye Ada"],
            ]
        )
    }

    @Test func `a message's text, thinking and tools`() throws {
        let message = try Self.message.decode(as: Message.self)
        #expect(message.text == "See \u{1F600}plain")
        #expect(message.content.compactMap(\.thinking) == ["Hm."])
        #expect(message.toolUses.map(\.id) == ["toolu_1"])
        let beta = try Self.message.decode(as: BetaMessage.self)
        #expect(beta.text == message.text)
        #expect(beta.content.compactMap(\.thinking) == ["Hm."])
        #expect(beta.toolUses.map(\.id) == ["toolu_1"])
    }
}
