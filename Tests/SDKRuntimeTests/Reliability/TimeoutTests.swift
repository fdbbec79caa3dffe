import Foundation
import SDKRuntime
import TestSupport
import Testing

@Suite struct TimeoutTests {
    static let cases = ConformanceCases.cases(suite: "timeouts")

    @Test func allCasesAreRead() {
        #expect(Self.cases.count == ConformanceCases.count(suite: "timeouts"))
        #expect(!Self.cases.isEmpty)
    }

    /// The rule of the cases: an hour for 128,000 tokens.
    private static func request(_ maxTokens: JSONValue = 1000, model: String = "m", cap: Int? = nil) -> APIRequest {
        var request = APIRequest(.post, "/v1/messages")
        request.body(["model": .string(model), "max_tokens": maxTokens, "messages": [["content": "}{"]]] as JSONValue)
        let rule = LongRequestRule(
            secondsPerUnit: 3600 / 128_000,
            caps: cap.map { ["m": $0] } ?? [:],
            advice: "use streaming"
        )
        request.longRequest(rule, amount: "max_tokens", variant: "model")
        return request
    }

    @Test(arguments: cases)
    func choose(_ testCase: ConformanceCase) async throws {
        var expected = Expectations(testCase)
        let input = testCase.input
        let event = Data("data: {\"type\":\"message_start\"}\n\n".utf8)
        // That an exchange falls silent is for the transport to notice, which is told the limit.
        let end = ScriptedBody.End.failure(TransportError(.timeout, "the response fell silent"))
        let isSilent = input["server"] != nil
        let transport = ScriptedTransport([.stream(chunks: [isSilent ? event : Data()], end: isSilent ? end : .normal)])
        let seconds = { (name: String) in input[name]?.doubleValue.map { Duration.seconds($0) } }
        let client = try TestClient(over: transport).withOptions { $0.timeout = seconds("client_timeout_seconds") }
        let options = RequestOptions(
            timeout: seconds("request_timeout_seconds"),
            idleTimeout: seconds("idle_timeout_seconds")
        )
        let request = Self.request(input["max_tokens"] ?? 1000, cap: input["model_cap"]?.intValue)

        var eventCount = 0
        let outcome = await Outcome {
            guard input["stream"] == true else { return try await client.core.send(request, options) as Void }
            let stream: EventStream<JSONValue> = try await client.core.events(request, options)
            for try await _ in stream { eventCount += 1 }
        }
        let sent = await transport.sent
        if let kind = expected.take("error")?.stringValue { #expect(outcome.error?.kind.description == kind) }
        if let count = expected.take("transport_calls")?.intValue { #expect(sent.count == count) }
        if let seconds = expected.take("timeout_seconds")?.doubleValue {
            #expect(sent.first?.timeouts.headers == .seconds(seconds))
        }
        if expected.take("ok") == true {
            #expect(outcome.error == nil)
            #expect(sent.count == 1)
        }
        if let text = expected.take("outcome")?.stringValue {
            #expect("\(outcome.error?.kind.description ?? "success") after \(eventCount) event" == text)
            #expect(sent.map(\.timeouts.idle) == [seconds("idle_timeout_seconds")])
        }
        expected.finish()
    }

    /// The error of a call that is answered all at once, if it is refused.
    private static func refusal(
        _ request: APIRequest,
        client: Duration? = nil,
        _ options: RequestOptions = .init()
    ) async throws -> APIError? {
        let transport = ScriptedTransport()
        let outcome = await Outcome {
            try await TestClient(over: transport, options: .init(timeout: client)).send(request, options)
        }
        #expect(await transport.sent.count == (outcome.error == nil ? 1 : 0))
        return outcome.error
    }

    @Test func whatIsRefusedSaysWhatToDo() async throws {
        let long = try await Self.refusal(Self.request(21_334))
        #expect(long?.kind == .streamingRequired)
        #expect(long?.message == "the response may take longer than 600 seconds: use streaming")
        let capped = try await Self.refusal(Self.request(8193, cap: 8192))
        #expect(capped?.message == "'m' gives at most 8192 in one response, not 8193: use streaming")
        #expect(capped?.kind.matches(.invalidArgument) == true)
    }

    @Test func theLimitsThemselvesAreFine() async throws {
        #expect(try await Self.refusal(Self.request(21_333)) == nil)
        #expect(try await Self.refusal(Self.request(8192, cap: 8192)) == nil)
        #expect(try await Self.refusal(Self.request(8193, model: "other", cap: 8192)) == nil)
    }

    @Test func aTimeoutOfTheCallersSwitchesTheRuleOff() async throws {
        #expect(try await Self.refusal(Self.request(100_000), client: .seconds(900)) == nil)
        #expect(try await Self.refusal(Self.request(100_000), .init(timeout: .seconds(900))) == nil)
        #expect(try await Self.refusal(Self.request(100_000), .init(idleTimeout: .seconds(900))) != nil)
    }

    @Test func whatIsSentCounts() async throws {
        #expect(try await Self.refusal(Self.request(1), .init(bodyFields: ["max_tokens": 99_999])) != nil)
        #expect(try await Self.refusal(Self.request(99_999), .init(bodyFields: ["max_tokens": 1])) == nil)
        for odd in ["many", nil, [1], true] as [JSONValue] {
            #expect(try await Self.refusal(Self.request(odd)) == nil)
        }
        #expect(try await Self.refusal(Self.request(.number(try #require(JSONNumber("1e300"))))) != nil)
    }

    @Test func theServiceIsToldTheTimeout() async throws {
        let transport = ScriptedTransport()
        let client = try TestClient(over: transport, options: .init(timeout: .milliseconds(90_900)))
        _ = try await client.send(Self.request())
        _ = try await client.send(APIRequest(.get, "/v1/x"))
        _ = try await client.send(APIRequest(.get, "/v1/x"), .init(timeout: .seconds(5)))
        _ = try await client.withOptions { $0.timeout = nil }.send(Self.request())
        #expect(await transport.sent.map { $0.header("x-stainless-timeout") } == ["90", nil, "5", "600"])
    }

    @Test func aCallsLimitsComeBeforeTheClients() async throws {
        let transport = ScriptedTransport()
        let client = try TestClient(over: transport)
        let get = APIRequest(.get, "/v1/x")
        _ = try await client.send(get)
        _ = try await client.send(get, .init(timeout: .seconds(7)))
        let strict = client.withOptions {
            $0.timeout = .seconds(20)
            $0.idleTimeout = .seconds(3)
            $0.connectTimeout = .seconds(1)
        }
        _ = try await strict.send(get)
        _ = try await strict.send(get, .init(timeout: .seconds(7), idleTimeout: .seconds(2)))
        #expect(
            await transport.sent.map(\.timeouts) == [
                .init(connect: .seconds(5), headers: .seconds(600), idle: .seconds(600)),
                .init(connect: .seconds(5), headers: .seconds(7), idle: .seconds(7)),
                .init(connect: .seconds(1), headers: .seconds(20), idle: .seconds(3)),
                .init(connect: .seconds(1), headers: .seconds(7), idle: .seconds(2)),
            ]
        )
    }

    @Test func everyAttemptHasTheWholeTime() async throws {
        let transport = ScriptedTransport([
            .fail(TransportError(.timeout, "too late")),
            .respond(status: 200, headers: [:], body: Data("{}".utf8)),
        ])
        let client = try TestClient(over: transport, options: .init(timeout: .seconds(9)))
        _ = try await client.send(APIRequest(.get, "/v1/x"))
        #expect(await transport.sent.map(\.timeouts.headers) == [.seconds(9), .seconds(9)])
    }
}
