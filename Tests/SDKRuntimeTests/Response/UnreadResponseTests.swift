import Foundation
import SDKRuntime
import TestSupport
import Testing

@Suite struct UnreadResponseTests {
    @Test func `the response comes unread, whatever it holds`() async throws {
        let read = Locked(0)
        let transport = ChunkTransport(status: 200, chunks: ["{\"no", " JSON"], read: read)
        let client = try TestClient(over: transport)
        let response = try await client.asResponse { try await $0.send(APIRequest(.get, "/v1/x")) }
        #expect(response.status == 200)
        #expect(response.requestID == "req_1")
        #expect(read.withLock { $0 } == 0)
        var chunks: [String] = []
        for try await chunk in response.body { chunks.append(String(decoding: chunk, as: UTF8.self)) }
        #expect(chunks == ["{\"no", " JSON"])
        #expect(read.withLock { $0 } == 2)
    }

    @Test func `a status that is no success is thrown`() async throws {
        let transport = ChunkTransport(status: 404, chunks: ["gone"], read: Locked(0))
        let client = try TestClient(over: transport)
        let error = try await #require(throws: APIError.self) {
            try await client.asResponse { try await $0.send(APIRequest(.get, "/v1/x")) }
        }
        #expect(error.kind == .notFound)
        #expect(error.body == .text("gone"))
    }

    @Test func `a closure that makes no call is told so`() async throws {
        let client = try TestClient(over: ScriptedTransport())
        let error = try await #require(throws: APIError.self) { try await client.asResponse { _ in 1 } }
        #expect(error.kind == .invalidArgument)
    }

    @MainActor @Test func `it works from the main actor`() async throws {
        let client = try TestClient(over: ScriptedTransport(body: "abc"))
        let response = try await client.asResponse { try await $0.send(APIRequest(.get, "/v1/x")) }
        #expect(try await response.body.collect() == Data("abc".utf8))
    }
}

/// Answers in chunks, and counts how many have been asked for.
private struct ChunkTransport: HTTPTransport {
    let status: Int
    let chunks: [String]
    let read: Locked<Int>

    func send(
        _ request: HTTPRequest,
        body: HTTPRequestBody,
        timeouts: TransportTimeouts
    ) async throws -> TransportResponse {
        let (chunks, read) = (chunks, read)
        let stream = HTTPBodyStream(
            length: nil,
            isReplayable: false,
            {
                HTTPBodyStream.AsyncIterator {
                    let index = read.withLock { index in
                        defer { index += index < chunks.count ? 1 : 0 }
                        return index
                    }
                    return index < chunks.count ? Data(chunks[index].utf8) : nil
                }
            }
        )
        return TransportResponse(
            head: HTTPResponse(status: .init(code: status), headerFields: HTTPFields(named: ["request-id": "req_1"])),
            body: stream
        )
    }
}
