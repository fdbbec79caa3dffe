import Foundation
import SDKRuntime
import TestSupport
import Testing

/// Calls by their path: what the generated methods do not offer.
@Suite struct PathCallTests {
    private static let body = #"{"data":[]}"#

    private static func client(
        _ transport: ScriptedTransport = ScriptedTransport(body: body),
        options: ClientOptions = .init()
    ) throws -> TestClient {
        try TestClient(over: transport, options: options)
    }

    @Test func everyMethodSendsItsName() async throws {
        let transport = ScriptedTransport(body: Self.body)
        let client = try Self.client(transport)
        let values: [JSONValue] = [
            try await client.get("/v1/a"), try await client.post("/v1/a", body: ["x": 1]),
            try await client.put("/v1/a", body: ["x": 1]), try await client.patch("/v1/a", body: ["x": 1]),
            try await client.delete("/v1/a"),
        ]
        #expect(values == Array(repeating: ["data": []], count: 5))
        let sent = await transport.sent
        #expect(sent.map(\.request.method.rawValue) == ["GET", "POST", "PUT", "PATCH", "DELETE"])
        #expect(sent.map(\.url) == Array(repeating: "https://api.anthropic.com/v1/a", count: 5))
        #expect(
            sent.map { $0.body.map { String(decoding: $0, as: UTF8.self) } } == [
                nil, #"{"x":1}"#, #"{"x":1}"#, #"{"x":1}"#, nil,
            ]
        )
        #expect(sent.map { $0.header("X-Api-Key") } == Array(repeating: "test-key-0123456789", count: 5))
        #expect(
            sent.map { $0.header("Content-Type") } == [nil] + Array(repeating: "application/json", count: 3) + [nil]
        )
    }

    @Test func responsesAreHandedOverWhereTheyAreExpected() async throws {
        let transport = ScriptedTransport(
            status: 202,
            headers: HTTPFields(named: ["request-id": "req_1"]),
            body: "done"
        )
        let client = try Self.client(transport)
        let responses = [
            try await client.get("/v1/a"), try await client.post("/v1/a"), try await client.put("/v1/a"),
            try await client.patch("/v1/a"), try await client.delete("/v1/a"),
        ]
        #expect(responses.map(\.status) == [202, 202, 202, 202, 202])
        #expect(responses.map(\.requestID) == Array(repeating: "req_1", count: 5))
        #expect(responses.map(\.body) == Array(repeating: Data("done".utf8), count: 5))
    }

    @Test func whatIsNotExpectedIsNotRead() async throws {
        let client = try Self.client(ScriptedTransport(status: 204, body: ""))
        try await client.delete("/v1/a")
        let (_, response) = try await client.withResponse { try await $0.delete("/v1/a") }
        #expect(response.status == 204)
        let unread = try await client.asResponse { try await $0.get("/v1/a") }
        #expect(unread.status == 204)
    }

    @Test func valuesAreOfTheTypeThatIsExpected() async throws {
        let client = try Self.client(ScriptedTransport(body: "[3,1,2]"))
        let numbers: [Int] = try await client.get("/v1/numbers")
        #expect(numbers.sorted() == [1, 2, 3])
    }

    @Test(arguments: [
        ("/v1/a", "https://api.anthropic.com/v1/a"),
        ("v1/a", "https://api.anthropic.com/v1/a"),
        ("/v1/a?x=1&y=%20", "https://api.anthropic.com/v1/a?x=1&y=%20"),
        ("/v1/a%2Fb/ü c", "https://api.anthropic.com/v1/a%2Fb/%C3%BC%20c"),
        ("/v1/{id}", "https://api.anthropic.com/v1/%7Bid%7D"),
        ("/v1/a#b", "https://api.anthropic.com/v1/a"),
        ("https://other.test/x?y=1", "https://other.test/x?y=1"),
    ])
    func paths(path: String, expected: String) async throws {
        let transport = ScriptedTransport(body: Self.body)
        try await Self.client(transport).get(path)
        #expect(await transport.sent.map(\.url) == [expected])
    }

    @Test(arguments: ["/v1/../admin", "/v1/./a", "/v1/%2e%2E/a", "/..;x/a"])
    func pathsThatLeadElsewhereAreRefused(path: String) async throws {
        let transport = ScriptedTransport(body: Self.body)
        let client = try Self.client(transport)
        let error = await #expect(throws: APIError.self) { try await client.get(path) }
        #expect(error?.kind == .invalidPathParameter)
        #expect(await transport.sent.isEmpty)
    }

    @Test func credentialsStayAtHome() async throws {
        let transport = ScriptedTransport(body: Self.body)
        let client = try Self.client(transport, options: .init(defaultHeaders: ["X-Team": "red"]))
        try await client.get("https://other.test/v1/a")
        try await client.get("https://api.anthropic.com/v1/a")
        #expect(await transport.sent.map { $0.header("X-Api-Key") } == [nil, "test-key-0123456789"])
        #expect(await transport.sent.map { $0.header("X-Team") } == [nil, "red"])
    }

    @Test func layers() async throws {
        let transport = ScriptedTransport(body: Self.body)
        let client = try Self.client(
            transport,
            options: .init(
                defaultHeaders: ["X-A": "client", "X-B": "client", "X-C": "client"],
                defaultQuery: ["a": "client", "b": "client", "c": "client"]
            )
        )
        try await client.get(
            "/v1/a",
            query: ["b": "call", "c": nil, "d": [1, 2], "e": "call"],
            headers: ["X-B": "call", "X-C": nil, "X-E": "call"],
            options: .init(headers: ["X-E": "options"], query: ["e": "options"])
        )
        let sent = try #require(await transport.sent.first)
        #expect(sent.request.path == "/v1/a?a=client&b=call&d%5B%5D=1&d%5B%5D=2&e=options")
        #expect(["X-A", "X-B", "X-C", "X-E"].map(sent.header) == ["client", "call", nil, "options"])
    }

    @Test func bodies() async throws {
        let transport = ScriptedTransport(body: Self.body)
        let client = try Self.client(transport)
        try await client.post("/", body: ["b": 1, "a": ["x", nil, true], "o": ["k": 1.5]])
        try await client.post("/", body: [1, "two"])
        try await client.post("/", body: .json("text"))
        try await client.post("/", body: .json([["a": 1]], contentType: "application/vnd.x+json"))
        try await client.post("/", body: .form(["a": "b c"]))
        try await client.post("/", body: .text("ü"))
        try await client.post("/", body: .bytes(Data([1, 2])))
        try await client.post("/", body: .stream(HTTPBodyStream(Data("s".utf8)), contentType: "a/b"))
        try await client.post(
            "/",
            body: .multipart(["a": "1"], contentType: "multipart/form-data; boundary=b")
        )
        let sent = await transport.sent
        #expect(
            sent.map { String(decoding: $0.body ?? Data(), as: UTF8.self) } == [
                #"{"b":1,"a":["x",null,true],"o":{"k":1.5}}"#, #"[1,"two"]"#, #""text""#, #"[{"a":1}]"#, "a=b+c", "ü",
                "\u{1}\u{2}", "s",
                "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--b--\r\n",
            ]
        )
        #expect(
            sent.map { $0.header("Content-Type") } == [
                "application/json", "application/json", "application/json", "application/vnd.x+json",
                "application/x-www-form-urlencoded", "text/plain; charset=utf-8", "application/octet-stream", "a/b",
                "multipart/form-data; boundary=b",
            ]
        )
    }

    @Test func bodyFieldsOfOptionsJoinTheBody() async throws {
        let transport = ScriptedTransport(body: Self.body)
        try await Self.client(transport).post("/", body: ["a": 1], options: .init(bodyFields: ["b": 2]))
        #expect(await transport.sent.first?.body == Data(#"{"a":1,"b":2}"#.utf8))
    }

    @Test func failuresAreThoseOfOtherCalls() async throws {
        let transport = ScriptedTransport(status: 404, body: #"{"error":{"type":"not_found_error","message":"no"}}"#)
        let client = try Self.client(transport)
        let error = await #expect(throws: APIError.self) { let _: JSONValue = try await client.get("/v1/a") }
        #expect(error?.kind == .notFound)
        #expect(error?.type == "not_found_error")
        #expect(error?.request == "GET https://api.anthropic.com/v1/a")
    }
}
