import SDKRuntime
import TestSupport
import Testing

@Suite struct PathParameterTests {
    static let cases = ConformanceCases.cases(suite: "path_params")

    @Test func allCasesAreRead() {
        #expect(Self.cases.count == ConformanceCases.count(suite: "path_params"))
        #expect(!Self.cases.isEmpty)
    }

    @Test(arguments: cases)
    func fill(_ testCase: ConformanceCase) async throws {
        var expected = Expectations(testCase)
        let transport = ScriptedTransport()
        let client = try TestClient(over: transport)
        var request = APIRequest(.get, try #require(testCase.input["template"]?.stringValue))
        for (name, value) in testCase.input["params"]?.objectValue ?? [:] {
            request.path(name, value)
        }
        let outcome = await Outcome { try await client.send(request) }

        #expect(outcome.error?.kind.description == expected.take("error")?.stringValue)
        if let path = expected.take("path")?.stringValue {
            #expect(await transport.sent.first?.request.path == path)
        }
        if let name = expected.take("names_parameter")?.stringValue {
            #expect(outcome.error?.message.contains("'\(name)'") == true)
        }
        if let calls = expected.take("transport_calls")?.intValue {
            #expect(await transport.sent.count == calls)
        }
        expected.finish()
    }

    @Test func delimitersInsideElementsAreEncoded() async throws {
        let transport = ScriptedTransport()
        var request = APIRequest(.get, "/x/{ids}?y={q}")
        request.path("ids", ["a,b", "c/d"])
        request.path("q", "1&z=2")
        _ = try await TestClient(over: transport).send(request)
        #expect(await transport.sent.first?.request.path == "/x/a%2Cb,c%2Fd?y=1%26z%3D2")
    }

    @Test(arguments: [
        ("a/b c.txt", "/files/a/b%20c.txt/x"), ("50%", "/files/50%25/x"), ("a%2Fb?#", "/files/a%2Fb%3F%23/x"),
        ("projects/p/items/1", "/files/projects/p/items/1/x"),
    ])
    func aValueMaySpanSegments(value: String, expected: String) async throws {
        let transport = ScriptedTransport()
        var request = APIRequest(.get, "/files/{path}/x")
        request.path("path", value, allowsReserved: true)
        _ = try await TestClient(over: transport).send(request)
        #expect(await transport.sent.first?.request.path == expected)
    }

    @Test(arguments: ["", "..", "a/../b", "a/%2e%2E/b", "./a", "a/..;x/b"])
    func aValueThatSpansSegmentsLeadsToNoOtherPath(value: String) async throws {
        let transport = ScriptedTransport()
        let client = try TestClient(over: transport)
        var request = APIRequest(.get, "/files/{path}")
        request.path("path", value, allowsReserved: true)
        let outcome = await Outcome { try await client.send(request) }
        #expect(outcome.error?.kind == .invalidPathParameter)
        #expect(await transport.sent.isEmpty)
    }

    @Test(arguments: [JSONValue.null, ["k": "v"], [], [""], [["nested"]]])
    func valuesWithoutAFormAreRefused(_ value: JSONValue) async throws {
        let transport = ScriptedTransport()
        let client = try TestClient(over: transport)
        var request = APIRequest(.get, "/x/{id}")
        request.path("id", value)
        let outcome = await Outcome { try await client.send(request) }
        #expect(outcome.error?.kind == .invalidPathParameter)
        #expect(outcome.error?.message.contains("'id'") == true)
        #expect(await transport.sent.isEmpty)
    }

    @Test func missingValueIsRefused() async throws {
        let client = try TestClient(over: ScriptedTransport())
        let outcome = await Outcome { try await client.send(APIRequest(.get, "/x/{id}")) }
        #expect(outcome.error?.kind == .invalidPathParameter)
    }
}
