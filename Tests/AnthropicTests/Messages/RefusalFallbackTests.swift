import Anthropic
import Foundation
import TestSupport
import Testing

@Suite struct RefusalFallbackTests {
    private static let refusal = MessageServer.answer(MessageServer.message([], stopReason: "refusal"))
    private static let answer = MessageServer.answer(MessageServer.message([MessageServer.text("Yes.")]))

    private static func client(_ transport: ScriptedTransport, _ fallback: RefusalFallback) throws -> AnthropicClient {
        try AnthropicClient(over: transport).withOptions { $0.middleware = [fallback] }
    }

    private static let params = MessageCreateParams(maxTokens: 64, messages: [.user("May I?")], model: "model-1")

    @Test func `another model is asked the same`() async throws {
        let transport = ScriptedTransport([Self.refusal, Self.refusal, Self.answer])
        let client = try Self.client(transport, RefusalFallback("model-2", "model-3"))
        #expect(try await client.messages.create(Self.params).text == "Yes.")
        let bodies = try await transport.requestBodies
        #expect(bodies.map { $0["model"] } == ["model-1", "model-2", "model-3"])
        #expect(bodies.allSatisfy { $0["messages"] == [["role": "user", "content": "May I?"]] })
        #expect(bodies.allSatisfy { $0["max_tokens"] == 64 })
    }

    @Test func `an answer is the last word`() async throws {
        let transport = ScriptedTransport([Self.answer])
        let client = try Self.client(transport, RefusalFallback("model-2"))
        #expect(try await client.messages.create(Self.params).text == "Yes.")
        #expect(await transport.sent.count == 1)
    }

    @Test func `the refusal of the last model is handed out, and none is asked twice`() async throws {
        let transport = ScriptedTransport([Self.refusal])
        let client = try Self.client(transport, RefusalFallback("model-1", "model-2"))
        #expect(try await client.messages.create(Self.params).stopReason == .refusal)
        #expect(try await transport.requestBodies.map { $0["model"] } == ["model-1", "model-2"])
    }

    @Test func `an error is no refusal`() async throws {
        let error: JSONValue = ["type": "error", "error": ["type": "invalid_request_error", "message": "no"]]
        let transport = ScriptedTransport([Self.refusal, MessageServer.answer(error, status: 400)])
        let client = try Self.client(transport, RefusalFallback("model-2", "model-3"))
        let failure = await #expect(throws: APIError.self) { try await client.messages.create(Self.params) }
        #expect(failure?.kind == .badRequest)
        #expect(await transport.sent.count == 2)
    }

    @Test func `an answer that breaks off is not asked for again`() async throws {
        let broken = TransportError(.connection, "the connection was reset")
        let transport = ScriptedTransport([.stream(chunks: [Data("{".utf8)], end: .failure(broken))])
        let client = try Self.client(transport, RefusalFallback("model-2")).withOptions { $0.maxRetries = 2 }
        let error = await #expect(throws: APIError.self) { try await client.messages.create(Self.params) }
        #expect(error?.kind == .connection)
        #expect(await transport.sent.count == 1)
    }

    @Test func `the beta's messages fall back, with their query`() async throws {
        let transport = ScriptedTransport([Self.refusal, Self.answer])
        let client = try Self.client(transport, RefusalFallback("model-2"))
        let params = Beta.MessageCreateParams(maxTokens: 64, messages: [.user("May I?")], model: "model-1")
        #expect(try await client.beta.messages.create(params).text == "Yes.")
        #expect(await transport.sent.allSatisfy { $0.url.hasSuffix("/v1/messages?beta=true") })
    }

    @Test func `streams and other calls are left alone`() async throws {
        let refusal = MessageServer.message([], stopReason: "refusal")
        let transport = ScriptedTransport([MessageServer.events(of: refusal), Self.refusal])
        let client = try Self.client(transport, RefusalFallback("model-2"))
        #expect(try await client.messages.stream(Self.params).finalMessage().stopReason == .refusal)
        #expect(await transport.sent.count == 1)
        let count = MessageCountTokensParams(messages: [.user("May I?")], model: "model-1")
        _ = try await client.messages.countTokens(count)
        #expect(await transport.sent.count == 2)
    }
}
