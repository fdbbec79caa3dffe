import Anthropic
import TestSupport
import Testing

/// What is left of a conversation that a tool runner cannot go on with.
@Suite(.timeLimit(.minutes(10))) struct ToolRunnerFailureTests {
    private static let busy = MessageServer.answer(
        ["error": ["type": "overloaded_error", "message": "busy"]],
        status: 529
    )

    @Test(arguments: [true, false])
    func `a failed request stays the error of the last message`(isFirst: Bool) async throws {
        let earlier = isFirst ? [] : [MessageServer.answer(SumConversation.call)]
        let transport = ScriptedTransport(earlier + [Self.busy, MessageServer.answer(SumConversation.answer)])
        let runner = try SumConversation.runner(over: transport)
        for _ in 0..<2 {
            let error = try await #require(throws: APIError.self) { try await runner.finalMessage() }
            #expect(error.kind == .overloaded)
        }
        #expect(await transport.sent.count == earlier.count + 1)
    }

    @Test func `a cancelled conversation has no last message`() async throws {
        let transport = MessageServer.transport(SumConversation.call, SumConversation.answer)
        let runner = try SumConversation.runner(over: transport)
        let task = Task {
            for try await _ in runner { withUnsafeCurrentTask { $0?.cancel() } }
        }
        await #expect(throws: CancellationError.self) { try await task.value }
        await #expect(throws: CancellationError.self) { try await runner.finalMessage() }
        #expect(await transport.sent.count == 1)
    }

    @Test func `results without a place are an error`() async throws {
        let transport = MessageServer.transport(SumConversation.call, SumConversation.answer)
        let (started, start) = AsyncStream.makeStream(of: Void.self)
        let (replaced, goOn) = AsyncStream.makeStream(of: Void.self)
        let wait = InlineTool("add", "Waits.") { (_: SumConversation.Sum) in
            start.finish()
            for await _ in replaced {}
            return "3"
        }
        let runner = try SumConversation.runner(over: transport, tools: [wait])
        let task = Task { try await runner.finalMessage() }
        for await _ in started {}
        runner.params.messages = [.user("Once more.")]
        goOn.finish()
        let error = try await #require(throws: APIError.self) { try await task.value }
        #expect(error.kind == .invalidArgument)
        #expect(await transport.sent.count == 1)
    }
}
