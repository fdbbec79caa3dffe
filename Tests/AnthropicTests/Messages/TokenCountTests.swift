import Anthropic
import TestSupport
import Testing

/// A request for a message, to be counted: all that makes up the input, and nothing else.
@Suite struct TokenCountTests {
    @Test func `counts what a message would send`() throws {
        let params = MessageCreateParams(
            maxTokens: 1024,
            messages: [.user("Hello")],
            model: .claudeOpus4_8,
            cacheControl: .ephemeral,
            metadata: .init(userID: "u"),
            outputConfig: .init(effort: "low"),
            stopSequences: ["."],
            system: "Be brief.",
            thinking: .adaptive(),
            toolChoice: .any(),
            tools: [
                .custom(.init(inputSchema: .init(), name: "sum")), .bash20250124(.init()),
                .unknown(.init(discriminator: "laser_1", value: ["type": "laser_1"])),
            ]
        )
        let expected: JSONValue = [
            "messages": [["role": "user", "content": "Hello"]],
            "model": "claude-opus-4-8",
            "cache_control": ["type": "ephemeral"],
            "output_config": ["effort": "low"],
            "system": "Be brief.",
            "thinking": ["type": "adaptive"],
            "tool_choice": ["type": "any"],
            "tools": [
                ["name": "sum", "input_schema": ["type": "object"]],
                ["type": "bash_20250124", "name": "bash"],
                ["type": "laser_1"],
            ],
        ]
        #expect(try JSONValue(encoding: MessageCountTokensParams(params)) == expected)
    }

    @Test(
        arguments: [
            "custom", "bash_20250124", "code_execution_20250522", "code_execution_20250825", "code_execution_20260120",
            "memory_20250818", "text_editor_20250124", "text_editor_20250429", "text_editor_20250728",
            "web_search_20250305", "web_fetch_20250910", "web_search_20260209", "web_fetch_20260209",
            "web_fetch_20260309", "tool_search_tool_bm25_20251119", "tool_search_tool_bm25",
            "tool_search_tool_regex_20251119", "tool_search_tool_regex", "laser_1",
        ]
    )
    func `a tool is counted as what it is`(_ type: String) throws {
        let json: JSONValue = ["type": .string(type), "name": "n", "cache_control": nil]
        let tool = MessageCountTokensToolParam(try json.decode(as: ToolUnionParam.self))
        #expect(tool == (try json.decode(as: MessageCountTokensToolParam.self)))
        #expect(try JSONValue(encoding: tool)["type"] == .string(type))
    }

    @Test func `the beta twin counts servers and betas, too`() async throws {
        let params = Beta.MessageCreateParams(
            maxTokens: 1024,
            messages: [.user("Hello")],
            model: .claudeOpus4_8,
            contextManagement: .value(.init(edits: [.compact20260112(.init())])),
            mcpServers: [.init(name: "s", url: "https://example.com")],
            speed: .value(.fast),
            betas: ["a-beta"]
        )
        let count = Beta.MessageCountTokensParams(params)
        #expect(count.betas == ["a-beta"])
        #expect(
            try JSONValue(encoding: count) == [
                "messages": [["role": "user", "content": "Hello"]],
                "model": "claude-opus-4-8",
                "context_management": ["edits": [["type": "compact_20260112"]]],
                "mcp_servers": [["type": "url", "name": "s", "url": "https://example.com"]],
                "speed": "fast",
            ]
        )
    }
}
