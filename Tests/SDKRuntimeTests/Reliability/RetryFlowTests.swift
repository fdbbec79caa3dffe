import Foundation
import SDKRuntime
import TestSupport
import Testing

@Suite struct RetryFlowTests {
    static let cases = ConformanceCases.cases(suite: "retry_flow")

    @Test func allCasesAreRead() {
        #expect(Self.cases.count == ConformanceCases.count(suite: "retry_flow"))
        #expect(!Self.cases.isEmpty)
    }

    @Test(arguments: cases)
    func call(_ testCase: ConformanceCase) async throws {
        var expected = Expectations(testCase)
        let input = testCase.input
        let transport = ScriptedTransport((input["script"]?.arrayValue ?? []).map(Self.step))
        let clock = VirtualClock()
        let client = try TestClient(
            service: TestService.description(idempotencyHeader: input["idempotency_header"]?.stringValue),
            apiKey: "test-key-0123456789",
            options: .init(
                maxRetries: input["maxRetries"]?.intValue ?? 2,
                transport: transport,
                environment: .none
            ),
            clock: clock
        )
        if input["cancel_during_sleep"] == true {
            clock.onSleep { _ in withUnsafeCurrentTask { $0?.cancel() } }
        }
        let call = Task {
            // A task that is cancelled goes on until something asks.
            if input["cancel_before_start"] == true { withUnsafeCurrentTask { $0?.cancel() } }
            return await Self.outcome(client, input["request"] ?? [:])
        }
        let (outcome, retriesTaken) = await call.value

        let sent = await transport.sent
        if let count = expected.take("attempts")?.intValue { #expect(sent.count == count) }
        if let values = expected.take("retry_count_headers")?.arrayValue {
            #expect(sent.map { $0.header("x-stainless-retry-count") } == values.map(\.stringValue))
        }
        if let text = expected.take("outcome")?.stringValue { #expect(outcome == text) }
        if let count = expected.take("retries_taken")?.intValue { #expect(retriesTaken == count) }
        if let count = expected.take("sleeps")?.intValue { #expect(clock.sleeps.count == count) }
        if let seconds = expected.take("sleep_seconds")?.arrayValue {
            #expect(clock.sleeps.map { $0 / .seconds(1) } == seconds.map(\.doubleValue))
        }
        if let name = expected.take("header_constant_across_attempts")?.stringValue {
            let values = sent.map { $0.header(name) }
            #expect(values.count > 1 && Set(values).count == 1 && values.first??.isEmpty == false)
        }
        expected.finish()
    }

    private static func step(_ entry: JSONValue) -> ScriptedTransport.Step {
        if let error = entry["error"]?.stringValue {
            return .fail(TransportError(error == "timeout" ? .timeout : .connection, error))
        }
        let status = entry["status"]?.intValue ?? 0
        let headers = HTTPFields(named: entry["headers"]?.texts ?? [])
        if let events = entry["sse"]?.stringValue {
            let isDropped = entry["then"] == "drop connection"
            return .stream(
                status: status,
                headers: headers,
                chunks: [Data(events.utf8)],
                end: isDropped ? .failure(TransportError(.connection, "dropped")) : .normal
            )
        }
        return .respond(status: status, headers: headers, body: Data((entry["body"]?.description ?? "").utf8))
    }

    private static func outcome(_ client: TestClient, _ request: JSONValue) async -> (String, retriesTaken: Int?) {
        var call = APIRequest(method: request["method"]?.stringValue ?? "POST", "/v1/messages")
        if let body = request["body"] { call.body(body) }
        let options = RequestOptions(
            maxRetries: request["maxRetries"]?.intValue,
            headers: HeaderLayer(request["headers"])
        )
        var eventCount = 0
        do {
            guard request["stream"] == true else {
                let (_, response) = try await client.withResponse { try await $0.core.send(call, options) as Void }
                return ("success", response.retriesTaken)
            }
            let stream: EventStream<JSONValue> = try await client.core.events(call, options)
            for try await _ in stream { eventCount += 1 }
            return ("success", stream.response.retriesTaken)
        } catch {
            let kind = error is CancellationError ? "cancelled" : (error as? APIError)?.kind.description ?? "\(error)"
            return (eventCount > 0 ? "\(kind) after \(eventCount) event" : kind, nil)
        }
    }
}
