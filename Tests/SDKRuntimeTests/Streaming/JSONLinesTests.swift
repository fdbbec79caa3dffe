import Foundation
import SDKRuntime
import TestSupport
import Testing

@Suite struct JSONLinesTests {
    static let allCases = ConformanceCases.cases(suite: "jsonl")
    static let cases = allCases.filter { $0.input["batch"] == nil }
    static let batchCases = allCases.filter { $0.input["batch"] != nil }

    @Test func allCasesAreRead() {
        #expect(Self.allCases.count == ConformanceCases.count(suite: "jsonl"))
        #expect(!Self.cases.isEmpty && !Self.batchCases.isEmpty)
    }

    @Test(arguments: batchCases)
    func readBatch(_ testCase: ConformanceCase) async throws {
        var expected = Expectations(testCase)
        let batch = try #require(testCase.input["batch"])
        let transport = ScriptedTransport(body: batch.description)
        let outcome = await Outcome { try await Self.results(TestClient(over: transport)) }
        #expect(outcome.error?.kind.description == expected.take("error")?.stringValue)
        #expect(outcome.error?.message.contains(batch["processing_status"]?.stringValue ?? "-") == true)
        if let count = expected.take("transport_calls")?.intValue {
            #expect(await transport.sent.count == count)
        }
        expected.finish()
    }

    @Test(
        arguments: [
            ("https://api.anthropic.com/v1/results", true), ("https://API.anthropic.com:443/v1/results?a=%2F", true),
            ("https://storage.test/results", false), ("http://api.anthropic.com/v1/results", false),
        ]
    )
    func `credentials go along only to the results at home`(_ url: String, isHome: Bool) async throws {
        let transport = ScriptedTransport([
            .respond(status: 200, headers: [:], body: Data(#"{"results_url":"\#(url)"}"#.utf8)),
            .respond(status: 200, headers: [:], body: Data("1\n2\n".utf8)),
        ])
        let stream = try await Self.results(TestClient(over: transport))
        #expect(await stream.collect().elements == [1, 2])
        let sent = try #require(await transport.sent.last)
        #expect(sent.url.lowercased() == url.lowercased())
        #expect(sent.header("accept") == "application/binary")
        #expect(sent.header("anthropic-beta") == "batches")
        #expect((sent.header("x-api-key") != nil) == isHome)
    }

    /// Looks a batch up and reads its results, as generated code and a helper of the API do it.
    private static func results(_ client: TestClient) async throws -> JSONLinesStream<JSONValue> {
        let batch = try await client.send(APIRequest(.get, "/v1/messages/batches/msgbatch_1"))
        var request = APIRequest(.get, "/v1/messages/batches/msgbatch_1/results")
        request.header("anthropic-beta", appending: "batches")
        request.accept("application/binary")
        return try await client.core.results(
            request,
            at: batch["results_url"]?.stringValue,
            state: batch["processing_status"]?.stringValue
        )
    }

    @Test(arguments: cases)
    func read(_ testCase: ConformanceCase) async throws {
        let input = try StreamInput(testCase.input)
        for chunks in input.allChunkings {
            var expected = Expectations(testCase)
            let end: ScriptedBody.End =
                testCase.input["then"] != nil
                ? .failure(TransportError(.connection, "the connection was reset")) : .normal
            let (items, failure) = await (try Self.stream(chunks.map { Data($0) }, end)).collect()
            let error = failure as? APIError
            if let list = expected.take("items") {
                #expect(.array(items) == list)
            }
            if let count = expected.take("items_count")?.intValue {
                #expect(items.count == count)
            }
            if let list = expected.take("items_before_error") {
                #expect(.array(items) == list)
            }
            #expect(error?.kind.description == expected.take("error")?.stringValue)
            if let number = expected.take("line_number")?.intValue {
                #expect(error?.message.contains("line \(number) ") == true)
                #expect(error?.body == .text("{bad"))
                #expect(error?.requestID == "req_1")
            }
            expected.finish()
        }
    }

    @Test func `values come as their lines do`() async throws {
        let transport = ScriptedTransport([.stream(chunks: [Data("1\n2\n".utf8), Data("3".utf8)])])
        let stream: JSONLinesStream<Int> = try await TestClient(over: transport).core.jsonLines(APIRequest(.get, "/x"))
        var iterator = stream.makeAsyncIterator()
        #expect(try await iterator.next() == 1)
        #expect(try await iterator.next() == 2)
        #expect(transport.bodies.withLock { $0.chunks } == 1)
        #expect(try await iterator.next() == 3)
        #expect(try await iterator.next() == nil)
        #expect((await stream.collect().error as? APIError)?.kind == .alreadyConsumed)
    }

    @Test func `strings are JSON, whatever the content type says`() async throws {
        let transport = ScriptedTransport(headers: [.contentType: "text/plain"], body: "\"a\"\n  \t\n\"b\"")
        let stream: JSONLinesStream<String> = try await TestClient(over: transport).core
            .jsonLines(APIRequest(.get, "/x"))
        #expect(await stream.collect().elements == ["a", "b"])
    }

    @Test func `a JSON text sequence is read line by line`() async throws {
        let transport = ScriptedTransport(body: "\u{1E}{\"a\":1}\n\u{1E}\n\u{1E}2\n")
        let stream: JSONLinesStream<JSONValue> = try await TestClient(over: transport).core
            .jsonLines(APIRequest(.get, "/x"))
        #expect(await stream.collect().elements == [["a": 1], 2])
    }

    @Test func `a line of a megabyte is a line`() async throws {
        let text = String(repeating: "z", count: 1 << 20)
        let transport = ScriptedTransport(body: "\"\(text)\"\n\"b\"\n")
        let stream: JSONLinesStream<String> = try await TestClient(over: transport).core
            .jsonLines(APIRequest(.get, "/x"))
        #expect(await stream.collect().elements == [text, "b"])
    }

    @Test func `leaving the loop closes the connection`() async throws {
        let transport = ScriptedTransport([.stream(chunks: [Data("1\n2\n".utf8)], end: .silence)])
        let stream: JSONLinesStream<Int> = try await TestClient(over: transport).core.jsonLines(APIRequest(.get, "/x"))
        for try await _ in stream { break }
        #expect(transport.bodies.withLock { $0.open } == 0)
        #expect(stream.response.status == 200)
    }

    private static func stream(_ chunks: [Data], _ end: ScriptedBody.End) async throws -> JSONLinesStream<JSONValue> {
        let headers = HTTPFields(named: ["request-id": "req_1"])
        let transport = ScriptedTransport([.stream(headers: headers, chunks: chunks, end: end)])
        return try await TestClient(over: transport).core.jsonLines(APIRequest(.get, "/x"))
    }
}
