import SDKRuntime
import TestSupport
import Testing

@Suite struct BetaHeaderTests {
    static let cases = ConformanceCases.cases(suite: "beta_header")

    @Test func allCasesAreRead() {
        #expect(Self.cases.count == ConformanceCases.count(suite: "beta_header"))
        #expect(!Self.cases.isEmpty)
    }

    @Test(arguments: cases)
    func send(_ testCase: ConformanceCase) async throws {
        var expected = Expectations(testCase)
        let input = testCase.input
        let transport = ScriptedTransport()
        var request = APIRequest(.post, input["path"]?.stringValue ?? "/v1/x")
        let betas = input["betas"]?.arrayValue?.map(\.text)
        if let forced = input["forced"]?.stringValue {
            request.header("anthropic-beta", betas, appending: forced)
        } else {
            request.header("anthropic-beta", betas)
        }
        for (name, value) in input["query"]?.objectValue ?? [:] {
            request.query(name, value)
        }
        _ = try await TestClient(over: transport)
            .send(request, .init(headers: HeaderLayer(input["request_headers"])))

        let sent = try #require(await transport.sent.first)
        if let header = expected.take("header") {
            #expect(sent.header("anthropic-beta") == header.stringValue)
        }
        if let pairs = expected.take("query_pairs")?.objectValue {
            let query = sent.request.path?.split(separator: "?").last?.split(separator: "&").map(String.init)
            #expect(query?.sorted() == pairs.map { "\($0.key)=\($0.value.text)" }.sorted())
        }
        expected.finish()
    }

    @Test(
        arguments: [
            (betas: ["a", "a", "b"], forced: [], header: "a,b"),
            (betas: [""], forced: [], header: nil),
            (betas: ["", "a"], forced: ["f"], header: "a,f"),
            (betas: ["a, f", "b"], forced: ["f"], header: "a,f,b"),
        ] as [(betas: JSONValue, forced: [String], header: String?)]
    )
    func namesAreSentOnce(betas: JSONValue, forced: [String], header: String?) async throws {
        let transport = ScriptedTransport()
        var request = APIRequest(.get, "/v1/x")
        if let value = forced.first {
            request.header("anthropic-beta", betas, appending: value)
        } else {
            request.header("anthropic-beta", betas)
        }
        _ = try await TestClient(over: transport).send(request)
        #expect(await transport.sent.first?.header("anthropic-beta") == header)
    }

    @Test(arguments: [([1, 1, 2], "1,1,2"), (["r": "r", "g": 5, "b": 5], "r,r,g,5,b,5")] as [(JSONValue, String)])
    func valuesThatAreNoNamesStay(value: JSONValue, header: String) async throws {
        let transport = ScriptedTransport()
        var request = APIRequest(.get, "/v1/x")
        request.header("X-Values", value)
        _ = try await TestClient(over: transport).send(request)
        #expect(await transport.sent.first?.header("X-Values") == header)
    }

    @Test func forcedValueAloneNeedsNoParameter() async throws {
        let transport = ScriptedTransport()
        var request = APIRequest(.get, "/v1/x")
        request.header("anthropic-beta", appending: "f-1", "f-2")
        _ = try await TestClient(over: transport).send(request)
        #expect(await transport.sent.first?.header("anthropic-beta") == "f-1,f-2")
    }
}
