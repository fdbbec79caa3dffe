import Anthropic
import TestSupport
import Testing

/// Parts of a request in their short forms: each is the JSON that the API's documentation shows.
@Suite struct ShortFormTests {
    @Test func `a message is a list of strings and other blocks`() throws {
        let count = 2
        let message = MessageParam.user(["Compare \(count) maps.", .image(.init(url: "https://example.com/map.png"))])
        let blocks: JSONValue = [
            ["type": "text", "text": "Compare 2 maps."],
            ["type": "image", "source": ["type": "url", "url": "https://example.com/map.png"]],
        ]
        #expect(try JSONValue(encoding: message) == ["role": "user", "content": blocks])

        let collected: [BetaContentBlockParam] = ["Compare 2 maps.", .image(.init(url: "https://example.com/map.png"))]
        #expect(try JSONValue(encoding: BetaMessageParam.user(collected)) == ["role": "user", "content": blocks])
        #expect(try JSONValue(encoding: BetaMessageParam.assistant(collected))["role"] == "assistant")
    }

    @Test func `images and documents say where they are`() throws {
        let bytes = Data("hi?".utf8)
        let blocks: [BetaContentBlockParam] = [
            .image(.init(bytes, mediaType: .imagePNG)),
            .image(.init(fileID: "file_1")),
            .document(.init(pdf: bytes, title: "Plan")),
            .document(.init(text: "Notes.")),
            .document(.init(url: "https://example.com/report.pdf")),
            .document(.init(fileID: "file_2", cacheControl: .ephemeral)),
        ]
        let expected: JSONValue = [
            ["type": "image", "source": ["type": "base64", "media_type": "image/png", "data": "aGk/"]],
            ["type": "image", "source": ["type": "file", "file_id": "file_1"]],
            [
                "type": "document", "title": "Plan",
                "source": ["type": "base64", "media_type": "application/pdf", "data": "aGk/"],
            ],
            ["type": "document", "source": ["type": "text", "media_type": "text/plain", "data": "Notes."]],
            ["type": "document", "source": ["type": "url", "url": "https://example.com/report.pdf"]],
            [
                "type": "document", "source": ["type": "file", "file_id": "file_2"],
                "cache_control": ["type": "ephemeral"],
            ],
        ]
        #expect(try JSONValue(encoding: blocks) == expected)

        let plain: [ContentBlockParam] = [
            .image(.init(bytes, mediaType: .imagePNG)),
            .document(.init(pdf: bytes, title: "Plan")),
            .document(.init(text: "Notes.")),
            .document(.init(url: "https://example.com/report.pdf")),
        ]
        for (block, index) in zip(plain, [0, 2, 3, 4]) {
            #expect(try JSONValue(encoding: block) == expected[index])
        }
    }

    @Test func `a result of a tool has blocks`() throws {
        let content: BetaToolResultBlockParam.Content = ["Here it is.", .image(.init(fileID: "file_1"))]
        #expect(
            try JSONValue(encoding: content) == [
                ["type": "text", "text": "Here it is."],
                ["type": "image", "source": ["type": "file", "file_id": "file_1"]],
            ]
        )
    }

    @Test func `a prefix to be cached ends with a text, a prompt or a tool`() throws {
        let ephemeral: JSONValue = ["type": "ephemeral"]
        let text = ContentBlockParam.text("Manual", cacheControl: .ephemeral(ttl: "1h"))
        let expected: JSONValue = [
            "type": "text", "text": "Manual", "cache_control": ["type": "ephemeral", "ttl": "1h"],
        ]
        #expect(try JSONValue(encoding: text) == expected)
        #expect(
            try JSONValue(encoding: BetaContentBlockParam.text("Manual", cacheControl: .ephemeral(ttl: "1h")))
                == expected
        )
        let prompt = SystemPromptParam.text("Manual", cacheControl: .ephemeral)
        #expect(
            try JSONValue(encoding: prompt) == [["type": "text", "text": "Manual", "cache_control": ephemeral]]
        )
        let add = InlineTool("sum", "Adds.", inputSchema: ["type": "object"]) { (input: [String: Int]) in "" }
        #expect(try JSONValue(encoding: ToolParam(add, cacheControl: .ephemeral))["cache_control"] == ephemeral)
        let definition = try JSONValue(encoding: add.customDefinition(deferLoading: true, cacheControl: .ephemeral))
        #expect(definition["cache_control"] == ephemeral)
        #expect(definition["defer_loading"] == true)
    }

    @Test func `thinking is adaptive, on with a budget, or off`() throws {
        #expect(try JSONValue(encoding: ThinkingConfigParam.adaptive()) == ["type": "adaptive"])
        #expect(
            try JSONValue(encoding: ThinkingConfigParam.enabled(budgetTokens: 2048, display: .omitted))
                == ["type": "enabled", "budget_tokens": 2048, "display": "omitted"]
        )
        #expect(try JSONValue(encoding: ThinkingConfigParam.disabled()) == ["type": "disabled"])
        #expect(
            try JSONValue(encoding: BetaThinkingConfigParam.adaptive(display: .summarized))
                == ["type": "adaptive", "display": "summarized"]
        )
    }

    @Test func `tools are chosen freely, at least one, or a certain one`() throws {
        #expect(try JSONValue(encoding: ToolChoiceParam.auto()) == ["type": "auto"])
        #expect(
            try JSONValue(encoding: ToolChoiceParam.any(disableParallelToolUse: true))
                == ["type": "any", "disable_parallel_tool_use": true]
        )
        #expect(try JSONValue(encoding: ToolChoiceParam.tool("sum")) == ["type": "tool", "name": "sum"])
        #expect(try JSONValue(encoding: BetaToolChoiceParam.tool("sum")) == ["type": "tool", "name": "sum"])
    }
}
