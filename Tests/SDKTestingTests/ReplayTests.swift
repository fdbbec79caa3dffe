import Foundation
import SDKRuntime
import SDKTesting
import TestSupport
import Testing

@Suite struct ReplayTests {
    private static func entry(_ body: String, answer: String, path: String = "/v1/a") -> HTTPArchive.Entry {
        HTTPArchive.Entry(
            request: .init(
                method: "POST",
                url: "https://api.anthropic.com\(path)",
                headers: [
                    .init("accept", "application/json"), .init("Content-Type", "application/json"),
                    .init("anthropic-version", "2023-06-01"), .init("X-Stainless-OS", "Windows"),
                    .init("User-Agent", "other/1"), .init("X-Api-Key", "old-key"),
                ],
                postData: .init(Data(body.utf8), mimeType: "application/json")
            ),
            response: .init(status: 200, content: .init(Data(answer.utf8)))
        )
    }

    private static func client(_ entries: [HTTPArchive.Entry]) throws -> (TestClient, ReplayTransport) {
        let replay = ReplayTransport(HTTPArchive(entries: entries), service: TestService.description)
        return (try TestClient(over: replay), replay)
    }

    private static func request(_ body: JSONValue, path: String = "/v1/a") -> APIRequest {
        var request = APIRequest(.post, path)
        request.body(body)
        return request
    }

    @Test func equalRequestsAreAnsweredInOrder() async throws {
        let entries = [Self.entry("{}", answer: "1"), Self.entry("{}", answer: "2"), Self.entry("[]", answer: "3")]
        let (client, replay) = try Self.client(entries)
        #expect(try await client.send(Self.request([:])) == 1)
        #expect(await replay.unusedEntries == Array(entries.dropFirst()))
        #expect(try await client.send(Self.request([:])) == 2)
        let error = await #expect(throws: ReplayMismatch.self) { try await client.send(Self.request([:])) }
        #expect(error?.differences == ["body $: recorded [], sent {}"])
    }

    @Test func orderOfMembersAndParametersDoesNotMatter() async throws {
        let (client, _) = try Self.client([
            Self.entry(#"{"a": 1, "b": {"c": [1, 2], "d": null}}"#, answer: "1", path: "/v1/a?x=1&y%5B%5D=2")
        ])
        let request = Self.request(["b": ["d": nil, "c": [1, 2]], "a": 1], path: "/v1/a?y[]=2&x=1")
        #expect(try await client.send(request) == 1)
    }

    @Test(arguments: [("a", true), ("b", false)])
    func boundariesOfPartsDoNotMatter(text: String, isEqual: Bool) async throws {
        let parts = "--old-1\r\nContent-Disposition: form-data; name=\"k\"\r\n\r\na\r\n--old-1--\r\n"
        var entry = Self.entry(parts, answer: "1")
        entry.request.headers[1] = .init("Content-Type", "multipart/form-data; boundary=old-1")
        let (client, _) = try Self.client([entry])
        let request = Self.multipart(text)
        if isEqual {
            #expect(try await client.send(request) == 1)
        } else {
            let error = await #expect(throws: ReplayMismatch.self) { try await client.send(request) }
            #expect(error?.differences.count == 1)
        }
    }

    private static func multipart(_ text: String) -> APIRequest {
        var request = APIRequest(.post, "/v1/a")
        request.body(multipart: ["k": text])
        return request
    }

    @Test func mismatchNamesWhatDiffersFromTheClosestEntry() async throws {
        let (client, _) = try Self.client([
            Self.entry("{}", answer: "1", path: "/v1/other"),
            Self.entry(#"{"file_id":"f_1","tags":["x"],"old":null}"#, answer: "2", path: "/v1/a?beta=true"),
        ])
        let request = Self.request(["file_id": "f_2", "tags": ["x", "y"]], path: "/v1/a")
        let error = await #expect(throws: ReplayMismatch.self) {
            try await client.send(request, .init(headers: ["anthropic-version": "2024-01-01"]))
        }
        #expect(
            error?.description == """
                no recorded exchange matches POST https://api.anthropic.com/v1/a
                closest is entry 2 of 2:
                  query parameter 'beta': recorded 'true', sent nothing
                  header 'anthropic-version': recorded '2023-06-01', sent '2024-01-01'
                  body $.file_id: recorded "f_1", sent "f_2"
                  body $.tags[1]: recorded nothing, sent "y"
                  body $.old: recorded null, sent nothing
                """
        )
    }

    @Test func comparedCredentialsAreNotShown() async throws {
        let replay = ReplayTransport(
            HTTPArchive(entries: [Self.entry("{}", answer: "1")]),
            headers: .only(["X-Api-Key"])
        )
        let client = try TestClient(over: replay)
        let error = await #expect(throws: ReplayMismatch.self) { try await client.send(Self.request([:])) }
        #expect(error?.differences == ["header 'x-api-key': recorded a secret, sent a secret"])
    }

    @Test func emptyRecordingSaysSo() async throws {
        let (client, _) = try Self.client([])
        let error = await #expect(throws: ReplayMismatch.self) { try await client.send(Self.request([:])) }
        #expect(error?.description.contains("all 0 entries are used") == true)
    }

    @Test(arguments: [
        (ReplayHeaders.none, true), (.standard, false), (.only(["Accept"]), true), (.only(["X-Mode"]), false),
        (.except(["x-mode"]), true),
    ])
    func callerChoosesTheHeaders(_ headers: ReplayHeaders, matches: Bool) async throws {
        let sent: [HTTPArchive.Pair] = [.init("Accept", "application/json"), .init("X-Mode", "b")]
        var entry = HTTPArchive.Entry(
            request: .init(method: "GET", url: "https://h.test/v1/x", headers: sent),
            response: .init(status: 200, content: .init(Data("1".utf8)))
        )
        entry.request.headers[1].value = "a"
        let replay = ReplayTransport(HTTPArchive(entries: [entry]), headers: headers)
        var request = HTTPRequest(method: .get, scheme: "https", authority: "h.test", path: "/v1/x")
        request.headerFields = HTTPFields(named: sent.map { (key: $0.name, value: $0.value) })
        if matches {
            _ = try await replay.send(request, body: .none, timeouts: .init())
        } else {
            await #expect(throws: ReplayMismatch.self) {
                try await replay.send(request, body: .none, timeouts: .init())
            }
        }
    }

    /// The shape that browsers write: unknown members, a body in base64, and headers of the transfer.
    @Test func foreignFilesAreRead() async throws {
        let file = FileManager.default.temporaryDirectory.appending(component: "\(UUID().uuidString).har")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(
            """
            {"log": {"version": "1.2", "pages": [], "browser": {"name": "B"}, "entries": [{
              "pageref": "p", "_priority": "High",
              "request": {"method": "GET", "url": "https://h.test/img", "headers": [{"name": ":authority", "value": "h.test"}]},
              "response": {"status": 200, "headers": [
                {"name": "Content-Encoding", "value": "gzip"}, {"name": "Content-Length", "value": "9"},
                {"name": "Content-Type", "value": "image/png"}],
                "content": {"size": 4, "mimeType": "image/png", "text": "AP8NCg==", "encoding": "base64"}}
            }]}}
            """.utf8
        ).write(to: file)
        let replay = try ReplayTransport(contentsOf: file, headers: .none)
        let request = HTTPRequest(method: .get, scheme: "https", authority: "h.test", path: "/img")
        let response = try await replay.send(request, body: .none, timeouts: .init())
        #expect(response.head.headerFields == [.contentType: "image/png"])
        #expect(try await response.body.collect() == Data([0x00, 0xFF, 0x0D, 0x0A]))
    }

    @Test func failedExchangeFailsAgain() async throws {
        var entry = Self.entry("{}", answer: "")
        entry.response.status = 0
        let (client, _) = try Self.client([entry])
        let error = await #expect(throws: APIError.self) {
            try await client.send(Self.request([:]), .init(maxRetries: 0))
        }
        #expect(error?.kind == .connection)
    }
}
