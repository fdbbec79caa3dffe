import Foundation
import SDKRuntime
import TestSupport
import Testing

@Suite struct ResponseTests {
    static let cases = ConformanceCases.cases(suite: "responses")

    @Test func allCasesAreRead() {
        #expect(Self.cases.count == ConformanceCases.count(suite: "responses"))
        #expect(!Self.cases.isEmpty)
    }

    struct Object: APIModel {
        let id: String
        private var modelExtras = ModelExtras()

        init(id: String) {
            self.id = id
        }

        static let table = ModelTable<Self> { row in
            row.required("id", String.self)
        }
    }

    @Test(arguments: cases)
    func decode(_ testCase: ConformanceCase) async throws {
        var expected = Expectations(testCase)
        let input = testCase.input
        let transport = ScriptedTransport([.respond(input)])
        let client = try TestClient(over: transport)
        let request = APIRequest(.get, "/v1/x")

        switch input["into"]?.stringValue {
        case "object":
            let outcome = await Outcome { () async throws -> Object in try await client.core.send(request) }
            #expect(outcome.value?.id == expected.take("id")?.stringValue ?? outcome.value?.id)
            if let json = expected.take("json") {
                #expect(try JSONValue(encoding: try #require(outcome.value)) == json)
            }
            await checkError(outcome.error, &expected, transport)
        case "bytes":
            let bytes = try await client.core.data(request)
            #expect(bytes == Data(hex: expected.take("hex")?.stringValue))
        case "text", "string":
            let text: String = try await client.core.send(request)
            #expect(text == expected.take("text")?.stringValue)
        case "void":
            try await client.core.send(request) as Void
            #expect(expected.take("ok") == true)
        default:
            Issue.record("\(testCase.id) decodes into something unknown")
        }
        expected.finish()
    }

    private func checkError(
        _ error: APIError?,
        _ expected: inout Expectations,
        _ transport: ScriptedTransport
    ) async {
        #expect(error?.kind.description == expected.take("error")?.stringValue)
        if let id = expected.take("request_id")?.stringValue {
            #expect(error?.requestID == id)
        }
        if let hasUnderlying = expected.take("has_underlying_error")?.boolValue {
            #expect((error?.underlyingError != nil) == hasUnderlying)
        }
        if expected.take("retried") == false {
            #expect(await transport.sent.count == 1)
        }
    }

    @Test func odditiesAreLogged() async throws {
        let log = RecordedLog()
        let client = try TestClient(over: ScriptedTransport(body: #"{"id":null}"#), options: .init(logger: log.logger))
        let object: Object = try await client.core.send(APIRequest(.get, "/v1/x"))
        #expect(object.id == "")
        #expect(log.lines.map(\.level) == ["warning"])
        #expect(log.lines.first?.text.contains("id") == true)
    }

    struct NullableObject: APIModel {
        let id: String
        let container: String?
        private var modelExtras = ModelExtras()

        init(id: String, container: String?) {
            self.id = id
            self.container = container
        }

        static let table = ModelTable<Self> { row in
            row.required("id", String.self)
            row.nullable("container", String.self)
        }
    }

    /// Although nothing is lost: what the type takes in its place is what a null would be.
    @Test func aNullThatIsLeftOutIsLoggedToo() async throws {
        let log = RecordedLog()
        let client = try TestClient(over: ScriptedTransport(body: "{}"), options: .init(logger: log.logger))
        let object: NullableObject = try await client.core.send(APIRequest(.get, "/v1/x"))
        #expect(object.container == nil)
        #expect(object.decodingIssues.map(\.codingPath) == ["id", "container"])
        #expect(log.lines.map(\.level) == ["warning"])
        #expect(log.lines.first?.text.contains("id: missing") == true)
        #expect(log.lines.first?.text.contains("container: missing") == true)
    }

    @Test func strictDecodingThrows() async throws {
        let client = try TestClient(over: ScriptedTransport(body: #"{"id":null}"#), options: .init(decoding: .strict))
        let outcome = await Outcome { () async throws -> Object in try await client.core.send(APIRequest(.get, "/v1/x"))
        }
        #expect(outcome.error?.kind == .decoding)
        #expect(outcome.error?.message.contains("id") == true)
    }

    @Test func emptyBodyIsNoModel() async throws {
        let client = try TestClient(over: ScriptedTransport(status: 204, body: ""))
        let outcome = await Outcome { () async throws -> Object in try await client.core.send(APIRequest(.get, "/v1/x"))
        }
        #expect(outcome.error?.kind == .decoding)
        #expect(outcome.error?.status == 204)
    }

    @Test func textIsNotParsed() async throws {
        let client = try TestClient(over: ScriptedTransport(headers: [.contentType: "text/plain"], body: "plain"))
        let text: String = try await client.core.send(APIRequest(.get, "/v1/x"))
        #expect(text == "plain")
    }
}

extension ScriptedTransport.Step {
    fileprivate static func respond(_ input: JSONValue) -> Self {
        .respond(
            status: input["status"]?.intValue ?? 200,
            headers: HTTPFields(named: input["headers"]?.texts ?? []),
            body: Data(hex: input["body_hex"]?.stringValue) ?? Data((input["body"]?.stringValue ?? "").utf8)
        )
    }
}
