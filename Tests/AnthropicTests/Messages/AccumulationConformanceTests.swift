import Anthropic
import Foundation
import TestSupport
import Testing

@Suite("Conformance: accumulation of messages")
struct AccumulationConformanceTests {
    static let cases = ConformanceCases.cases(suite: "accumulate")

    @Test("all cases are checked")
    func count() {
        #expect(!Self.cases.isEmpty)
        #expect(Self.cases.count == ConformanceCases.count(suite: "accumulate"))
    }

    @Test("case", arguments: cases)
    func messages(testCase: ConformanceCase) async throws {
        let client = try AnthropicClient(over: StreamedEvents.transport(Self.events(of: testCase)))
        try await Self.check(testCase) { try await client.streamMessage() }
    }

    @Test("case of the beta twin", arguments: cases)
    func betaMessages(testCase: ConformanceCase) async throws {
        let client = try AnthropicClient(over: StreamedEvents.transport(Self.events(of: testCase)))
        try await Self.check(testCase) { try await client.streamBetaMessage() }
    }

    private static func check<Event>(
        _ testCase: ConformanceCase,
        _ open: () async throws -> MessageEventStream<Event>
    ) async throws {
        var expected = Expectations(testCase)
        let stream = try await open()
        if let texts = expected.take("text_stream")?.arrayValue {
            var received: [String] = []
            for try await text in stream.textDeltas { received.append(text) }
            #expect(received == texts.compactMap(\.stringValue))
        }
        if let error = expected.take("error")?.stringValue {
            let thrown = await #expect(throws: APIError.self) { try await stream.finalMessage() }
            #expect(thrown?.kind.description == error)
        } else if expected.take("final_message") == "error" {
            let thrown = await #expect(throws: APIError.self) { try await stream.finalMessage() }
            #expect(thrown?.kind == .incompleteStream)
            let text = expected.take("snapshot_text")?.stringValue
            #expect(stream.snapshot?.text == text)
        } else {
            let message = try await stream.finalMessage()
            try check(message, &expected)
        }
        expected.finish()
    }

    private static func check(_ message: some AssistantMessage, _ expected: inout Expectations) throws {
        let json = try JSONValue(encoding: message)
        for key in ["content", "stop_reason", "stop_details", "usage"] {
            guard let value = expected.take(key) else { continue }
            #expect(json[key]?.contains(value) == true, "\(json)")
        }
        let first = json["content"]?[0]
        if let block = expected.take("content_0") { #expect(first == block) }
        if let input = expected.take("content_0_input") { #expect(first?["input"] == input) }
        if let count = expected.take("citations_count")?.intValue {
            #expect(first?["citations"]?.arrayValue?.count == count)
        }
        if let text = expected.take("final_text") { #expect(message.text == text.stringValue) }
        // Time is not measured: that all pieces are there is what a test can tell.
        if expected.take("seconds_below") != nil { #expect(first?["input"] == generatedInput) }
    }

    // MARK: - Input

    private static func events(of testCase: ConformanceCase) -> [JSONValue] {
        guard testCase.input["generate"] == "one tool_use block, 10000 input_json_delta of 20 bytes" else {
            return testCase.input["events"]?.arrayValue ?? []
        }
        let text = Array(generatedInput.description.utf8)
        let pieces = stride(from: 0, to: text.count, by: 20).map { start in
            String(decoding: text[start..<min(start + 20, text.count)], as: UTF8.self)
        }
        #expect(pieces.count == 10_000)
        let deltas = pieces.map { JSONValue.object(["type": "input_json_delta", "partial_json": .string($0)]) }
        return StreamedEvents.message([(start: StreamedEvents.toolUse().start, deltas: deltas)])
    }

    /// 200,000 bytes of JSON.
    private static let generatedInput: JSONValue = [
        "list": .array((0..<19_998).map { .string("item \($0 % 10)") }),
        "rest": .string(String(repeating: "x", count: 200_000 - 20 - 9 * 19_998)),
    ]
}
