import Foundation
import SDKRuntime
import TestSupport
import Testing

@Suite struct EventStreamTests {
    static let cases = ConformanceCases.cases(suite: "stream_semantics")

    static let description = StreamDescription(ignoredEvents: ["ping"], errorEvents: ["error"])

    @Test func allCasesAreRead() {
        #expect(Self.cases.count == ConformanceCases.count(suite: "stream_semantics"))
        #expect(!Self.cases.isEmpty)
    }

    @Test(arguments: cases)
    func read(_ testCase: ConformanceCase) async throws {
        var expected = Expectations(testCase)
        let input = testCase.input
        let transport = try Self.transport(input)
        let client = try TestClient(over: transport)
        let outcome = await Outcome { try await Self.events(client) }
        guard let stream = outcome.value else {
            #expect(expected.take("before_first_event") == true)
            try checkEnd(outcome.error, &expected)
            expected.finish()
            return
        }
        #expect(stream.response.requestID == "req_st")

        var events: [StreamEvent] = []
        var error: (any Error)?
        do {
            for try await event in stream {
                events.append(event)
                // A consumer that is slow, without a test that is.
                if input["consumer_delay_ms"] != nil { await Task.yield() }
                if events.count == input["take"]?.intValue { break }
            }
        } catch let failure {
            error = failure
        }

        if let types = expected.take("types")?.arrayValue {
            #expect(events.map(\.typeName) == types.map(\.text))
        }
        if let count = expected.take("count")?.intValue {
            #expect(events.count == count)
        }
        if expected.take("ordered") == true {
            #expect(events == events.indices.map { .tick(Tick(number: $0)) })
        }
        // At once, which is within any time.
        if expected.take("connection_closed_within_ms") != nil {
            #expect(transport.bodies.withLock { $0.open } == 0)
        }
        if expected.take("second_iteration") == "error alreadyConsumed" {
            let second = await stream.collect()
            #expect(second.elements.isEmpty)
            #expect((second.error as? APIError)?.kind == .alreadyConsumed)
        }
        try checkEnd(error, &expected)
        expected.finish()
    }

    /// Data without a type of its own is what the event's name says.
    @Test(
        arguments: [
            ("event: tick\ndata: {\"n\":5}", "tick"), ("event: message_stop\ndata: {}", "message_stop"),
            ("event: tick\ndata: {\"x\":5}", "tick"),
            ("event: tick\ndata: {\"m\":{\"type\":\"message_stop\"},\"n\":5}", "tick"),
            ("event: shiny\ndata: {\"q\":1}", "unknown:shiny"), ("event: shiny\ndata: [1]", "unknown:shiny"),
            // What the data says counts more.
            ("event: tick\ndata: { \"type\" : \"message_stop\" }", "message_stop"),
            ("event: message\ndata: {\"type\":\"tick\",\"n\":1}", "tick"),
            // A name that no member has leaves the choice to what fits.
            ("event: message\ndata: {\"n\":5}", "tick"), ("data: {\"n\":5}", "tick"), ("data: {\"q\":1}", "unknown:-"),
        ]
    )
    func name(_ event: String, _ type: String) async throws {
        let (events, error) = await (try Self.events(TestClient(over: Self.sse("\(event)\n\n")))).collect()
        #expect(error == nil)
        #expect(events.map(\.typeName) == [type])
    }

    @Test func `a name that comes from the event is no part of an unknown member`() async throws {
        let stream = try await Self.events(TestClient(over: Self.sse("event: shiny\ndata: {\"q\":1}\n\n")))
        #expect(
            await stream.collect().elements == [.unknown(UnknownMember(discriminator: "shiny", value: ["q": 1]))]
        )
    }

    private func checkEnd(_ error: (any Error)?, _ expected: inout Expectations) throws {
        let error = try error.map { try #require($0 as? APIError) }
        switch expected.take("end")?.stringValue {
        case "apiError": #expect(error?.kind.matches(.apiStatus) == true)
        case "decodingError": #expect(error?.kind == .decoding)
        case "connectionError": #expect(error?.kind == .connection)
        default: #expect(error == nil)
        }
        if let kind = expected.take("kind")?.stringValue {
            #expect(error?.kind.description == kind)
        }
        if let type = expected.take("type") {
            #expect(error?.type == type.stringValue)
        }
        if let text = expected.take("message_contains")?.stringValue {
            #expect(error?.message.contains(text) == true)
        }
        if let status = expected.take("http_status") {
            #expect(error?.status == status.intValue)
        }
        if let id = expected.take("request_id")?.stringValue {
            #expect(error?.requestID == id)
        }
        if expected.take("raw_data_reachable") == true {
            #expect(error?.body == .text("{oops"))
        }
    }

    private static func transport(_ input: JSONValue) throws -> ScriptedTransport {
        if let status = input["status"]?.intValue {
            return ScriptedTransport(status: status, body: input["json"]?.description ?? "")
        }
        if input["generate"] == "500 numbered events at once" {
            let events = (0..<500).map { #"data: {"type":"tick","n":\#($0)}"# + "\n\n" }
            return sse(events.joined())
        }
        let end: ScriptedBody.End =
            input["then"] == "drop connection" ? .failure(TransportError(.connection, "dropped")) : .normal
        return sse(try #require(input["sse"]?.stringValue), end: end)
    }

    private static func events(_ client: TestClient) async throws -> EventStream<StreamEvent> {
        try await client.core.events(APIRequest(.post, "/v1/messages"), .init(), description)
    }

    static func sse(_ text: String, end: ScriptedBody.End = .normal) -> ScriptedTransport {
        let headers = HTTPFields(named: ["content-type": "text/event-stream", "request-id": "req_st"])
        return ScriptedTransport([.stream(headers: headers, chunks: [Data(text.utf8)], end: end)])
    }
}
