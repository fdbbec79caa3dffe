import Foundation
import Responses
import TestSupport
import Testing

/// The golden API `Tests/Fixtures/Golden/Responses`, called: results at URLs, bytes, and answers that may be null.
@Suite struct ResultsTests {
    private static let batch = #"{"processing_status":"ended","results":{"url":"https://responses.test/r/1?a=b"}}"#

    @Test func `results are read at the URL that another call names`() async throws {
        let transport = Self.transport([Self.batch, "{\"id\":\"1\"}\n{\"id\":\"2\"}\n"])
        let results = try await Self.client(over: transport).batches.results(id: "b/1", .init(betas: ["x"]))
        #expect(try await Self.ids(of: results) == ["1", "2"])
        let sent = await transport.sent
        #expect(sent.map(\.url) == ["https://responses.test/batches/b%2F1", "https://responses.test/r/1?a=b"])
        #expect(sent.map { $0.header("accept") } == ["application/json", "application/binary"])
        #expect(sent.map { $0.header("x-beta") } == ["x,batches-1", "x,batches-1"])
        #expect(sent.allSatisfy { $0.body == nil })
    }

    @Test(arguments: [
        #"{"processing_status":"in_progress","results":null}"#, #"{"processing_status":"in_progress"}"#,
        #"{"processing_status":"in_progress","results":{"url":null}}"#,
    ])
    func `without a URL the error says how far the service is`(batch: String) async throws {
        let transport = Self.transport([batch])
        let error = await #expect(throws: APIError.self) {
            try await Self.client(over: transport).batches.results(id: "1")
        }
        #expect(error?.kind == .resultsNotReady)
        #expect(error?.message.contains("'in_progress'") == true)
        #expect(await transport.sent.count == 1)
    }

    @Test func `the response that is handed over is that of the results`() async throws {
        let transport = Self.transport([Self.batch, "{}"])
        let response = try await Self.client(over: transport).asResponse { try await $0.batches.results(id: "1") }
        #expect(try await response.body.collect() == Data("{}".utf8))
    }

    @Test func `the other call may be one of another resource`() async throws {
        let transport = Self.transport([#"{"url":"https://storage.test/1"}"#, #"{"id":"1"}"#])
        let results = try await Self.client(over: transport).archive.results(answerValue: "1")
        #expect(try await Self.ids(of: results) == ["1"])
        #expect(await transport.sent.map(\.url) == ["https://responses.test/archive/1", "https://storage.test/1"])
    }

    @Test(arguments: [("null", nil), (#"{"id":"1"}"#, "1")])
    func `an answer may be null`(body: String, id: String?) async throws {
        #expect(try await Self.client(over: Self.transport([body])).jobs.work(id: "1")?.id == id)
    }

    @Test func `bytes are asked for by the media type that the description has for them`() async throws {
        let transport = Self.transport(["\u{0}\u{1}"])
        let download = try await Self.client(over: transport).files.download(id: "1", .init(betas: ["x", "y"]))
        #expect(try await download.data() == Data([0, 1]))
        let sent = try #require(await transport.sent.first)
        #expect(sent.header("accept") == "application/binary")
        #expect(sent.header("x-beta") == "x,y")
    }

    private static func ids(of results: JSONLinesStream<Job>) async throws -> [String] {
        var ids: [String] = []
        for try await job in results { ids.append(job.id) }
        return ids
    }

    private static func transport(_ bodies: [String]) -> ScriptedTransport {
        ScriptedTransport(bodies.map { .respond(status: 200, headers: [:], body: Data($0.utf8)) })
    }

    private static func client(over transport: ScriptedTransport) throws -> ResponsesClient {
        try ResponsesClient(options: ClientOptions(maxRetries: 0, transport: transport, environment: .none))
    }
}
