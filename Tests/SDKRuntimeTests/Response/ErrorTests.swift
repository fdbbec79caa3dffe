import Foundation
import SDKRuntime
import TestSupport
import Testing

@Suite struct ErrorTests {
    static let cases = ConformanceCases.cases(suite: "errors")

    @Test func allCasesAreRead() {
        #expect(Self.cases.count == ConformanceCases.count(suite: "errors"))
        #expect(!Self.cases.isEmpty)
    }

    @Test(arguments: cases)
    func fail(_ testCase: ConformanceCase) async throws {
        var expected = Expectations(testCase)
        let input = testCase.input
        let client = try TestClient(
            apiKey: input["apiKey"]?.stringValue ?? "k",
            options: .init(transport: ScriptedTransport(input), environment: .none)
        )
        let outcome = await Outcome { try await client.send(APIRequest(.get, "/v1/x"), .init(maxRetries: 0)) }
        let error = try #require(outcome.error)

        if let kind = expected.take("kind")?.stringValue {
            #expect(error.kind.description == kind)
        }
        for broader in expected.take("matches_also")?.arrayValue ?? [] {
            #expect(error.kind.broaderKinds.contains(broader.text))
        }
        if let status = expected.take("status") {
            #expect(error.status == status.intValue)
        }
        if let type = expected.take("type") {
            #expect(error.type == type.stringValue)
        }
        if let id = expected.take("request_id") {
            #expect(error.requestID == id.stringValue)
        }
        if let id = expected.take("workspace_id") {
            #expect(error.workspaceID == id.stringValue)
        }
        if let hasUnderlying = expected.take("has_underlying_error")?.boolValue {
            #expect((error.underlyingError != nil) == hasUnderlying)
        }
        if let code = expected.take("error_code") {
            #expect(error.code == code.stringValue)
        }
        if let text = expected.take("message_contains")?.stringValue {
            #expect(error.message.contains(text))
            #expect(error.localizedDescription.contains(text))
        }
        if let text = expected.take("description_not_contains")?.stringValue {
            #expect(!error.description.contains(text))
            #expect(!error.debugDescription.contains(text))
        }
        if let text = expected.take("dump_not_contains")?.stringValue {
            var dumped = ""
            dump(error, to: &dumped)
            #expect(!dumped.contains(text))
        }
        expected.finish()
    }

    @Test func textBodyIsTheMessage() async throws {
        let transport = ScriptedTransport(
            status: 502,
            headers: HTTPFields(named: ["anthropic-workspace-id": "wrk_1"]),
            body: "<html>bad gateway</html>"
        )
        let client = try TestClient(over: transport)
        let outcome = await Outcome { try await client.send(APIRequest(.get, "/v1/x")) }
        #expect(outcome.error?.body == .text("<html>bad gateway</html>"))
        #expect(outcome.error?.message == "<html>bad gateway</html>")
        #expect(outcome.error?.workspaceID == "wrk_1")
    }

    @Test(
        arguments: [
            (body: " \r\n", message: "400 status code (no body)", description: "400 status code (no body)"),
            (
                body: #"{"error":{"message":""}}"#, message: #"{"error":{"message":""}}"#,
                description: #"400 {"error":{"message":""}}"#
            ),
            (body: #"{"error":{"message":"4004 is odd"}}"#, message: "4004 is odd", description: "400 4004 is odd"),
            (body: #"{"error":{"message":"400 it is"}}"#, message: "400 it is", description: "400 it is"),
        ] as [(body: String, message: String, description: String)]
    )
    func everyErrorSaysSomethingAndItsStatus(body: String, message: String, description: String) async throws {
        let client = try TestClient(over: ScriptedTransport(status: 400, body: body))
        let outcome = await Outcome { try await client.send(APIRequest(.get, "/v1/x")) }
        #expect(outcome.error?.message == message)
        #expect(outcome.error?.localizedDescription == description)
    }

    @Test func bodyStaysReadable() async throws {
        let client = try TestClient(over: ScriptedTransport(status: 400, body: #"{"error":{"type":7}}"#))
        let outcome = await Outcome { try await client.send(APIRequest(.get, "/v1/x")) }
        #expect(outcome.error?.body == .json(["error": ["type": 7]]))
    }

    @Test func switchMatchesBroaderKinds() {
        func name(_ kind: APIError.Kind) -> String {
            switch kind {
            case .overloaded: "overloaded"
            case .internalServer: "server"
            case .apiStatus: "status"
            case .connection: "connection"
            default: "other"
            }
        }
        #expect(name(.status(529)) == "overloaded")
        #expect(name(.status(503)) == "server")
        #expect(name(.status(404)) == "status")
        #expect(name(.timeout) == "connection")
        #expect(name(.decoding) == "other")
    }
}

extension ScriptedTransport {
    fileprivate init(_ input: JSONValue) {
        if let failure = input["transport_error"]?.stringValue {
            self.init([.fail(TransportError(failure == "timeout" ? .timeout : .connection, failure))])
            return
        }
        self.init(
            status: input["status"]?.intValue ?? 0,
            headers: HTTPFields(named: input["headers"]?.texts ?? []),
            body: input["json"]?.description ?? input["text"]?.stringValue ?? ""
        )
    }
}

extension APIError.Kind {
    /// The names of all kinds that this one matches.
    fileprivate var broaderKinds: [String] {
        let statuses: [APIError.Kind] = [.apiStatus, .internalServer, .connection, .invalidArgument]
        return statuses.filter { matches($0) }.map(\.description)
    }
}
