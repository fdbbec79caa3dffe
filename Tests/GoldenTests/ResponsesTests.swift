import Foundation
import Responses
import TestSupport
import Testing

/// The golden API `Tests/Fixtures/Golden/Responses`, called: answers of every kind, against literal HTTP.
@Suite struct ResponsesTests {
    @Test func `several statuses are cases`() async throws {
        let answers: [JobCreateResponse] = [
            try await Self.client(201, body: #"{"id":"1"}"#).jobs.create(),
            try await Self.client(202, [.contentType: "text/plain"], body: "later").jobs.create(),
            try await Self.client(204).jobs.create(),
            try await Self.client(207, body: "{}").jobs.create(),
        ]
        guard case .created(let job) = answers[0], case .accepted(let text) = answers[1], case .noContent = answers[2],
            case .other(let response) = answers[3]
        else {
            Issue.record("the cases are \(answers)")
            return
        }
        #expect(job.id == "1")
        #expect(text == "later")
        #expect(response.status == 207)
    }

    @Test func `header fields have types`() async throws {
        let client = try Self.client(201, Self.counts, body: #"{"id":"1"}"#)
        let (_, response) = try await client.withResponse { try await $0.jobs.create() }
        let headers = try response.headers(as: JobCreateHeaders.self)
        #expect(headers.xLeft == 3)
        #expect(headers.xTags == ["a", "b"])
    }

    @Test func `bodies of errors have types`() async throws {
        let error = await #expect(throws: APIError.self) {
            try await Self.client(422, body: #"{"field":"name"}"#).jobs.create()
        }
        #expect(try error?.body(as: Problem.self).field == "name")
        let other = await #expect(throws: APIError.self) {
            try await Self.client(400, body: #"{"reason":"no"}"#).jobs.list()
        }
        #expect(try other?.body(as: FailureError.self).reason == "no")
    }

    @Test func `a range of statuses, and none at all`() async throws {
        #expect(try await Self.client(206, body: #"[{"id":"a"}]"#).jobs.list().map(\.id) == ["a"])
        #expect(try await Self.client(204).jobs.retrieve(id: "1") == nil)
        #expect(try await Self.client(200, body: #"{"id":"a"}"#).jobs.retrieve(id: "1")?.id == "a")
        try await Self.client(200).jobs.exists(id: "1")
    }

    @Test func `media types are asked for`() async throws {
        let transport = ScriptedTransport(headers: [.contentType: "text/csv"], body: "a,b")
        let client = try Self.client(over: transport)
        #expect(try await client.jobs.report.retrieveAsCSV(id: "1") == "a,b")
        #expect(try await client.jobs.report.retrieve(id: "1").data() == Data("a,b".utf8))
        #expect(await transport.sent.map { $0.header("accept") } == ["text/csv", "application/pdf"])
    }

    @Test func `a stream says so in the body, and ends where the description says`() async throws {
        let transport = ScriptedTransport(
            headers: [.contentType: "text/event-stream"],
            body: "data: {\"text\":\"a\"}\n\ndata: {\"text\":\"b\"}\n\ndata: [DONE]\n\n"
        )
        let stream = try await Self.client(over: transport).answers.createStream(.init(question: "q"))
        var texts: [String] = []
        for try await answer in stream { texts.append(answer.text) }
        #expect(texts == ["a", "b"])
        let sent = try #require(await transport.sent.first)
        #expect(sent.body == Data(#"{"question":"q","stream":true}"#.utf8))
        #expect(sent.header("accept") == "text/event-stream")
    }

    @Test func `without a stream the body does not speak of one`() async throws {
        let transport = ScriptedTransport(body: #"{"text":"a"}"#)
        _ = try await Self.client(over: transport).answers.create(.init(question: "q"))
        #expect(await transport.sent.first?.body == Data(#"{"question":"q"}"#.utf8))
    }

    @Test func `events as they are, and values a line`() async throws {
        let events = "event: ping\ndata: -\n\nevent: news\ndata: hello\n\n"
        let stream = try await Self.client(200, [.contentType: "text/event-stream"], body: events).events.list()
        var values: [String] = []
        for try await event in stream { values.append("\(event.event): \(event.data)") }
        #expect(values == ["news: hello"])
        let lines = try await Self.client(200, body: "{\"id\":\"1\"}\n{\"id\":\"2\"}").lines.list()
        var ids: [String] = []
        for try await job in lines { ids.append(job.id) }
        #expect(ids == ["1", "2"])
    }

    private static let counts: HTTPFields = {
        var fields = HTTPFields()
        for (name, value) in [("x-left", "3"), ("x-tags", "a, b")] {
            if let name = HTTPField.Name(name) { fields[name] = value }
        }
        return fields
    }()

    private static func client(
        _ status: Int,
        _ headers: HTTPFields = [:],
        body: String = ""
    ) throws -> ResponsesClient {
        try client(over: ScriptedTransport(status: status, headers: headers, body: body))
    }

    private static func client(over transport: ScriptedTransport) throws -> ResponsesClient {
        try ResponsesClient(
            options: ClientOptions(maxRetries: 0, transport: transport, environment: .none)
        )
    }
}
