import Foundation
import SDKRuntime
import TestSupport
import Testing

/// How a stream ends, other than well.
@Suite struct EventStreamErrorTests {
    private static let request = APIRequest(.post, "/v1/messages")

    private static func events(
        _ transport: ScriptedTransport,
        _ options: ClientOptions = .init()
    ) async throws -> EventStream<StreamEvent> {
        try await TestClient(over: transport, options: options).core.events(
            request,
            .init(),
            EventStreamTests.description
        )
    }

    @Test(
        arguments: [
            ("overloaded_error", "overloaded"), ("rate_limit_error", "rateLimit"), ("api_error", "internalServer"),
            ("not_found", "notFound"), ("invalid_request_error", "badRequest"), ("whatever", "apiStatus"),
        ]
    )
    func `the type of an error tells its kind`(_ type: String, kind: String) async throws {
        let data = #"{"type":"error","error":{"type":"\#(type)","message":"no"}}"#
        let transport = EventStreamTests.sse("event: error\ndata: \(data)\n\ndata: {\"type\":\"message_stop\"}\n\n")
        let (elements, failure) = await (try Self.events(transport)).collect()
        let error = try #require(failure as? APIError)
        #expect(elements.isEmpty)
        #expect(error.kind.description == kind)
        #expect(error.status == nil)
        #expect(error.type == type)
        #expect(error.message == "no")
        #expect(error.requestID == "req_st")
        #expect(error.body == .json(["type": "error", "error": ["type": .string(type), "message": "no"]]))
        #expect(transport.bodies.withLock { $0.open } == 0)
    }

    @Test(arguments: [("data: {\"type\":\"error\"}", #"{"type":"error"}"#), ("event: error\ndata: gone", "gone")])
    func `errors need neither a name nor JSON`(_ event: String, message: String) async throws {
        let (elements, error) = await (try Self.events(EventStreamTests.sse("\(event)\n\n"))).collect()
        #expect(elements.isEmpty)
        #expect((error as? APIError)?.message == message)
        #expect((error as? APIError)?.kind == .apiStatus)
    }

    @Test func `a broken connection is reported after the events before it`() async throws {
        let reset = TransportError(.connection, "the connection was reset")
        let transport = EventStreamTests.sse("data: {\"type\":\"message_stop\"}\n\ndata: {\"ty", end: .failure(reset))
        let stream = try await Self.events(transport)
        var iterator = stream.makeAsyncIterator()
        #expect(try await iterator.next()?.typeName == "message_stop")
        let error = await #expect(throws: APIError.self) { _ = try await iterator.next() }
        #expect(error?.kind == .connection)
        #expect(error?.status == nil)
        #expect(error?.requestID == "req_st")
        #expect(error?.request == "POST https://api.anthropic.com/v1/messages")
        #expect(try await iterator.next() == nil)
    }

    @Test func `an error of the transport's own passes unchanged`() async throws {
        struct Odd: Error {}
        let (_, error) = await (try Self.events(EventStreamTests.sse("", end: .failure(Odd())))).collect()
        #expect(error is Odd)
    }

    @Test func `cancelling the task ends a silent stream`() async throws {
        let transport = EventStreamTests.sse("data: {\"type\":\"message_stop\"}\n\n", end: .silence)
        let stream = try await Self.events(transport)
        let (started, start) = AsyncStream.makeStream(of: Void.self)
        let task = Task {
            for try await _ in stream { start.yield() }
        }
        for await _ in started { break }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(transport.bodies.withLock { $0.open } == 0)
    }

    @Test func `letting go of a stream closes the connection`() async throws {
        let transport = EventStreamTests.sse("data: {}\n\n", end: .silence)
        var stream: EventStream<StreamEvent>? = try await Self.events(transport)
        #expect(stream?.response.status == 200)
        #expect(transport.bodies.withLock { $0.open } == 1)
        stream = nil
        #expect(transport.bodies.withLock { $0.open } == 0)
        #expect(transport.bodies.withLock { $0.chunks } == 0)
    }

    @Test(
        arguments: [
            ("application/json", #"{"error":"no"}"#, .json(["error": "no"])),
            ("text/html; charset=utf-8", "<p>\n\nwait</p>", .text("<p>\n\nwait</p>")),
            ("text/plain", "", nil),
        ] as [(String, String, APIError.Body?)]
    )
    func `something else in place of a stream is an error that has it`(
        _ type: String,
        _ text: String,
        _ body: APIError.Body?
    ) async throws {
        let transport = ScriptedTransport(headers: [.contentType: type], body: text)
        let (elements, error) = await (try Self.events(transport)).collect()
        #expect(elements.isEmpty)
        #expect((error as? APIError)?.kind == .decoding)
        #expect((error as? APIError)?.body == body)
    }

    @Test(arguments: ["text/event-stream", "Text/Event-Stream; charset=utf-8", nil])
    func `a stream without events is one all the same`(_ type: String?) async throws {
        let headers = type.map { HTTPFields(named: ["content-type": $0]) } ?? [:]
        let (elements, error) = await (try Self.events(ScriptedTransport(headers: headers, body: ": hello\n\n")))
            .collect()
        #expect(elements.isEmpty)
        #expect(error == nil)
    }

    @Test func `events of another type are events`() async throws {
        let transport = ScriptedTransport(
            headers: [.contentType: "text/plain"],
            body: "data: {\"type\":\"message_stop\"}\n\n"
        )
        let (elements, error) = await (try Self.events(transport)).collect()
        #expect(elements.map(\.typeName) == ["message_stop"])
        #expect(error == nil)
    }

    @MainActor @Test func `streams work from the main actor`() async throws {
        let transport = EventStreamTests.sse("data: {\"type\":\"message_stop\"}\n\n")
        var count = 0
        for try await _ in try await Self.events(transport) {
            MainActor.assertIsolated()
            count += 1
        }
        #expect(count == 1)
    }

    @Test func `an event that cannot be read is logged`() async throws {
        let log = RecordedLog()
        let transport = EventStreamTests.sse("data: nonsense\n\n")
        _ = await (try Self.events(transport, .init(logger: log.logger))).collect()
        #expect(log.lines.map(\.level) == ["warning"])
        #expect(transport.bodies.withLock { $0.open } == 0)
    }

    @Test func `withResponse sees the head, and asResponse gets the body`() async throws {
        let transport = EventStreamTests.sse("data: {\"type\":\"message_stop\"}\n\n")
        let client = try TestClient(over: transport)
        let (stream, response) = try await client.withResponse { client -> EventStream<StreamEvent> in
            try await client.core.events(Self.request)
        }
        #expect(response.requestID == "req_st")
        #expect(response.body.isEmpty)
        #expect(await stream.collect().elements.count == 1)
        let unread = try await client.asResponse { client -> EventStream<StreamEvent> in
            try await client.core.events(Self.request)
        }
        #expect(try await unread.body.collect() == Data("data: {\"type\":\"message_stop\"}\n\n".utf8))
    }
}
