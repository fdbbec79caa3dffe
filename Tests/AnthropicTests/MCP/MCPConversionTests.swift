import Anthropic
import Foundation
import TestSupport
import Testing

@Suite struct MCPConversionTests {
    private func content(_ json: JSONValue) throws -> MCPContent {
        try JSONDecoder().decode(MCPContent.self, from: Data(json.description.utf8))
    }

    @Test(
        arguments: [
            (["type": "text", "text": "Hi", "annotations": ["priority": 1]], ["type": "text", "text": "Hi"]),
            (
                ["type": "image", "data": "iVBORw0KGgo=", "mimeType": "image/PNG"],
                [
                    "type": "image",
                    "source": ["type": "base64", "media_type": "image/png", "data": "iVBORw0KGgo="],
                ]
            ),
            (
                ["type": "resource", "resource": ["uri": "file:///a.md", "mimeType": "text/markdown", "text": "# A"]],
                ["type": "document", "source": ["type": "text", "media_type": "text/plain", "data": "# A"]]
            ),
            (
                [
                    "type": "resource",
                    "resource": ["uri": "file:///a.txt", "mimeType": "text/plain; x=y", "blob": "SGk="],
                ],
                ["type": "document", "source": ["type": "text", "media_type": "text/plain", "data": "Hi"]]
            ),
            (
                [
                    "type": "resource",
                    "resource": ["uri": "file:///a.pdf", "mimeType": "application/pdf", "blob": "JVBERg=="],
                ],
                [
                    "type": "document",
                    "source": ["type": "base64", "media_type": "application/pdf", "data": "JVBERg=="],
                ]
            ),
            (
                ["type": "resource", "resource": ["uri": "file:///a", "mimeType": "image/webp", "blob": "UklGRg=="]],
                ["type": "image", "source": ["type": "base64", "media_type": "image/webp", "data": "UklGRg=="]]
            ),
            (
                ["type": "resource_link", "uri": "file:///a.md", "name": "Notes"],
                ["type": "text", "text": "Notes: file:///a.md"]
            ),
        ] as [(JSONValue, JSONValue)]
    )
    func `content becomes blocks of messages and of results`(json: JSONValue, block: JSONValue) throws {
        let content = try content(json)
        #expect(try JSONValue(encoding: BetaContentBlockParam(content)) == block)
        #expect(try JSONValue(encoding: BetaToolResultBlockParam.Content.Block(content)) == block)
    }

    @Test(
        arguments: [
            ["type": "audio", "data": "AAAA", "mimeType": "audio/wav"],
            ["type": "image", "data": "AAAA", "mimeType": "image/tiff"],
            ["type": "resource", "resource": ["uri": "file:///a", "mimeType": "application/zip", "blob": "AAAA"]],
            ["type": "resource", "resource": ["uri": "file:///a", "blob": "/w=="]],
            ["type": "hologram", "data": "AAAA"], ["type": "text", "text": ""],
        ] as [JSONValue]
    )
    func `what the API does not take is an error`(json: JSONValue) throws {
        let content = try content(json)
        let error = #expect(throws: MCPConversionError.self) { try BetaContentBlockParam(content) }
        #expect(error?.description.hasSuffix("cannot be sent to the API") == true)
    }

    @Test(
        arguments: [
            ["type": "text"], ["type": "image", "data": "%", "mimeType": "image/png"], ["text": "Hi"],
            ["type": "resource", "resource": ["uri": "file:///a"]],
        ] as [JSONValue]
    )
    func `content that breaks the protocol is not read`(json: JSONValue) {
        #expect(throws: DecodingError.self) { try content(json) }
    }

    @Test func `a prompt becomes messages`() throws {
        let json = Data(#"[{"role":"assistant","content":{"type":"text","text":"Hi"}}]"#.utf8)
        let prompt = try JSONDecoder().decode([MCPPromptMessage].self, from: json)
        #expect(
            try prompt.map { try JSONValue(encoding: BetaMessageParam($0)) } == [
                ["role": "assistant", "content": [["type": "text", "text": "Hi"]]]
            ]
        )
    }

    // MARK: - Tools

    private static let list = """
        {"tools":[{"name":"find","title":"Find","description":"Finds it.","inputSchema":
        {"type":"object","properties":{"name":{"type":"string"}},"required":["name"]}}],"nextCursor":"c"}
        """

    @Test func `the model uses a tool of a server`() async throws {
        let list = try JSONDecoder().decode(MCPToolList.self, from: Data(Self.list.utf8))
        #expect(list.nextCursor == "c")
        let tools = list.tools.map { definition in
            MCPTool(definition) { arguments in
                #expect(arguments == ["name": "x"])
                return try JSONDecoder().decode(
                    MCPToolResult.self,
                    from: Data(#"{"content":[{"type":"text","text":"here"}],"structuredContent":{"at":1}}"#.utf8)
                )
            }
        }
        let result = try await result(of: MessageServer.toolUse("t1", "find", ["name": "x"]), tools: tools)
        #expect(
            result.tools == [
                [
                    "name": "find", "description": "Finds it.",
                    "input_schema": [
                        "type": "object", "properties": ["name": ["type": "string"]], "required": ["name"],
                    ],
                ]
            ]
        )
        #expect(
            result.block == [
                "type": "tool_result", "tool_use_id": "t1", "content": [["type": "text", "text": "here"]],
            ]
        )
    }

    @Test func `a result that is an error is told as one`() async throws {
        let tool = MCPTool(.init(name: "find", inputSchema: ["type": "object"])) { _ in
            MCPToolResult(content: [.text("no such thing")], isError: true)
        }
        let result = try await result(of: MessageServer.toolUse("t1", "find", [:]), tools: [tool])
        #expect(
            result.block == [
                "type": "tool_result", "tool_use_id": "t1", "is_error": true,
                "content": [["type": "text", "text": "no such thing"]],
            ]
        )
    }

    @Test func `empty texts are left out of a result`() async throws {
        let tool = MCPTool(.init(name: "run", inputSchema: ["type": "object"])) { _ in
            MCPToolResult(content: [.text(""), .text("done"), .text("")])
        }
        let result = try await result(of: MessageServer.toolUse("t1", "run", [:]), tools: [tool])
        #expect(result.block?["content"] == [["type": "text", "text": "done"]])
        #expect(result.block?["is_error"] == nil)
    }

    @Test func `a result that cannot be converted is an error of the tool`() async throws {
        let tool = MCPTool(.init(name: "sing", inputSchema: ["type": "object"])) { _ in
            MCPToolResult(content: [.audio(Data([0]), mediaType: "audio/wav")])
        }
        let result = try await result(of: MessageServer.toolUse("t1", "sing", [:]), tools: [tool])
        #expect(result.block?["is_error"] == true)
        #expect(result.block?["content"] == "Error: a sound cannot be sent to the API")
    }

    /// The tools that the model is told of, and the result of its one call.
    private func result(
        of call: JSONValue,
        tools: [any Tool]
    ) async throws -> (tools: JSONValue?, block: JSONValue?) {
        let transport = MessageServer.transport(
            MessageServer.toolCalls(call),
            MessageServer.message([MessageServer.text("Done.")])
        )
        let params = Beta.MessageCreateParams(maxTokens: 64, messages: [.user("Go.")], model: "model-x")
        _ = try await AnthropicClient(over: transport).beta.messages.toolRunner(params, tools: tools).finalMessage()
        let bodies = try await transport.requestBodies
        return (bodies.first?["tools"], bodies.last?["messages"]?[2]?["content"]?[0])
    }
}
