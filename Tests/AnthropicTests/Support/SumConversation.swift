import Anthropic
import TestSupport

/// A conversation in which the model adds two numbers with a tool.
enum SumConversation {
    struct Sum: Decodable {
        var a: Int
        var b: Int
    }

    static let add = InlineTool("add", "Adds two integers.") { (input: Sum) in "\(input.a + input.b)" }
    static let params = Beta.MessageCreateParams(
        maxTokens: 10,
        messages: [.init(content: "Hi", role: .user)],
        model: "claude-test"
    )
    static let call = MessageServer.toolCalls(MessageServer.toolUse("t1", "add", ["a": 1, "b": 2]))
    static let answer = MessageServer.message([MessageServer.text("3")])

    static func runner(
        over transport: ScriptedTransport,
        tools: [any Tool] = [add]
    ) throws -> ToolRunner<BetaMessage> {
        try AnthropicClient(over: transport).beta.messages.toolRunner(params, tools: tools)
    }

    /// The results that the model is sent for its calls.
    static func results(of calls: JSONValue, tools: [any Tool]) async throws -> [JSONValue] {
        let transport = MessageServer.transport(calls, answer)
        _ = try await runner(over: transport, tools: tools).finalMessage()
        return try await transport.sentResults
    }
}

extension ScriptedTransport {
    /// The results of tools that the last request ends with.
    var sentResults: [JSONValue] {
        get throws { try requestBodies.last?["messages"]?.arrayValue?.last?["content"]?.arrayValue ?? [] }
    }
}
