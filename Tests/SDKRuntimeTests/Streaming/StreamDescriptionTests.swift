import Foundation
import SDKRuntime
import TestSupport
import Testing

/// What an event is read as.
@Suite struct StreamDescriptionTests {
    /// An event as OpenAPI 3.2 describes one, with text as its data.
    struct TextEvent: APIModel {
        let event: String?
        let data: String
        let id: String?
        let retry: Int?
        private var modelExtras = ModelExtras()

        init(event: String?, data: String, id: String?, retry: Int?) {
            self.event = event
            self.data = data
            self.id = id
            self.retry = retry
        }

        static let table = ModelTable<Self> { row in
            row.optional("event", String.self)
            row.required("data", String.self)
            row.optional("id", String.self)
            row.optional("retry", Int.self)
        }
    }

    /// An event whose data is JSON.
    struct TickEvent: APIModel {
        let data: Tick?
        private var modelExtras = ModelExtras()
        var event: String { "tick" }

        init(data: Tick?) { self.data = data }

        static let table = ModelTable<Self> { row in
            row.constant("event", "tick")
            row.optional("data", Tick.self)
        }
    }

    struct CountEvent: APIModel {
        let data: Int
        private var modelExtras = ModelExtras()
        var event: String { "count" }

        init(data: Int) { self.data = data }

        static let table = ModelTable<Self> { row in
            row.constant("event", "count")
            row.required("data", Int.self)
        }
    }

    indirect enum AnyEvent: APIUnion {
        case tick(TickEvent)
        case count(CountEvent)
        case text(TextEvent)
        case unknown(UnknownMember)

        static let table = UnionTable<Self>(discriminator: "event") { union in
            union.member("tick", TickEvent.self, Self.tick)
            union.member("count", CountEvent.self, Self.count)
            union.member("text", TextEvent.self, Self.text)
        }

        func accept(_ visitor: inout some UnionVisitor & ~Copyable) {
            switch self {
            case .tick(let member): visitor.visit(member, at: 0)
            case .count(let member): visitor.visit(member, at: 1)
            case .text(let member): visitor.visit(member, at: 2)
            case .unknown(let member): visitor.visit(member, at: 3)
            }
        }
    }

    private static func values<Value: JSONCodable>(
        _ text: String,
        _ description: StreamDescription,
        _ decoding: DecodingMode = .lenient
    ) async throws -> (elements: [Value], error: (any Error)?) {
        let client = try TestClient(over: EventStreamTests.sse(text), options: .init(decoding: decoding))
        let stream: EventStream<Value> = try await client.core.events(APIRequest(.get, "/x"), .init(), description)
        return await stream.collect()
    }

    @Test func `nothing has a meaning of its own unless the description says so`() async throws {
        let text = "event: ping\ndata: {\"a\":1}\n\nevent: error\ndata: 2\n\ndata: \"[DONE]\"\n\n"
        let (values, error): ([JSONValue], (any Error)?) = try await Self.values(text, .init())
        #expect(error == nil)
        #expect(values == [["a": 1], 2, "[DONE]"])
    }

    @Test func `the terminator ends the stream`() async throws {
        let transport = EventStreamTests.sse("data: {\"n\":1}\n\ndata: [DONE]\n\ndata: {\"n\":2}\n\n", end: .silence)
        let client = try TestClient(over: transport)
        let stream: EventStream<JSONValue> = try await client.core.events(
            APIRequest(.get, "/x"),
            .init(),
            .init(terminator: "[DONE]")
        )
        var iterator = stream.makeAsyncIterator()
        #expect(try await iterator.next() == ["n": 1])
        #expect(try await iterator.next() == nil)
        #expect(transport.bodies.withLock { $0.open } == 0)
        #expect(try await iterator.next() == nil)
    }

    @Test func `strings are the data itself`() async throws {
        let (values, _): ([String], (any Error)?) = try await Self.values("data: plain\n\ndata: \"q\"\n\n", .init())
        #expect(values == ["plain", "\"q\""])
    }

    @Test func `an event as a whole, with text`() async throws {
        let text = "event: log\nid: 7\nretry: 10\ndata: {\"a\":1}\n\ndata: 5\n\nevent: bye\n\n"
        let (values, error): ([TextEvent], (any Error)?) = try await Self.values(text, .init(payload: .event))
        #expect(error == nil)
        #expect(
            values == [
                TextEvent(event: "log", data: #"{"a":1}"#, id: "7", retry: 10),
                TextEvent(event: nil, data: "5", id: "7", retry: nil),
                TextEvent(event: "bye", data: "", id: "7", retry: nil),
            ]
        )
        #expect(values.allSatisfy { $0.decodingIssues.isEmpty && $0.unknownFields.isEmpty })
    }

    @Test func `an event as a whole, with JSON where its member wants it`() async throws {
        let text = """
            event: tick
            data: {"type":"tick","n":3}

            event: count
            data: 42

            event: text
            data: {"x":1}

            event: tick

            event: other
            data: [1]


            """
        let description = StreamDescription(payload: .event)
        let (values, error): ([AnyEvent], (any Error)?) = try await Self.values(text, description, .strict)
        #expect(error == nil)
        #expect(
            values == [
                .tick(TickEvent(data: Tick(number: 3))),
                .count(CountEvent(data: 42)),
                .text(TextEvent(event: "text", data: #"{"x":1}"#, id: nil, retry: nil)),
                .tick(TickEvent(data: nil)),
                .unknown(UnknownMember(discriminator: "other", value: ["event": "other", "data": [1]])),
            ]
        )
    }

    @Test func `data that has to be JSON and is not is an error`() async throws {
        for mode in [DecodingMode.lenient, .strict] {
            let (values, error): ([AnyEvent], (any Error)?) = try await Self.values(
                "event: tick\ndata: {oops\n\n",
                .init(payload: .event),
                mode
            )
            #expect(values.isEmpty)
            #expect((error as? APIError)?.kind == .decoding)
            #expect((error as? APIError)?.body == .text("{oops"))
        }
    }

    @Test func `what does not fit is lenient or strict like all else`() async throws {
        let text = "event: count\ndata: many\n\n"
        let (values, _): ([AnyEvent], (any Error)?) = try await Self.values(
            "event: count\ndata: \"many\"\n\n",
            .init(payload: .event)
        )
        #expect(values.count == 1)
        let (none, error): ([AnyEvent], (any Error)?) = try await Self.values(text, .init(payload: .event), .strict)
        #expect(none.isEmpty)
        #expect((error as? APIError)?.kind == .decoding)
    }

    @Test func `raw events leave nothing out`() async throws {
        let client = try TestClient(
            over: EventStreamTests.sse("event: ping\ndata: {}\n\n: comment\n\ndata: [DONE]\n\n")
        )
        let stream: EventStream<JSONValue> = try await client.core.events(
            APIRequest(.get, "/x"),
            .init(),
            .init(terminator: "[DONE]", ignoredEvents: ["ping"])
        )
        let (events, error) = await stream.events.collect()
        #expect(error == nil)
        #expect(events == [ServerSentEvent(event: "ping", data: "{}"), ServerSentEvent(data: "[DONE]")])
        #expect((await stream.collect().error as? APIError)?.kind == .alreadyConsumed)
    }
}
