import SDKRuntime
import TestSupport
import Testing

@Suite struct DefaultHeadersTests {
    static let cases = ConformanceCases.cases(suite: "default_headers")

    @Test func allCasesAreRead() {
        #expect(Self.cases.count == ConformanceCases.count(suite: "default_headers"))
        #expect(!Self.cases.isEmpty)
    }

    /// An app's own client type around the generated one, whose name must not show.
    struct WrappingClient: SDKClient {
        let core: ClientCore
    }

    @Test(arguments: cases)
    func defaultHeaders(_ testCase: ConformanceCase) async throws {
        var expected = Expectations(testCase)
        let input = testCase.input
        let transport = ScriptedTransport()
        let client = try TestClient(
            apiKey: input["apiKey"]?.stringValue,
            options: .init(transport: transport, environment: .none)
        )
        let core = input["wrapped"] == true ? WrappingClient(core: client.core).core : client.core

        var request = APIRequest(.init(input["method"]?.stringValue ?? "") ?? .get, input["path"]?.stringValue ?? "")
        if let body = input["body"] {
            request.body(body)
        }
        let options = RequestOptions(
            timeout: input["timeout_seconds"]?.doubleValue.map { .seconds($0) },
            headers: HeaderLayer(input["request_headers"])
        )
        try await core.send(request, options) as Void

        let sent = try #require(await transport.sent.first)
        expected.checkHeaders(of: sent)
        for (name, pattern) in expected.take("matches")?.objectValue ?? [:] {
            let value = try #require(sent.header(name), "\(name) is not sent")
            #expect(value.firstMatch(of: try Regex(pattern.stringValue ?? "")) != nil, "\(name): \(value)")
        }
        expected.finish()
    }

    @Test func telemetryCanBeSwitchedOff() async throws {
        let transport = ScriptedTransport()
        let client = try TestClient(over: transport, options: .init(sendsTelemetry: false))
        _ = try await client.send(APIRequest(.get, "/v1/x"), .init(timeout: .seconds(9)))
        let names = try #require(await transport.sent.first).request.headerFields.map(\.name.canonicalName)
        #expect(!names.contains { $0.hasPrefix("x-stainless") })
        #expect(names.contains("user-agent"))
    }

    @Test func serviceWithoutTelemetrySendsNone() async throws {
        let transport = ScriptedTransport()
        let service = ServiceDescription(name: "Museum", version: "2.1.0", baseURL: "https://museum.test")
        let client = try TestClient(service: service, options: .init(transport: transport, environment: .none))
        _ = try await client.send(APIRequest(.get, "/hours"))
        let sent = try #require(await transport.sent.first)
        #expect(sent.request.headerFields.map(\.name.canonicalName).sorted() == ["accept", "user-agent"])
        #expect(sent.header("user-agent") == "Museum/Swift 2.1.0")
    }
}
