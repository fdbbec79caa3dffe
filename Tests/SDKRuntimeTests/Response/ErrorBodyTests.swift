import Foundation
import SDKRuntime
import TestSupport
import Testing

@Suite struct ErrorBodyTests {
    struct Problem: APIModel {
        let title: String
        let retries: Int?
        private var modelExtras = ModelExtras()

        init(title: String, retries: Int? = nil) {
            self.title = title
            self.retries = retries
        }

        static let table = ModelTable<Self> { row in
            row.required("title", String.self)
            row.optional("retries", Int.self)
        }
    }

    private static func error(_ body: String, _ contentType: String = "application/problem+json") async throws
        -> APIError
    {
        let headers = HTTPFields(named: ["content-type": contentType, "request-id": "req_1"])
        let client = try TestClient(over: ScriptedTransport(status: 422, headers: headers, body: body))
        return try #require(await Outcome { try await client.send(APIRequest(.get, "/x")) }.error)
    }

    @Test func `the body is read as its type`() async throws {
        let error = try await Self.error(#"{"title":"no","retries":2}"#)
        #expect(try error.body(as: Problem.self) == Problem(title: "no", retries: 2))
    }

    @Test func `what does not fit is an issue`() async throws {
        let problem = try await Self.error(#"{"title":7}"#).body(as: Problem.self)
        #expect(problem.title == "")
        #expect(problem.decodingIssues.map(\.codingPath) == ["title"])
    }

    @Test func `text stays text`() async throws {
        #expect(try await Self.error("{gone}", "text/plain").body(as: String.self) == "{gone}")
    }

    @Test(arguments: ["", "<html>"])
    func `what is no JSON is an error that keeps the first one's facts`(_ body: String) async throws {
        let first = try await Self.error(body)
        let error = #expect(throws: APIError.self) { try first.body(as: Problem.self) }
        #expect(error?.kind == .decoding)
        #expect(error?.status == 422)
        #expect(error?.requestID == "req_1")
        #expect(error?.body == first.body)
    }

    @Test func `an error without a response has no body`() async throws {
        let client = try TestClient(over: ScriptedTransport([.fail(TransportError(.connection, "refused"))]))
        let first = try #require(await Outcome { try await client.send(APIRequest(.get, "/x")) }.error)
        let error = #expect(throws: APIError.self) { try first.body(as: JSONValue.self) }
        #expect(error?.kind == .decoding)
        #expect(error?.status == nil)
    }

    @Test func `payloads of webhooks`() throws {
        let payload = try WebhookPayload.decode(Problem.self, from: Data(#"{"title":"no"}"#.utf8))
        #expect(payload == Problem(title: "no"))
        let malformed = #expect(throws: APIError.self) { try WebhookPayload.decode(Problem.self, from: Data("{".utf8)) }
        #expect(malformed?.kind == .decoding)
        #expect(malformed?.underlyingError is ModelDecodingError)
        let strict = #expect(throws: APIError.self) {
            try WebhookPayload.decode(Problem.self, from: Data("{}".utf8), decoding: .strict)
        }
        #expect(strict?.message.contains("title") == true)
    }

    // MARK: - Bodies without an end

    /// Answers with 400 and a body of chunks that go on for ever.
    private struct Endless: HTTPTransport {
        let chunk: Data
        let onChunk: @Sendable () -> Void

        func send(
            _ request: HTTPRequest,
            body: HTTPRequestBody,
            timeouts: TransportTimeouts
        ) async throws -> TransportResponse {
            let body = HTTPBodyStream {
                HTTPBodyStream.AsyncIterator {
                    onChunk()
                    return chunk
                }
            }
            return TransportResponse(head: HTTPResponse(status: .badRequest), body: body)
        }
    }

    @Test func `of a body without an end 16 MiB are read`() async throws {
        let transport = Endless(chunk: Data(repeating: 0x61, count: 1_000_003)) {}
        let error = await Outcome { try await TestClient(over: transport).send(APIRequest(.get, "/x")) }.error
        #expect(error?.kind == .badRequest)
        guard case .text(let text) = error?.body else { return #expect(Bool(false), "the body is gone") }
        #expect(text.utf8.count == 16 << 20)
        #expect((error?.message.count ?? 0) < 1100)
    }

    @Test func `a body that trickles for ever has the time of an attempt`() async throws {
        let clock = VirtualClock()
        let transport = Endless(chunk: Data("x".utf8)) { clock.advance(.seconds(2)) }
        let client = try TestClient(over: transport, options: .init(timeout: .seconds(9)), clock: clock)
        let error = await Outcome { try await client.send(APIRequest(.get, "/x")) }.error
        #expect(error?.kind == .badRequest)
        #expect(error?.body == .text("xxxxx"))
    }
}
