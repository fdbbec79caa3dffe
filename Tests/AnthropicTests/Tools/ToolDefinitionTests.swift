import Anthropic
import TestSupport
import Testing

/// What the model is told of a tool.
@Suite struct ToolDefinitionTests {
    struct Forecast: Tool {
        struct Input: Decodable, JSONSchemaDescribed {
            var zone: String
            var days: UInt8?

            static let jsonSchemaDescriptions = ["zone": "Where."]
        }

        let name = "forecast"
        let description = "Looks ahead."

        func definition() throws -> BetaToolUnionParam {
            .custom(try customDefinition(strict: true).replacing(\.deferLoading, with: true))
        }

        func call(_ input: Input) async throws -> String { input.zone }
    }

    @Test func `a tool can ask for more than the default`() throws {
        let definition = try JSONValue(encoding: Forecast().definition())
        #expect(
            definition == [
                "name": "forecast", "description": "Looks ahead.", "strict": true, "defer_loading": true,
                "input_schema": [
                    "type": "object",
                    "properties": [
                        "zone": ["type": "string", "description": "Where."],
                        "days": ["type": "integer", "description": "{minimum: 0}"],
                    ],
                    "required": ["zone"], "additionalProperties": false,
                ],
            ]
        )
        // The order in which the type has its members is the one in which the model is to write them.
        #expect(definition["input_schema"]?["properties"]?.objectValue?.keys == ["zone", "days"])
    }

    @Test func `the same tool for a conversation without betas`() throws {
        let definition = try JSONValue(encoding: ToolParam(Forecast()))
        #expect(definition["name"] == "forecast")
        #expect(definition["input_schema"]?["properties"]?["days"] == ["type": "integer", "minimum": 0])
        #expect(definition["strict"] == nil)
    }

    final class Tree: Decodable {
        let children: [Tree]
    }

    @Test func `definitions that the schema refers to go along`() throws {
        let definition = try JSONValue(encoding: InlineTool("t", "d") { (_: Tree) in "" }.customDefinition())
        #expect(definition["input_schema"]?["type"] == "object")
        #expect(definition["input_schema"]?["$defs"]?["Tree"]?["required"] == ["children"])
    }

    struct Remember: Tool {
        struct Input: Decodable {
            var command: String
        }

        let name = "memory"
        let description = ""

        func definition() -> BetaToolUnionParam { .memory20250818(.init()) }
        func call(_ input: Input) async -> String { input.command }
    }

    @Test func `a tool of the API is run by the client`() async throws {
        let transport = MessageServer.transport(
            MessageServer.toolCalls(MessageServer.toolUse("t1", "memory", ["command": "view"])),
            MessageServer.message([MessageServer.text("done")])
        )
        let params = Beta.MessageCreateParams(
            maxTokens: 10,
            messages: [.init(content: "Hi", role: .user)],
            model: "claude-test"
        )
        let client = try AnthropicClient(over: transport)
        _ = try await client.beta.messages.toolRunner(params, tools: [Remember()]).finalMessage()
        let bodies = try await transport.requestBodies
        #expect(bodies.first?["tools"] == [["type": "memory_20250818", "name": "memory"]])
        #expect(bodies.last?["messages"]?[2]?["content"]?[0]?["content"] == "view")
    }
}
