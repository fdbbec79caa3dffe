import Foundation
import SDKRuntime
import TestSupport
import Testing

@Suite struct RetryDecisionTests {
    static let cases = ConformanceCases.cases(suite: "retry_decision")

    @Test func allCasesAreRead() {
        #expect(Self.cases.count == ConformanceCases.count(suite: "retry_decision"))
        #expect(!Self.cases.isEmpty)
    }

    @Test(arguments: cases)
    func decide(_ testCase: ConformanceCase) async throws {
        var expected = Expectations(testCase)
        let input = testCase.input
        // Attempts before the one that is decided about come to the same.
        let attempt = input["attempt"]?.intValue ?? 0
        let steps = Array(repeating: Self.step(input), count: attempt + 1)
        let transport = ScriptedTransport(steps + [.respond(status: 200, headers: [:], body: Data("{}".utf8))])
        let tokens = Locked(0)
        let provider = TokenProvider {
            AccessToken("token-\(tokens.withLock { $0 += 1; return $0 })")
        }
        let client = try TestClient(
            apiKey: input["auth"] == "tokenProvider" ? nil : "test-key-0123456789",
            authToken: input["auth"] == "tokenProvider" ? provider : nil,
            options: .init(maxRetries: attempt + 1, transport: transport, environment: .none)
        )
        let result = await Result { try await client.send(APIRequest(.get, "/v1/x")) }
        let isRetried = expected.take("retry") == true
        #expect(await transport.sent.count == attempt + (isRetried ? 2 : 1))
        #expect((try? result.get()) == (isRetried ? [:] : nil))
        if let isInvalidated = expected.take("token_invalidated") {
            #expect((tokens.withLock(\.self) > attempt + 1) == (isInvalidated == true))
        }
        expected.finish()
    }

    private static func step(_ input: JSONValue) -> ScriptedTransport.Step {
        switch input["transport_error"]?.stringValue {
        case nil:
            let headers = HTTPFields(named: input["headers"]?.texts ?? [])
            return .respond(status: input["status"]?.intValue ?? 0, headers: headers, body: Data())
        case "timeout": return .fail(TransportError(.timeout, "too late"))
        case .some(let name) where name.lowercased().contains("cancel") || name.lowercased().contains("abort"):
            return .fail(CancellationError())
        default: return .fail(TransportError(.connection, "gone"))
        }
    }

    /// How many attempts a call makes that may make two, when the first one comes to a step.
    private static func attempts(_ step: ScriptedTransport.Step, auth: TokenProvider? = nil) async throws -> Int {
        let transport = ScriptedTransport([step, .respond(status: 200, headers: [:], body: Data("{}".utf8))])
        let client = try TestClient(
            apiKey: auth == nil ? "test-key-0123456789" : nil,
            authToken: auth,
            options: .init(maxRetries: 1, transport: transport, environment: .none)
        )
        _ = await Result { try await client.send(APIRequest(.post, "/v1/x")) }
        return await transport.sent.count
    }

    @Test(
        arguments: [
            (401, 1), (403, 1), (406, 1), (408, 2), (409, 2), (422, 1), (423, 1), (429, 2), (499, 1), (500, 2),
            (502, 2),
            (504, 2), (599, 2), (301, 1), (304, 1),
        ]
    )
    func statuses(_ status: Int, attempts: Int) async throws {
        #expect(try await Self.attempts(.respond(status: status, headers: [:], body: Data())) == attempts)
    }

    @Test(arguments: [
        ("true", 400, 2), ("false", 500, 1), ("TRUE", 400, 1), ("False", 500, 2), ("1", 400, 1), ("", 500, 2),
    ])
    func theServiceKnowsBest(_ hint: String, status: Int, attempts: Int) async throws {
        let headers = HTTPFields(named: ["X-SHOULD-RETRY": hint])
        #expect(try await Self.attempts(.respond(status: status, headers: headers, body: Data())) == attempts)
    }

    @Test func aHintOnASuccessMeansNothing() async throws {
        let headers = HTTPFields(named: ["x-should-retry": "true"])
        #expect(try await Self.attempts(.respond(status: 200, headers: headers, body: Data("{}".utf8))) == 1)
    }

    @Test func aRefusedTokenIsMoreThanAHint() async throws {
        let refused = ScriptedTransport.Step.respond(
            status: 401,
            headers: HTTPFields(named: ["x-should-retry": "false"]),
            body: Data()
        )
        #expect(try await Self.attempts(refused, auth: TokenProvider { AccessToken("t-1") }) == 2)
        // A token that never changes is a key.
        #expect(try await Self.attempts(refused, auth: "t-1") == 1)
    }

    @Test func errorsThatWillNotPassAreNotRetried() async throws {
        #expect(try await Self.attempts(.fail(TransportError(.connection, "refused"))) == 2)
        #expect(try await Self.attempts(.fail(CancellationError())) == 1)
        #expect(try await Self.attempts(.fail(APIError(.file, "gone"))) == 1)
        #expect(try await Self.attempts(.fail(Odd())) == 1)
    }

    struct Odd: Error {}
}

extension Result where Success: Sendable {
    /// What a call comes to.
    init(_ body: () async throws -> Success) async where Failure == any Error {
        do {
            self = .success(try await body())
        } catch {
            self = .failure(error)
        }
    }

    var error: Failure? {
        if case .failure(let error) = self { error } else { nil }
    }
}
