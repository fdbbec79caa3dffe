import Foundation
import Hummingbird
import SDKRuntime
import TestSupport
import Testing

/// What goes over the wire, seen by a real server.
@Suite struct ExchangeTests {
    @Test(arguments: TransportKind.allCases)
    func serverReceivesWhatWasSent(_ kind: TransportKind) async throws {
        let path = "/v1/a%2Fb/c:d@e,f;g/x%20y?q=x%20y%2Bz&k%5B%5D=1&empty="
        let body = Data((0...255).map { UInt8($0) })
        let seen = Locked<(uri: String, headers: HTTPFields, body: Data)?>(nil)
        try await TestServer.run { router in
            router.post("**") { request, _ in
                let bytes = try await request.body.collect(upTo: 1 << 20)
                seen.withLock { $0 = (request.uri.string, request.headers, Data(bytes.readableBytesView)) }
                return HTTPResponse.Status.created
            }
        } _: { authority in
            let response = try await kind.make().send(
                .post,
                authority,
                path,
                headers: HTTPFields(named: ["X-One": "1", "Content-Type": "application/x-raw"]),
                body: .bytes(body)
            )
            #expect(response.head.status.code == 201)
            #expect(try await response.body.collect().isEmpty)
        }
        let received = try #require(seen.withLock { $0 })
        #expect(received.uri == path)
        #expect(received.body == body)
        #expect(received.headers[name: "x-one"] == "1")
        #expect(received.headers[.contentType] == "application/x-raw")
        #expect(received.headers[.contentLength] == "256")
    }

    @Test(arguments: TransportKind.allCases, [200, 204, 400, 404, 500, 529])
    func everyStatusIsAResponse(_ kind: TransportKind, status: Int) async throws {
        try await TestServer.run { router in
            router.get("/x") { _, _ in
                Response(
                    status: .init(code: status),
                    headers: HTTPFields(named: ["request-id": "req_1"]),
                    body: status == 204 ? .init() : .init(byteBuffer: .init(string: "told"))
                )
            }
        } _: { authority in
            let response = try await kind.make().send(.get, authority, "/x")
            #expect(response.head.status.code == status)
            #expect(response.head.headerFields[name: "Request-ID"] == "req_1")
            #expect(try await response.body.collect() == Data((status == 204 ? "" : "told").utf8))
        }
    }

    @Test(arguments: TransportKind.allCases)
    func redirectsAreNotFollowed(_ kind: TransportKind) async throws {
        let followed = Locked(false)
        try await TestServer.run { router in
            router.get("/from") { _, _ in Response.redirect(to: "/to", type: .temporary) }
            router.get("/to") { _, _ in
                followed.withLock { $0 = true }
                return HTTPResponse.Status.ok
            }
        } _: { authority in
            let response = try await kind.make().send(.get, authority, "/from")
            #expect(response.head.status.code == 307)
            #expect(response.head.headerFields[.location] == "/to")
        }
        #expect(followed.withLock { $0 } == false)
    }

    @Test(arguments: TransportKind.allCases)
    func compressedBodiesAreDecoded(_ kind: TransportKind) async throws {
        // `printf hello | gzip -n | base64`
        let compressed = try #require(Data(base64Encoded: "H4sIAAAAAAAAA8tIzcnJBwCGphA2BQAAAA=="))
        let asked = Locked("")
        try await TestServer.run { router in
            router.get("/x") { request, _ in
                let encodings = request.headers[.acceptEncoding] ?? ""
                asked.withLock { $0 = encodings }
                return Response(
                    status: .ok,
                    headers: [.contentEncoding: "gzip"],
                    body: .init(byteBuffer: .init(bytes: compressed))
                )
            }
        } _: { authority in
            let response = try await kind.make().send(.get, authority, "/x")
            #expect(try await response.body.collect() == Data("hello".utf8))
        }
        #expect(asked.withLock { $0 }.contains("gzip"))
    }

    /// The length of a body that was compressed is not known before it has been unpacked.
    @Test(arguments: TransportKind.allCases, [nil, "identity", "Identity", "gzip"])
    func lengthIsKnownUnlessTheBodyIsCompressed(_ kind: TransportKind, encoding: String?) async throws {
        // `printf hello | gzip -n | base64`
        let compressed = try #require(Data(base64Encoded: "H4sIAAAAAAAAA8tIzcnJBwCGphA2BQAAAA=="))
        let bytes = encoding == "gzip" ? compressed : Data("hello".utf8)
        try await TestServer.run { router in
            router.get("/x") { _, _ in
                Response(
                    status: .ok,
                    headers: encoding.map { [.contentEncoding: $0] } ?? [:],
                    body: .init(byteBuffer: .init(bytes: bytes))
                )
            }
        } _: { authority in
            let response = try await kind.make().send(.get, authority, "/x")
            #expect(response.body.length == (encoding == "gzip" ? nil : 5))
            #expect(try await response.body.collect() == Data("hello".utf8))
        }
    }

    @Test(arguments: TransportKind.allCases)
    func clientSpeaksToARealServer(_ kind: TransportKind) async throws {
        try await TestServer.run { router in
            router.post("/gw/v1/echo/{id}") { request, context in
                let body = try await request.body.collect(upTo: 1 << 20)
                let id = try context.parameters.require("id")
                let json =
                    #"{"id":"\#(id)","key":"\#(request.headers[name: "x-api-key"] ?? "")","body":\#(String(buffer: body))}"#
                return Response(
                    status: .ok,
                    headers: [.contentType: "application/json"],
                    body: .init(byteBuffer: .init(string: json))
                )
            }
            router.get("/gw/v1/fail") { _, _ in
                Response(
                    status: .notFound,
                    headers: HTTPFields(named: ["request-id": "req_9"]),
                    body: .init(
                        byteBuffer: .init(string: #"{"error":{"type":"not_found_error","message":"gone"}}"#)
                    )
                )
            }
        } _: { authority in
            let client = try TestClient(
                apiKey: "key-1",
                baseURL: "http://\(authority)/gw",
                options: .init(transport: kind.make(), environment: .none)
            )
            var request = APIRequest(.post, "/v1/echo/{id}")
            request.path("id", "i 1")
            request.body(["a": 1] as JSONValue)
            #expect(try await client.send(request) == ["id": "i%201", "key": "key-1", "body": ["a": 1]])

            let error = await #expect(throws: APIError.self) { try await client.send(APIRequest(.get, "/v1/fail")) }
            #expect(error?.kind == .notFound)
            #expect(error?.requestID == "req_9")
            #expect(error?.message == "gone")
        }
    }
}
