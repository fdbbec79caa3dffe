import Foundation
import Responses
import TestSupport
import Testing

/// The golden API `Tests/Fixtures/Golden/Responses`, called: methods that say whether the answer is to be a stream.
@Suite struct StreamSwitchTests {
    @Test func `one value of params is for both methods`() async throws {
        let params = AnswerCreateParams(question: "q", tone: .dry)
        let transport = try Self.transport()
        let client = try Self.client(over: transport)
        #expect(try await client.answers.create(params).text == "a")
        #expect(try await Self.texts(of: client.answers.createStream(params)) == ["a", "b"])
        let sent = await transport.sent
        #expect(sent.map { $0.header("accept") } == ["application/json", "text/event-stream"])
        #expect(
            sent.map { $0.body.map { String(decoding: $0, as: UTF8.self) } } == [
                #"{"question":"q","tone":"dry"}"#, #"{"question":"q","stream":true,"tone":"dry"}"#,
            ]
        )
    }

    @Test func `any member of the body asks for a stream`() async throws {
        let transport = try Self.transport()
        let client = try Self.client(over: transport)
        _ = try await client.talks.create()
        _ = try await client.talks.createStream()
        let bodies = await transport.sent.map { $0.body.map { String(decoding: $0, as: UTF8.self) } }
        #expect(bodies == [nil, #"{"mode":"pieces"}"#])
    }

    @Test func `a member of the query asks for a stream`() async throws {
        let transport = try Self.transport()
        let client = try Self.client(over: transport)
        _ = try await client.tales.list(.init(about: "x"))
        _ = try await client.tales.listStream(.init(about: "x"))
        let paths = await transport.sent.map { $0.request.path ?? "" }
        #expect(
            paths.map { Set($0.split { "?&".contains($0) }) } == [
                ["/tales", "about=x"], ["/tales", "about=x", "live=true"],
            ]
        )
    }

    @Test func `where a stream is the default, its opposite is asked for`() async throws {
        let transport = try Self.transport()
        let client = try Self.client(over: transport)
        _ = try await client.echoes.create(.init(text: "t"))
        _ = try await client.echoes.createStream(.init(text: "t"))
        let bodies = await transport.sent.map { String(decoding: $0.body ?? Data(), as: UTF8.self) }
        #expect(bodies == [#"{"text":"t","stream":false}"#, #"{"text":"t","stream":true}"#])
    }

    @Test(arguments: [
        (AnswerCreateParams(question: "q", maxWords: 120), nil),
        (AnswerCreateParams(question: "q", maxWords: 121), "longer than 60 seconds: use createStream"),
        (AnswerCreateParams(question: "q", model: "tiny", maxWords: 20), nil),
        (AnswerCreateParams(question: "q", model: "tiny", maxWords: 21), "'tiny' gives at most 20"),
        (AnswerCreateParams(question: "q", model: "tiny@2", maxWords: 21), "'tiny@2' gives at most 20"),
    ])
    func `a call that takes too long is not sent`(params: AnswerCreateParams, message: String?) async throws {
        let transport = try Self.transport()
        let client = try Self.client(over: transport)
        if let message {
            let error = await #expect(throws: APIError.self) { try await client.answers.create(params) }
            #expect(error?.kind == .streamingRequired)
            #expect(error?.message.contains(message) == true)
            #expect(await transport.sent.isEmpty)
        } else {
            #expect(try await client.answers.create(params).text == "a")
        }
    }

    @Test func `a stream may take as long as it wants`() async throws {
        let transport = ScriptedTransport(headers: [.contentType: "text/event-stream"], body: Self.events)
        let params = AnswerCreateParams(question: "q", maxWords: 9_999)
        #expect(try await Self.texts(of: Self.client(over: transport).answers.createStream(params)) == ["a", "b"])
    }

    @Test(arguments: [("busy", APIError.Kind.rateLimit), ("asleep", .serviceUnavailable), ("odd", .apiStatus)])
    func `the type of an error in a stream tells its kind`(type: String, kind: APIError.Kind) async throws {
        let events = "event: error\ndata: {\"kind\":\"\(type)\"}\n\n"
        let transport = ScriptedTransport(headers: [.contentType: "text/event-stream"], body: events)
        let stream = try await Self.client(over: transport).events.list()
        let error = await #expect(throws: APIError.self) { for try await _ in stream {} }
        #expect(error?.kind == kind)
    }

    @Test func `all attempts of a call have one key`() async throws {
        let transport = ScriptedTransport([
            .respond(status: 500, headers: [:], body: Data()),
            .respond(status: 200, headers: [:], body: Data(#"{"text":"a"}"#.utf8)),
        ])
        let client = try ResponsesClient(
            options: ClientOptions(transport: transport, environment: .none, clock: VirtualClock().clock)
        )
        _ = try await client.answers.create(.init(question: "q"))
        _ = try await client.answers.create(.init(question: "q"))
        let keys = await transport.sent.map { $0.header("idempotency-key") }
        #expect(keys.count == 3 && keys[0] != nil && keys[0] == keys[1] && keys[1] != keys[2])
    }

    private static let events = "data: {\"text\":\"a\"}\n\ndata: {\"text\":\"b\"}\n\n"

    /// One answer at once, and one in pieces.
    private static func transport() throws -> ScriptedTransport {
        ScriptedTransport([
            .respond(status: 200, headers: [:], body: Data(#"{"text":"a"}"#.utf8)),
            .respond(status: 200, headers: [.contentType: "text/event-stream"], body: Data(events.utf8)),
        ])
    }

    private static func texts(of stream: EventStream<Answer>) async throws -> [String] {
        var texts: [String] = []
        for try await answer in stream { texts.append(answer.text) }
        return texts
    }

    private static func client(over transport: ScriptedTransport) throws -> ResponsesClient {
        try ResponsesClient(options: ClientOptions(maxRetries: 0, transport: transport, environment: .none))
    }
}
