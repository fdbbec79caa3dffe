import Foundation
import SDKRuntime
import TestSupport
import Testing

@Suite struct UnreadResponseTests {
    private static func transport(status: Int, chunks: [String]) -> ScriptedTransport {
        let headers = HTTPFields(named: ["request-id": "req_1"])
        return ScriptedTransport([.stream(status: status, headers: headers, chunks: chunks.map { Data($0.utf8) })])
    }

    @Test func `the response comes unread, whatever it holds`() async throws {
        let transport = Self.transport(status: 200, chunks: ["{\"no", " JSON"])
        let client = try TestClient(over: transport)
        let response = try await client.asResponse { try await $0.send(APIRequest(.get, "/v1/x")) }
        #expect(response.status == 200)
        #expect(response.requestID == "req_1")
        #expect(transport.bodies.withLock { $0.chunks } == 0)
        var chunks: [String] = []
        for try await chunk in response.body { chunks.append(String(decoding: chunk, as: UTF8.self)) }
        #expect(chunks == ["{\"no", " JSON"])
        #expect(transport.bodies.withLock { $0.chunks } == 2)
    }

    @Test func `a status that is no success is thrown`() async throws {
        let transport = Self.transport(status: 404, chunks: ["gone"])
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
