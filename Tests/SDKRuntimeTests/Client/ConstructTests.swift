import SDKRuntime
import TestSupport
import Testing

@Suite struct ConstructTests {
    static let cases = ConformanceCases.cases(suite: "construct")

    @Test func allCasesAreRead() {
        #expect(Self.cases.count == ConformanceCases.count(suite: "construct"))
        #expect(!Self.cases.isEmpty)
    }

    @Test(arguments: cases)
    func construct(_ testCase: ConformanceCase) async throws {
        var expected = Expectations(testCase)
        let log = RecordedLog()
        let transport = ScriptedTransport()
        let outcome = await Outcome { () async throws -> TestClient in
            let client = try TestClient(testCase.input, log: log, transport: transport)
            _ = try await client.ping(testCase.input)
            return client
        }

        let error = expected.take("error")?.stringValue
        #expect(outcome.error?.kind.description == error)
        if let isOK = expected.take("ok")?.boolValue {
            #expect((outcome.error == nil) == isOK)
        }
        if error != nil {
            #expect(await transport.sent.isEmpty)
        }
        if let line = expected.take("log_contains_once") {
            let matches = log.lines.filter { $0.text.contains(line["text"]?.stringValue ?? "?") }
            #expect(matches.count == 1)
            #expect(matches.first?.level == "warning")
            #expect(line["level"] == "warn")
        }
        if let client = outcome.value {
            try await check(client, testCase, &expected, transport)
        }
        expected.finish()
    }

    private func check(
        _ client: TestClient,
        _ testCase: ConformanceCase,
        _ expected: inout Expectations,
        _ transport: ScriptedTransport
    ) async throws {
        let sent = try #require(await transport.sent.last)
        if let credential = expected.take("credential")?.stringValue {
            let bearer = sent.header("authorization")?.trimmingPrefix("Bearer ")
            #expect([sent.header("x-api-key"), bearer.map(String.init)].compactMap(\.self) == [credential])
        }
        if let baseURL = expected.take("base_url")?.stringValue {
            #expect(client.core.baseURL == baseURL)
        }
        if let url = expected.take("url")?.stringValue {
            #expect(sent.url == url)
        }
        expected.checkHeaders(of: sent)
        checkSettings(
            client,
            expected.take("max_retries"),
            expected.take("timeout_seconds"),
            expected.take("log_level")
        )

        if let change = testCase.input["with"] {
            let derived = try client.deriving(change)
            _ = try await derived.ping(testCase.input)
            let sentByDerived = try #require(await transport.sent.last)
            try check(derived, expected.take("derived"), sentByDerived)
        }
        try check(client, expected.take("parent"), sent)
    }

    private func check(_ client: TestClient, _ facts: JSONValue?, _ sent: ScriptedTransport.Sent) throws {
        guard let facts else { return }
        var expected = Expectations("a derived or parent client", facts)
        checkSettings(
            client,
            expected.take("max_retries"),
            expected.take("timeout_seconds"),
            expected.take("log_level")
        )
        expected.checkHeaders(of: sent)
        expected.finish()
    }

    private func checkSettings(_ client: TestClient, _ retries: JSONValue?, _ timeout: JSONValue?, _ level: JSONValue?)
    {
        if let retries = retries?.intValue {
            #expect(client.core.options.maxRetries == retries)
        }
        if let timeout = timeout?.doubleValue {
            #expect(client.core.timeout == .seconds(timeout))
        }
        if let level = level?.stringValue {
            #expect(client.core.logLevel.rawValue == level)
        }
    }
}

extension TestClient {
    /// The client of a construction case.
    fileprivate init(_ input: JSONValue, log: RecordedLog, transport: ScriptedTransport) throws {
        var options = ClientOptions(logger: log.logger, transport: transport)
        let variables = input["env"]?.objectValue ?? [:]
        options.environment = .values(
            Dictionary(uniqueKeysWithValues: variables.map { ($0.key, $0.value.stringValue ?? "") })
        )
        let arguments = input["args"] ?? [:]
        options.apply(arguments)
        try self.init(
            apiKey: arguments["apiKey"]?.stringValue,
            authToken: arguments["authToken"]?.stringValue,
            baseURL: arguments["baseURL"]?.stringValue,
            options: options
        )
    }

    fileprivate func deriving(_ change: JSONValue) throws -> TestClient {
        withOptions { $0.apply(change) }
    }

    fileprivate func ping(_ input: JSONValue) async throws -> JSONValue {
        var request = APIRequest(.post, "/v1/ping")
        request.body(JSONValue.object([:]))
        return try await send(request, RequestOptions(headers: HeaderLayer(input["request_headers"])))
    }
}

extension ClientOptions {
    fileprivate mutating func apply(_ arguments: JSONValue) {
        for (name, value) in arguments.objectValue ?? [:] {
            switch name {
            case "maxRetries": maxRetries = value.intValue ?? maxRetries
            case "timeout", "timeout_seconds": timeout = value.doubleValue.map { .seconds($0) }
            case "logLevel": logLevel = value.stringValue.flatMap(ClientLogLevel.init(rawValue:))
            case "defaultHeaders": defaultHeaders = HeaderLayer(value)
            case "defaultQuery": defaultQuery = QueryLayer((value.objectValue ?? [:]).map { ($0.key, $0.value) })
            case "apiKey", "authToken", "baseURL": break
            default: Issue.record("'\(name)' is not an option that this test knows")
            }
        }
    }
}
