import Anthropic
import Foundation
import Hummingbird
import TestSupport
import Testing

/// The generated call, over the wire: the bytes that a real server receives, and what becomes of its answer.
@Suite struct GeneratedCallTests {
    @Test(arguments: TransportKind.allCases)
    func `the server receives the call of the reference page`(_ kind: TransportKind) async throws {
        let seen = Locked<(uri: String, headers: HTTPFields, body: String)?>(nil)
        try await TestServer.run { router in
            router.post("**") { request, _ in
                let bytes = try await request.body.collect(upTo: 1 << 20)
                seen.withLock { $0 = (request.uri.string, request.headers, String(buffer: bytes)) }
                return Response(
                    status: .ok,
                    headers: HTTPFields(named: ["Content-Type": "application/json", "request-id": "req_1"]),
                    body: .init(byteBuffer: .init(string: Self.answer))
                )
            }
        } _: { authority in
            let (resource, response) = try await client(kind, authority).withResponse {
                try await $0.beta.sessions.resources.add(
                    sessionID: "sesn_1",
                    .init(fileID: "file_1", mountPath: "/a/b", betas: ["one"])
                )
            }
            #expect(resource.id == "sesrsc_1")
            #expect(response.requestID == "req_1")
            #expect(response.body == Data(Self.answer.utf8))
        }
        let received = try #require(seen.withLock { $0 })
        #expect(received.uri == "/v1/sessions/sesn_1/resources?beta=true")
        #expect(received.body == #"{"file_id":"file_1","type":"file","mount_path":"/a/b"}"#)
        #expect(received.headers[name: "x-api-key"] == "secret-key")
        #expect(received.headers[name: "anthropic-version"] == "2023-06-01")
        #expect(received.headers[name: "anthropic-beta"] == "one,managed-agents-2026-04-01")
        #expect(received.headers[.contentType] == "application/json")
        #expect(received.headers[.accept] == "application/json")
        #expect(received.headers[.userAgent]?.hasPrefix("Anthropic/Swift 0.1.0") == true)
    }

    @Test(arguments: TransportKind.allCases)
    func `an error of the server has its kind and its request id`(_ kind: TransportKind) async throws {
        try await TestServer.run { router in
            router.post("**") { _, _ in
                Response(
                    status: .init(code: 404),
                    headers: HTTPFields(named: ["Content-Type": "application/json", "request-id": "req_2"]),
                    body: .init(
                        byteBuffer: .init(
                            string: #"{"type":"error","error":{"type":"not_found_error","message":"No such session."}}"#
                        )
                    )
                )
            }
        } _: { authority in
            let client = try client(kind, authority)
            let error = try await #require(throws: APIError.self) {
                try await client.beta.sessions.resources.add(sessionID: "sesn_1", .init(fileID: "file_1"))
            }
            #expect(error.kind == .notFound)
            #expect(error.message == "No such session.")
            #expect(error.requestID == "req_2")
            #expect(!"\(error)".contains("secret-key"))
        }
    }

    private static let answer = """
        {"id": "sesrsc_1", "created_at": "2026-03-15T10:00:00Z", "file_id": "file_1", "mount_path": "/a/b", \
        "type": "file", "updated_at": "2026-03-15T10:00:00Z"}
        """

    private func client(_ kind: TransportKind, _ authority: String) throws -> AnthropicClient {
        try AnthropicClient(
            apiKey: "secret-key",
            baseURL: "http://\(authority)",
            options: ClientOptions(maxRetries: 0, transport: kind.make(), environment: .none)
        )
    }
}
