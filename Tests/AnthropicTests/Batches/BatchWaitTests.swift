import Anthropic
import Foundation
import TestSupport
import Testing

@Suite struct BatchWaitTests {
    /// A transport that answers with batches in these states, the last one for ever.
    private static func transport(_ states: String...) -> ScriptedTransport {
        ScriptedTransport(
            states.map { state in
                MessageServer.answer([
                    "id": "msgbatch_1", "type": "message_batch", "processing_status": .string(state),
                    "request_counts": ["processing": 1, "succeeded": 0, "errored": 0, "canceled": 0, "expired": 0],
                    "created_at": "2026-03-15T10:00:00Z", "expires_at": "2026-03-16T10:00:00Z", "ended_at": nil,
                    "cancel_initiated_at": nil, "archived_at": nil, "results_url": nil,
                ])
            }
        )
    }

    @Test func `pauses grow up to the longest`() async throws {
        let transport = Self.transport("in_progress", "in_progress", "canceling", "in_progress", "ended")
        let clock = VirtualClock()
        let batches = try AnthropicClient(over: transport, clock: clock).messages.batches
        let batch = try await batches.waitUntilEnded(
            messageBatchID: "msgbatch_1",
            pauses: .seconds(4) ... .seconds(10)
        )
        #expect(batch.processingStatus == .ended)
        #expect(clock.sleeps == [.seconds(4), .seconds(6), .seconds(9), .seconds(10)])
        #expect(await transport.sent.map(\.request.method) == Array(repeating: .get, count: 5))
    }

    @Test func `a batch that has ended is not waited for`() async throws {
        let clock = VirtualClock()
        let batches = try AnthropicClient(over: Self.transport("ended"), clock: clock).beta.messages.batches
        #expect(try await batches.waitUntilEnded(messageBatchID: "msgbatch_1").processingStatus == .ended)
        #expect(clock.sleeps.isEmpty)
    }

    @Test func `cancelling the task ends the waiting at once`() async throws {
        let transport = Self.transport("in_progress")
        let clock = VirtualClock()
        clock.onSleep { _ in
            withUnsafeCurrentTask { $0?.cancel() }
            try await untilCancelled()
        }
        let batches = try AnthropicClient(over: transport, clock: clock).messages.batches
        let task = Task { try await batches.waitUntilEnded(messageBatchID: "msgbatch_1") }
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(await transport.sent.count == 1)
    }

    @Test func `a look that fails for good ends the waiting`() async throws {
        let error: JSONValue = ["type": "error", "error": ["type": "not_found_error", "message": "no such batch"]]
        let transport = ScriptedTransport([MessageServer.answer(error, status: 404)])
        let batches = try AnthropicClient(over: transport).messages.batches
        let failure = await #expect(throws: APIError.self) {
            try await batches.waitUntilEnded(messageBatchID: "msgbatch_1")
        }
        #expect(failure?.kind == .notFound)
    }

    @Test(arguments: [Duration.zero, .seconds(-1)])
    func `pauses begin above zero`(pause: Duration) async throws {
        let transport = Self.transport("ended")
        let batches = try AnthropicClient(over: transport).messages.batches
        let failure = await #expect(throws: APIError.self) {
            try await batches.waitUntilEnded(messageBatchID: "msgbatch_1", pauses: pause ... .seconds(1))
        }
        #expect(failure?.kind == .invalidArgument)
        #expect(await transport.sent.isEmpty)
    }
}
