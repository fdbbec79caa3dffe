import Anthropic
import Testing

extension RecordedCall {
    /// A question with a short answer.
    static let question = MessageCreateParams(
        maxTokens: 256,
        messages: [.user("Name a river in Switzerland.")],
        model: .claudeOpus4_8
    )

    /// A question that wants a tool.
    static let toolQuestion = MessageCreateParams(
        maxTokens: 1024,
        messages: [.user("Will it rain in Bergen?")],
        model: .claudeOpus4_8,
        system: "Answer in one sentence.",
        tools: [.custom(forecast)]
    )

    static let forecast = ToolParam(
        inputSchema: .init(properties: .value(["place": ["type": "string"]]), required: .value(["place"])),
        name: "get_forecast",
        description: "Gives the weather forecast of a place."
    )

    /// Calls of `messages.create` and `messages.countTokens`.
    static let messages = [
        RecordedCall("create-message", requests: ["POST /v1/messages", "POST /v1/messages"]) { client in
            var params = toolQuestion
            let first = try await client.messages.create(params)
            #expect(first.id == "msg_01Ty8WbNcRq4XkJz6VfHsLmD")
            #expect(first.stopReason == .toolUse)
            #expect(first.text == "I will look.")
            #expect(first.usage.inputTokens == 412)
            #expect(first.decodingIssues.isEmpty)
            let use = try #require(first.toolUses.first)
            #expect(use.name == "get_forecast")
            #expect(use.input == ["place": "Bergen"])

            let result = ToolResultBlockParam(toolUseID: use.id, content: "Rain from noon on.")
            params.messages += [MessageParam(first), .user(.blocks([.toolResult(result)]))]
            let second = try await client.messages.create(params)
            #expect(second.stopReason == .endTurn)
            #expect(second.text == "Yes, it will rain in Bergen from noon on.")
        },
        RecordedCall("create-message-400", requests: ["POST /v1/messages"]) { client in
            var params = question
            params.maxTokens = 0
            try await APIFailure(
                .badRequest,
                400,
                "invalid_request_error",
                "max_tokens: must be greater than or equal to 1",
                "req_011CZkZBK1aXy3fVwQ7mTe3c"
            ).expect { [params] in _ = try await client.messages.create(params) }
        },
        RecordedCall("create-message-401", requests: ["POST /v1/messages"]) { client in
            try await APIFailure(
                .authentication,
                401,
                "authentication_error",
                "invalid x-api-key",
                "req_011CZkZBK1aXy3fVwQ7mTe4d"
            ).expect { _ = try await client.messages.create(question) }
        },
        RecordedCall("create-message-413", requests: ["POST /v1/messages"]) { client in
            try await APIFailure(
                .contentTooLarge,
                413,
                "request_too_large",
                "Request exceeds the maximum size",
                "req_011CZkZBK1aXy3fVwQ7mTe5e"
            ).expect { _ = try await client.messages.create(question) }
        },
        RecordedCall(
            "create-message-429-then-200",
            requests: ["POST /v1/messages", "POST /v1/messages +1"],
            pauses: [.seconds(12)]
        ) { client in
            let (message, response) = try await client.withResponse { try await $0.messages.create(question) }
            #expect(message.text == "The Aare.")
            #expect(response.retriesTaken == 1)
            #expect(response.requestID == "req_011CZkZBK1aXy3fVwQ7mTe7g")
        },
        RecordedCall(
            "create-message-529",
            requests: ["POST /v1/messages", "POST /v1/messages +1", "POST /v1/messages +2"],
            pauses: [.seconds(0.5), .seconds(1)]
        ) { client in
            try await APIFailure(.overloaded, 529, "overloaded_error", "Overloaded", "req_011CZkZBK1aXy3fVwQ7mTe8k")
                .expect { _ = try await client.messages.create(question) }
        },
        RecordedCall("count-tokens", requests: ["POST /v1/messages/count_tokens"]) { client in
            let params = MessageCountTokensParams(
                messages: [.user("Will it rain in Bergen?")],
                model: .claudeOpus4_8,
                system: "Answer in one sentence.",
                tools: [.custom(forecast)]
            )
            let count = try await client.messages.countTokens(params)
            #expect(count.inputTokens == 412)
        },
        RecordedCall("count-tokens-404", requests: ["POST /v1/messages/count_tokens"]) { client in
            let params = MessageCountTokensParams(messages: question.messages, model: "claude-next")
            try await APIFailure(
                .notFound,
                404,
                "not_found_error",
                "model: claude-next",
                "req_011CZkZBK1aXy3fVwQ7mTg2b"
            ).expect { _ = try await client.messages.countTokens(params) }
        },
    ]
}
