import SDKRuntime
import TestSupport
import Testing

@Suite struct URLJoinTests {
    static let cases = ConformanceCases.cases(suite: "url_join")

    @Test func allCasesAreRead() {
        #expect(Self.cases.count == ConformanceCases.count(suite: "url_join"))
        #expect(!Self.cases.isEmpty)
    }

    @Test(arguments: cases)
    func join(_ testCase: ConformanceCase) async throws {
        var expected = Expectations(testCase)
        let input = testCase.input
        let transport = ScriptedTransport()
        let client = try TestClient(
            apiKey: input["apiKey"]?.stringValue ?? "k",
            baseURL: input["base"]?.stringValue,
            options: .init(
                defaultQuery: QueryLayer(input["default_query"]),
                transport: transport,
                environment: .none
            )
        )
        var request = APIRequest(.get, input["path"]?.stringValue ?? "")
        for (name, value) in input["query"]?.objectValue ?? [:] where value != .null {
            request.query(name, value)
        }
        let dropped = (input["query"]?.objectValue ?? [:]).filter { $0.value == .null }
        _ = try await client.send(
            request,
            .init(query: QueryLayer(.object(JSONObject(dropped.map { ($0.key, $0.value) }))))
        )

        let sent = try #require(await transport.sent.first)
        if let url = expected.take("url")?.stringValue {
            #expect(sent.url == url)
        }
        if let url = expected.take("url_any_order")?.stringValue {
            #expect(Self.sorted(sent.url) == Self.sorted(url))
        }
        expected.checkHeaders(of: sent)
        expected.finish()
    }

    private static func sorted(_ url: String) -> [String] {
        let parts = url.split(separator: "?", maxSplits: 1).map(String.init)
        return parts.prefix(1) + (parts.last?.split(separator: "&").map(String.init).sorted() ?? [])
    }

    @Test func perCallQueryReplacesAndDrops() async throws {
        let transport = ScriptedTransport()
        let client = try TestClient(over: transport, options: .init(defaultQuery: ["trace": "1", "tenant": "t1"]))
        var request = APIRequest(.get, "/v1/a?beta=true")
        request.query("ids", ["x", "y"])
        _ = try await client.send(request, .init(query: ["ids": ["z"], "trace": nil]))
        #expect(await transport.sent.first?.request.path == "/v1/a?beta=true&tenant=t1&ids%5B%5D=z")
    }

    @Test func defaultsStayAtHome() async throws {
        let transport = ScriptedTransport()
        let client = try TestClient(over: transport, options: .init(defaultHeaders: ["X-Gateway-Key": "gw-secret"]))
        try await client.core.send(APIRequest(.get, url: "https://other.test/z?a=1"), .init(headers: ["X-Own": "1"]))
            as Void
        let sent = try #require(await transport.sent.first)
        #expect(sent.url == "https://other.test/z?a=1")
        #expect(sent.header("x-api-key") == nil)
        #expect(sent.header("x-gateway-key") == nil)
        #expect(sent.header("x-own") == "1")
    }

    @Test(arguments: ["https://api.anthropic.com:443/z", "HTTPS://API.anthropic.com/z"])
    func credentialsGoToTheSameOriginHoweverItIsWritten(_ url: String) async throws {
        let transport = ScriptedTransport()
        try await TestClient(over: transport).core.send(APIRequest(.get, url: url)) as Void
        #expect(await transport.sent.first?.header("x-api-key") == "test-key-0123456789")
    }

    @Test(arguments: [
        "ftp://h.test", "h.test", "https://", "https://u:p@h.test", "https://h.test:99999", "https://h test",
        "https://h.test\\@evil.test", "https://h.test/a b", "http://[::1", "https://h.test:+80",
    ])
    func basesThatAreNoURLsAreRefused(_ base: String) {
        let error = #expect(throws: APIError.self) {
            try TestClient(apiKey: "k", baseURL: base, options: .init(environment: .none))
        }
        #expect(error?.kind == .invalidArgument)
        #expect(error?.message.contains("u:p") == false)
    }
}

extension QueryLayer {
    init(_ parameters: JSONValue?) {
        self.init((parameters?.objectValue ?? [:]).map { ($0.key, $0.value) })
    }
}
