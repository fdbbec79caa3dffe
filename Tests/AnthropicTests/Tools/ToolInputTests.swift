import Anthropic
import TestSupport
import Testing

/// The input of a call, read as a type where a conversation is led by hand.
@Suite struct ToolInputTests {
    struct Visit: Decodable, Equatable {
        var place: String
        var day: Date
    }

    private static let input: JSONValue = ["place": "Bern", "day": "1970-01-02T00:00:00Z"]
    private static let visit = Visit(place: "Bern", day: Date(timeIntervalSince1970: 86_400))

    @Test func `an input is read as a type`() throws {
        let block: JSONValue = ["type": "tool_use", "id": "toolu_1", "name": "visit", "input": Self.input]
        #expect(try block.decode(as: ToolUseBlock.self).input(as: Visit.self) == Self.visit)
        #expect(try block.decode(as: BetaToolUseBlock.self).input(as: Visit.self) == Self.visit)
    }

    @Test func `the input of a call in a session is read as a type`() throws {
        let event: JSONValue = [
            "type": "agent.custom_tool_use", "id": "sevt_1", "name": "visit", "input": Self.input,
            "processed_at": "2026-03-15T10:00:00Z",
        ]
        var transcript = SessionTranscript()
        transcript.add(try event.decode(as: BetaManagedAgentsSessionEvent.self))
        let use = try #require(transcript.toolUse("sevt_1"))
        #expect(try use.input(as: Visit.self) == Self.visit)
    }

    @Test func `an input that does not fit throws`() throws {
        let block: JSONValue = ["type": "tool_use", "id": "toolu_1", "name": "visit", "input": ["place": 1]]
        let use = try block.decode(as: ToolUseBlock.self)
        #expect(throws: DecodingError.self) { try use.input(as: Visit.self) }
    }
}
