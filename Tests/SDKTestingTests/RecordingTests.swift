import Foundation
import SDKRuntime
import SDKTesting
import TestSupport
import Testing

@Suite struct RecordingTests {
    private static let secret = "sk-very-secret-0123456789"

    private static func request() -> APIRequest {
        var request = APIRequest(.post, "/v1/sessions/{id}/resources?beta=true")
        request.path("id", "sesn_1")
        request.body(["file_id": "file_1", "note": .string("echo \(secret)")] as JSONValue)
        return request
    }

    private static func record(
        _ transport: ScriptedTransport,
        secretHeaders: Set<String> = []
    ) async throws -> RecordingTransport {
        let recorder = RecordingTransport(transport, service: TestService.description, secretHeaders: secretHeaders)
        let client = try TestClient(apiKey: secret, options: .init(transport: recorder, environment: .none))
        _ = try await client.send(request(), .init(headers: ["X-Session": "abc", "Cookie": "c=1"]))
        return recorder
    }

    private static let response = ScriptedTransport(
        status: 201,
        headers: [.contentType: "application/json", .setCookie: "sid=1", .server: "test"],
        body: #"{"id":"r_1","echo":"\#(secret)"}"#
    )

    @Test func exchangeIsKeptWithoutSecrets() async throws {
        let archive = try await Self.record(Self.response, secretHeaders: ["X-Session"]).archive
        let entry = try #require(archive.entries.first)
        #expect(archive.entries.count == 1)
        #expect(entry.request.method == "POST")
        #expect(entry.request.url == "https://api.anthropic.com/v1/sessions/sesn_1/resources?beta=true")
        #expect(entry.request.queryString == [.init("beta", "true")])
        #expect(entry.request.postData?.text == #"{"file_id":"file_1","note":"echo ***"}"#)
        for name in ["X-Api-Key", "X-Session", "Cookie"] {
            #expect(entry.request.headers.contains(.init(name, "***")))
        }
        #expect(entry.response.status == 201)
        #expect(entry.response.content.text == #"{"id":"r_1","echo":"***"}"#)
        #expect(entry.response.headers.contains(.init("Set-Cookie", "***")))
        #expect(entry.response.headers.contains(.init("Server", "test")))
    }

    @Test func secretsAreMaskedWhereverTheyComeBack() async throws {
        let location = "https://h.test/?token=\(Self.secret)&session=session-0123456789"
        let transport = ScriptedTransport(
            status: 200,
            headers: [.location: location],
            body: #""\#(Self.secret) session-0123456789""#
        )
        let recorder = RecordingTransport(transport, secretHeaders: ["X-Session"])
        let headers: HeaderLayer = [
            "Authorization": "Bearer \(Self.secret)", "X-Session": "session-0123456789",
        ]
        _ = try await TestClient(over: recorder).send(APIRequest(.get, "/v1/x"), .init(headers: headers))
        let response = try #require(await recorder.archive.entries.first?.response)
        #expect(response.content.text == #""*** ***""#)
        #expect(response.redirectURL == "https://h.test/?token=***&session=***")
    }

    @Test func dumpShowsNoSecret() async throws {
        let recorder = RecordingTransport(Forgetful(), service: TestService.description)
        let client = try TestClient(apiKey: Self.secret, options: .init(transport: recorder, environment: .none))
        try await client.core.send(Self.request())
        var dumped = ""
        dump(ClientOptions(transport: recorder), to: &dumped)
        #expect(!dumped.contains(Self.secret))
        #expect(dumped.contains("sesn_1"), "the dump shows what was recorded")
    }

    /// Keeps nothing of what it sends.
    private struct Forgetful: HTTPTransport {
        func send(
            _ request: HTTPRequest,
            body: HTTPRequestBody,
            timeouts: TransportTimeouts
        ) async throws -> TransportResponse {
            TransportResponse(head: HTTPResponse(status: .ok), body: HTTPBodyStream(Data()))
        }
    }

    @Test func fileIsHARWithoutSecrets() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(component: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(component: "exchange.har")

        let recorder = try await Self.record(Self.response)
        try await recorder.write(to: file)
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(!text.contains(Self.secret))

        // HAR 1.2: what an entry has to have.
        let json = try ModelDecoder().decode(JSONValue.self, from: Data(text.utf8))
        #expect(json["log"]?["version"] == "1.2")
        #expect(json["log"]?["creator"]?["name"]?.stringValue != nil)
        let entry = try #require(json["log"]?["entries"]?[0])
        for key in ["startedDateTime", "time", "request", "response", "cache", "timings"] {
            #expect(entry[key] != nil, "\(key)")
        }
        let common = ["httpVersion", "cookies", "headers", "headersSize", "bodySize"]
        for key in common + ["method", "url", "queryString", "postData"] {
            #expect(entry["request"]?[key] != nil, "\(key)")
        }
        for key in common + ["status", "statusText", "content", "redirectURL"] {
            #expect(entry["response"]?[key] != nil, "\(key)")
        }
        #expect(try await HTTPArchive(contentsOf: file).entries == recorder.archive.entries)
    }

    @Test func recordingReplays() async throws {
        let archive = try await Self.record(Self.response).archive
        let replay = ReplayTransport(archive, service: TestService.description)
        let client = try TestClient(apiKey: Self.secret, options: .init(transport: replay, environment: .none))
        var request = Self.request()
        request.body(["note": "echo ***", "file_id": "file_1"] as JSONValue)
        let value = try await client.send(request, .init(headers: ["X-Session": "abc"]))
        #expect(value == ["id": "r_1", "echo": "***"])
        #expect(await replay.unusedEntries.isEmpty)
    }

    @Test func bytesAreKept() async throws {
        let bytes = Data([0x00, 0xFF, 0x0D, 0x0A])
        let recorder = RecordingTransport(ScriptedTransport([.respond(status: 200, headers: [:], body: bytes)]))
        var request = APIRequest(.put, "/v1/raw")
        request.body(stream: HTTPBodyStream(bytes), contentType: "application/octet-stream")
        #expect(try await TestClient(over: recorder).core.data(request) == bytes)

        let archive = try JSONDecoder().decode(HTTPArchive.self, from: JSONEncoder().encode(await recorder.archive))
        #expect(archive.entries.first?.request.postData?.bytes == bytes)
        let replay = ReplayTransport(archive)
        #expect(try await TestClient(over: replay).core.data(request) == bytes)
    }
}
