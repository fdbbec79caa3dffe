import Anthropic
import Foundation
import TestSupport
import Testing

/// The loop of the tool runner, message by message as they go over HTTP.
@Suite(.timeLimit(.minutes(10))) struct ToolRunnerTests {
    private static let add = SumConversation.add
    private static let params = SumConversation.params
    private static let call = SumConversation.call
    private static let answer = SumConversation.answer

    @Test func `a conversation as it goes over HTTP`() async throws {
        let transport = MessageServer.transport(Self.call, Self.answer)
        var params = Self.params
        params.tools = [.webSearch20250305(.init())]
        let runner = try AnthropicClient(over: transport).beta.messages.toolRunner(params, tools: [Self.add])
        var reasons: [String?] = []
        for try await message in runner { reasons.append(message.stopReason?.rawValue) }
        #expect(reasons == ["tool_use", "end_turn"])
        #expect(try await runner.finalMessage().content.count == 1)

        let tools: JSONValue = [
            ["name": "web_search", "type": "web_search_20250305"],
            [
                "name": "add", "description": "Adds two integers.",
                "input_schema": [
                    "type": "object", "properties": ["a": ["type": "integer"], "b": ["type": "integer"]],
                    "required": ["a", "b"],
                ],
            ],
        ]
        let first: JSONValue = ["role": "user", "content": "Hi"]
        let bodies = try await transport.requestBodies
        #expect(bodies.map { $0["tools"] } == [tools, tools])
        #expect(
            bodies.map { $0["messages"] } == [
                [first],
                [
                    first,
                    [
                        "role": "assistant",
                        "content": [["type": "tool_use", "id": "t1", "name": "add", "input": ["a": 1, "b": 2]]],
                    ],
                    ["role": "user", "content": [["type": "tool_result", "tool_use_id": "t1", "content": "3"]]],
                ],
            ]
        )
        let sent = await transport.sent
        #expect(sent.map { $0.header("x-stainless-helper") } == ["BetaToolRunner", "BetaToolRunner"])
        #expect(sent.map(\.url) == Array(repeating: "https://api.anthropic.com/v1/messages?beta=true", count: 2))
        #expect(params.messages.count == 1)
        #expect(params.tools?.count == 1)
    }

    // MARK: - The end of a conversation

    @Test func `a refusal ends the conversation, whatever it asks for`() async throws {
        let transport = MessageServer.transport(
            MessageServer.message([MessageServer.toolUse("t1", "add", ["a": 1, "b": 2])], stopReason: "refusal")
        )
        let message = try await runner(over: transport).finalMessage()
        #expect(message.stopReason == .refusal)
        #expect(await transport.sent.count == 1)
    }

    @Test func `an error of the API ends the conversation`() async throws {
        let transport = ScriptedTransport([
            MessageServer.answer(Self.call),
            MessageServer.answer(["error": ["type": "overloaded_error", "message": "busy"]], status: 529),
            MessageServer.answer(Self.answer),
        ])
        let runner = try runner(over: transport)
        let turns = runner.makeAsyncIterator()
        #expect(try await turns.next()?.id == "msg_1")
        let error = try await #require(throws: APIError.self) { try await turns.next() }
        #expect(error.kind == .overloaded)
        #expect(try await turns.next() == nil)
        #expect(await transport.sent.count == 2)
    }

    @Test func `turns can be read once`() async throws {
        let runner = try runner(over: MessageServer.transport(Self.call, Self.answer))
        for try await _ in runner {}
        let error = try await #require(throws: APIError.self) { for try await _ in runner {} }
        #expect(error.kind == .alreadyConsumed)
        #expect(try await runner.finalMessage().stopReason == .endTurn)
    }

    @Test func `the last message can be waited for from the middle`() async throws {
        let transport = MessageServer.transport(Self.call, Self.answer)
        let runner = try runner(over: transport)
        for try await _ in runner { break }
        #expect(await transport.sent.count == 1)
        #expect(try await runner.finalMessage().stopReason == .endTurn)
        #expect(await transport.sent.count == 2)
    }

    @Test func `cancelling the task reaches the tools, and nothing more is sent`() async throws {
        let transport = MessageServer.transport(Self.call, Self.answer)
        let (started, start) = AsyncStream.makeStream(of: Void.self)
        let wait = InlineTool("add", "Waits.") { (_: SumConversation.Sum) async throws -> String in
            start.yield()
            try await untilCancelled()
        }
        let runner = try runner(over: transport, tools: [wait])
        let task = Task { try await runner.finalMessage() }
        for await _ in started { break }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(await transport.sent.count == 1)
    }

    // MARK: - Between turns

    @Test func `what the loop changes goes into the next request`() async throws {
        let transport = MessageServer.transport(Self.call, Self.answer)
        let runner = try runner(over: transport)
        for try await message in runner where message.stopReason == .toolUse {
            runner.params.maxTokens = 20
            runner.options.headers = ["X-Turn": "2", "X-Stainless-Helper": "mine"]
            runner.params.messages.append(.init(content: "Be brief.", role: .user))
        }
        let body = try #require(try await transport.requestBodies.last)
        #expect(body["max_tokens"] == 20)
        #expect(
            body["messages"]?.arrayValue?.suffix(2) == [
                ["role": "user", "content": [["type": "tool_result", "tool_use_id": "t1", "content": "3"]]],
                ["role": "user", "content": "Be brief."],
            ]
        )
        let sent = await transport.sent.last
        #expect(sent?.header("x-turn") == "2")
        #expect(sent?.header("x-stainless-helper") == "mine, BetaToolRunner")
    }

    @Test func `a message that is appended lets the conversation go on`() async throws {
        let transport = MessageServer.transport(Self.answer)
        let runner = try runner(over: transport)
        var count = 0
        for try await _ in runner {
            count += 1
            if count == 1 { runner.params.messages.append(.init(content: "And then?", role: .user)) }
        }
        #expect(count == 2)
        let messages = try await transport.requestBodies.last?["messages"]?.arrayValue
        #expect(messages?.map { $0["role"] } == ["user", "assistant", "user"])
    }

    @Test func `messages in place of the model's are sent as they are`() async throws {
        let transport = MessageServer.transport(Self.call, Self.answer)
        let runner = try runner(over: transport)
        for try await message in runner where message.stopReason == .toolUse {
            runner.params.messages = [.init(content: "Once more.", role: .user)]
        }
        #expect(try await transport.requestBodies.last?["messages"] == [["role": "user", "content": "Once more."]])
    }

    @Test(
        arguments: [
            (nil, ["cnt_1", "cnt_2"]), (.null, [nil, nil]), (.value(.id("mine")), ["mine", "mine"]),
            (.value(.container(.init(id: "mine"))), [["id": "mine"], ["id": "mine"]]),
            (.value(.container(.init(id: .null))), [["id": nil], ["id": nil]]),
            (
                .value(.container(.init(skills: [.init(skillID: "s", type: .custom)]))),
                [
                    ["id": "cnt_1", "skills": [["skill_id": "s", "type": "custom"]]],
                    ["id": "cnt_2", "skills": [["skill_id": "s", "type": "custom"]]],
                ]
            ),
        ] as [(Nullable<BetaMessageContainerParam>?, [JSONValue])]
    )
    func `a container is carried on unless the caller has one`(
        container: Nullable<BetaMessageContainerParam>?,
        expected: [JSONValue]
    ) async throws {
        let calls = ["cnt_1", "cnt_2"].map { id in
            MessageServer.toolCalls(
                MessageServer.toolUse("t1", "add", ["a": 1, "b": 2]),
                adding: ["container": ["id": .string(id), "expires_at": "2026-05-01T00:00:00Z", "skills": nil]]
            )
        }
        let transport = MessageServer.transport(calls[0], calls[1], Self.answer)
        var params = Self.params
        params.container = container
        let client = try AnthropicClient(over: transport)
        _ = try await client.beta.messages.toolRunner(params, tools: [Self.add]).finalMessage()
        #expect(try await transport.requestBodies.dropFirst().map { $0["container"] } == expected)
    }

    // MARK: - Streams

    @Test func `each message comes as a stream, and the conversation is the same`() async throws {
        let transport = ScriptedTransport([MessageServer.events(of: Self.call), MessageServer.events(of: Self.answer)])
        var params = Self.params
        params.betas = [.filesAPI20250414]
        params.extraFields["extra"] = true
        let runner = try AnthropicClient(over: transport).beta.messages.streamingToolRunner(
            params,
            tools: [Self.add]
        )
        var texts: [String] = []
        for try await stream in runner {
            var text = ""
            for try await piece in stream.textDeltas { text += piece }
            texts.append(text)
            if texts.count == 1 { runner.params.messages.append(.user("Be brief.")) }
        }
        #expect(texts == ["", "3"])
        #expect(try await runner.finalMessage().text == "3")

        let bodies = try await transport.requestBodies
        #expect(bodies.map { $0["stream"] } == [true, true])
        #expect(bodies.map { $0["extra"] } == [true, true])
        #expect(bodies.last?["messages"]?.arrayValue?.map { $0["role"] } == ["user", "assistant", "user", "user"])
        #expect(bodies.last?["messages"]?[2]?["content"]?[0]?["content"] == "3")
        let sent = await transport.sent
        #expect(sent.map { $0.header("anthropic-beta") } == ["files-api-2025-04-14", "files-api-2025-04-14"])
        #expect(sent.map { $0.header("x-stainless-helper") } == ["BetaToolRunner", "BetaToolRunner"])
    }

    @Test func `a stream that was left ends the conversation`() async throws {
        let transport = ScriptedTransport([MessageServer.events(of: Self.call)])
        let runner = try AnthropicClient(over: transport).beta.messages.streamingToolRunner(
            Self.params,
            tools: [Self.add]
        )
        let error = try await #require(throws: APIError.self) {
            for try await stream in runner {
                for try await _ in stream { break }
            }
        }
        #expect(error.kind == .incompleteStream)
        #expect(await transport.sent.count == 1)
    }

    // MARK: - Definitions

    @Test func `what cannot be sent is refused before anything is`() throws {
        let number = InlineTool("number", "Takes no object.") { (input: Int) in "\(input)" }
        let opaque = InlineTool("opaque", "Has no schema.") { (_: Opaque) in "" }
        let client = try AnthropicClient(over: ScriptedTransport())
        for (tools, limit, text) in [
            ([Self.add, Self.add], nil, "'add'"), ([number], nil, "'number'"), ([opaque], nil, "'Opaque'"),
            ([], 0, "'maxIterations'"),
        ] as [([any Tool], Int?, String)] {
            let error = try #require(throws: APIError.self) {
                try client.beta.messages.toolRunner(Self.params, tools: tools, maxIterations: limit)
            }
            #expect(error.kind == .invalidArgument)
            #expect(error.message.contains(text), "\(error.message)")
        }
    }

    @Test func `a tool has no name of one that the parameters have`() throws {
        let client = try AnthropicClient(over: ScriptedTransport())
        let search = InlineTool("web_search", "Searches.", inputSchema: ["type": "object"]) { (_: JSONValue) in "" }
        var params = Self.params
        params.tools = [.webSearch20250305(.init()), .custom(try Self.add.customDefinition())]
        for (tool, name) in [(Self.add, "'add'"), (search, "'web_search'")] as [(any Tool, String)] {
            let error = try #require(throws: APIError.self) {
                try client.beta.messages.toolRunner(params, tools: [tool])
            }
            #expect(error.kind == .invalidArgument)
            #expect(error.message.contains(name), "\(error.message)")
        }
    }

    private enum Opaque: Decodable { case a(Int), b(String) }

    private func runner(over transport: ScriptedTransport, tools: [any Tool] = [add]) throws -> ToolRunner<BetaMessage>
    {
        try AnthropicClient(over: transport).beta.messages.toolRunner(Self.params, tools: tools)
    }
}
