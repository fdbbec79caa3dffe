import Anthropic
import Testing

extension RecordedCall {
    /// Calls of `messages.stream`.
    static let streams = [
        RecordedCall("stream-message", requests: ["POST /v1/messages"]) { client in
            let stream = try await client.messages.stream(toolQuestion)
            #expect(stream.requestID == "req_011CZkZBK1aXy3fVwQ7mTf1a")
            #expect(try await texts(of: stream) == ["I will", " look."])
            let message = try await stream.finalMessage()
            #expect(message.stopReason == .toolUse)
            #expect(message.toolUses.map(\.id) == ["toolu_01Ab3CdEfGh5JkLmNpQrStUv"])
            #expect(message.toolUses.map(\.input) == [["place": "Bergen"]])
            #expect(message.usage.inputTokens == 412)
            #expect(message.usage.outputTokens == 58)
        },
        RecordedCall("stream-message-error", requests: ["POST /v1/messages"]) { client in
            let stream = try await client.messages.stream(question)
            try await APIFailure(.overloaded, nil, "overloaded_error", "Overloaded", "req_011CZkZBK1aXy3fVwQ7mTf2b")
                .expect { _ = try await texts(of: stream) }
            #expect(stream.snapshot?.text == "The Aa")
        },
        RecordedCall(
            "stream-message-529-then-200",
            requests: ["POST /v1/messages", "POST /v1/messages +1"],
            pauses: [.seconds(0.5)]
        ) { client in
            let stream = try await client.messages.stream(question)
            #expect(try await texts(of: stream) == ["The ", "Aare."])
            #expect(try await stream.finalMessage().id == "msg_01Kn7ZeQfUt1AnMc9YiLvPqG")
        },
        RecordedCall("stream-message-cut-off", requests: ["POST /v1/messages"]) { client in
            let stream = try await client.messages.stream(question)
            #expect(try await texts(of: stream) == ["The ", "Aa"])
            let error = try await #require(throws: APIError.self) { try await stream.finalMessage() }
            #expect(error.kind == .incompleteStream)
            #expect(error.requestID == "req_011CZkZBK1aXy3fVwQ7mTf5e")
        },
    ]

    private static func texts(of stream: MessageStream) async throws -> [String] {
        try await stream.textDeltas.elements()
    }
}
