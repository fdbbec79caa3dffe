import Anthropic
import Foundation
import TestSupport
import Testing

/// How a stream of a message is left, and how it fails.
@Suite struct MessageStreamEndTests {
    private static let events = StreamedEvents.message([StreamedEvents.text("a", "b")])

    @Test func `a stream can be read once`() async throws {
        let stream = try await AnthropicClient(over: StreamedEvents.transport(Self.events)).streamMessage()
        let message = try await stream.finalMessage()
        let readings: [@Sendable () async throws -> Void] = [
            { for try await _ in stream {} }, { for try await _ in stream.textDeltas {} },
        ]
        for read in readings {
            let error = await #expect(throws: APIError.self) { try await read() }
            #expect(error?.kind == .alreadyConsumed)
        }
        #expect(try await stream.finalMessage() == message)
    }

    @Test func `leaving the loop closes the connection`() async throws {
        let transport = StreamedEvents.transport(Self.events)
        let stream = try await AnthropicClient(over: transport).streamMessage()
        for try await text in stream.textDeltas where text == "a" { break }
        #expect(transport.bodies.withLock { $0.open } == 0)
        #expect(stream.snapshot?.text == "a")
        let error = await #expect(throws: APIError.self) { try await stream.finalMessage() }
        #expect(error?.kind == .incompleteStream)
        #expect(error?.requestID == "req_stream")
    }

    @Test func `a stream that is let go of closes the connection`() async throws {
        let transport = StreamedEvents.transport(Self.events)
        _ = try await AnthropicClient(over: transport).streamMessage()
        #expect(transport.bodies.withLock { $0.open } == 0)
    }

    @Test func `cancelling the task ends the stream`() async throws {
        let transport = StreamedEvents.transport(Array(Self.events.prefix(3)), end: .silence)
        let stream = try await AnthropicClient(over: transport).streamMessage()
        let reading = Task {
            for try await text in stream.textDeltas where text == "a" {
                withUnsafeCurrentTask { $0?.cancel() }
            }
        }
        await #expect(throws: CancellationError.self) { try await reading.value }
        #expect(transport.bodies.withLock { $0.open } == 0)
        await #expect(throws: CancellationError.self) { try await stream.finalMessage() }
        #expect(stream.snapshot?.text == "a")
    }

    @Test func `an error of the service is thrown, and again for the final message`() async throws {
        let error: JSONValue = ["type": "error", "error": ["type": "overloaded_error", "message": "Overloaded"]]
        let transport = StreamedEvents.transport(Self.events.prefix(3) + [error])
        let stream = try await AnthropicClient(over: transport).streamMessage()
        for _ in 0..<2 {
            let thrown = await #expect(throws: APIError.self) { try await stream.finalMessage() }
            #expect(thrown?.kind == .overloaded)
            #expect(thrown?.message == "Overloaded")
        }
        #expect(stream.snapshot?.text == "a")
    }

    @Test func `a connection that breaks after the message does not take it away`() async throws {
        let broken = TransportError(.connection, "reset")
        let whole = try await AnthropicClient(
            over: StreamedEvents.transport(Self.events, end: .failure(broken))
        ).streamMessage()
        let error = await #expect(throws: APIError.self) { for try await _ in whole {} }
        #expect(error?.kind == .connection)
        #expect(try await whole.finalMessage().text == "ab")

        let unread = try await AnthropicClient(
            over: StreamedEvents.transport(Self.events, end: .failure(broken))
        ).streamMessage()
        #expect(try await unread.finalMessage().text == "ab")
    }

    @Test(arguments: [#"{"a":1]"#, "[1,2]", "7 "])
    func `input that is no object is an error with its text`(input: String) async throws {
        let transport = StreamedEvents.transport(StreamedEvents.message([StreamedEvents.toolUse(input)]))
        let stream = try await AnthropicClient(over: transport).streamMessage()
        let error = await #expect(throws: APIError.self) { try await stream.finalMessage() }
        #expect(error?.kind == .decoding)
        #expect(error?.message.contains("block 0") == true)
        #expect(transport.bodies.withLock { $0.open } == 0)
        let message = try #require(stream.snapshot)
        #expect(message.toolUses.count == 1)
    }

    @Test func `input that the limit of tokens cuts off is kept as far as it goes`() async throws {
        let events = StreamedEvents.message(
            [StreamedEvents.toolUse(#"{"a":1,"b":"unfin"#)],
            end: ["stop_reason": "max_tokens"]
        )
        let stream = try await AnthropicClient(over: StreamedEvents.transport(events)).streamMessage()
        let message = try await stream.finalMessage()
        #expect(message.toolUses.map(\.input) == [["a": 1]])
        #expect(message.stopReason == .maxTokens)
    }

    @Test(
        arguments: [
            ([StreamedEvents.start, StreamedEvents.start], APIError.Kind.unexpectedEventOrder),
            ([["type": "message_stop"]], .unexpectedEventOrder),
            ([["type": "message_delta", "delta": [:], "usage": ["output_tokens": 1]]], .unexpectedEventOrder),
            ([StreamedEvents.start, ["type": "content_block_stop", "index": 0]], .unexpectedIndex),
            (
                [
                    StreamedEvents.start,
                    ["type": "content_block_delta", "index": -1, "delta": ["type": "text_delta", "text": "x"]],
                ], .unexpectedIndex
            ),
        ] as [([JSONValue], APIError.Kind)]
    )
    func `events that make no sense`(events: [JSONValue], kind: APIError.Kind) async throws {
        let transport = StreamedEvents.transport(events, end: .silence)
        let stream = try await AnthropicClient(over: transport).streamMessage()
        let error = await #expect(throws: APIError.self) { for try await _ in stream {} }
        #expect(error?.kind == kind)
        #expect(transport.bodies.withLock { $0.open } == 0)
    }
}
