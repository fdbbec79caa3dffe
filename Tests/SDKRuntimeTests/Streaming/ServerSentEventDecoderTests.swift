import SDKRuntime
import TestSupport
import Testing

@Suite struct ServerSentEventDecoderTests {
    static let cases = ConformanceCases.cases(suite: "sse_decoder")

    @Test func allCasesAreRead() {
        #expect(Self.cases.count == ConformanceCases.count(suite: "sse_decoder"))
        #expect(!Self.cases.isEmpty)
    }

    @Test(arguments: cases)
    func decode(_ testCase: ConformanceCase) throws {
        var expected = Expectations(testCase)
        let input = try StreamInput(testCase.input)
        let events = Self.events(input.chunks)
        for chunks in input.allChunkings {
            #expect(Self.events(chunks) == events)
        }
        if let list = expected.take("events")?.arrayValue {
            #expect(events.count == list.count)
            for (event, fields) in zip(events, list) { check(event, Expectations(testCase.id, fields)) }
        }
        if let count = expected.take("events_count")?.intValue {
            #expect(events.count == count)
        }
        if let length = expected.take("data_length")?.intValue {
            #expect(events.first?.data.utf8.count == length)
        }
        if expected.take("first_event_before_second_chunk") == true {
            #expect(Self.events(Array(input.chunks.prefix(1))) == [events[0]])
        }
        expected.finish()
    }

    private func check(_ event: ServerSentEvent, _ expected: consuming Expectations) {
        if let name = expected.take("event") {
            #expect(event.event == name.stringValue)
        }
        if let data = expected.take("data")?.stringValue {
            // The file breaks a line after U+2028, which for YAML 1.1 is a line break: the indentation is no content.
            #expect(event.data == data.replacing(#/\u{2028} +/#, with: "\u{2028}"))
        }
        #expect(event.id == expected.take("id")?.stringValue)
        #expect(event.retry == expected.take("retry")?.intValue)
        expected.finish()
    }

    /// What the standard says beyond the cases.
    @Test(
        arguments: [
            ("\u{FEFF}data: x\n\n", [ServerSentEvent(data: "x")]),
            // Only the first character of the stream is a byte order mark.
            ("\u{FEFF}\u{FEFF}data: x\n\ndata: y\n\n", [ServerSentEvent(data: "y")]),
            ("data:\u{FEFF}x\n\n", [ServerSentEvent(data: "\u{FEFF}x")]),
            ("id: a\u{0}b\ndata: x\n\n", [ServerSentEvent(data: "x")]),
            ("id: 1\n\ndata: x\n\n", [ServerSentEvent(data: "x", id: "1")]),
            ("id: 1\ndata: x\n\nid\ndata: y\n\n", [.init(data: "x", id: "1"), .init(data: "y", id: "")]),
            ("retry: 5\n\ndata: x\n\ndata: y\n\n", [.init(data: "x", retry: 5), .init(data: "y")]),
            ("retry: 5s\nretry: -1\nretry:\nretry: 99999999999999999999\ndata: x\n\n", [ServerSentEvent(data: "x")]),
            ("event: a\nevent:\ndata: x\n\n", [ServerSentEvent(data: "x")]),
            ("event:\n\n", []),
            ("Data: x\nDATA: y\n data: z\n\n", []),
            ("data: a:b: c\n\n", [ServerSentEvent(data: "a:b: c")]),
            ("data\n\ndata\ndata\n\n", [ServerSentEvent(), ServerSentEvent(data: "\n")]),
            ("data: x\r\rdata: y\r\n\r\n", [ServerSentEvent(data: "x"), ServerSentEvent(data: "y")]),
            ("\n\n\r\n:\n\n", []),
        ] as [(String, [ServerSentEvent])]
    )
    func standard(_ text: String, _ events: [ServerSentEvent]) {
        #expect(Self.events([Array(text.utf8)]) == events)
        #expect(Self.events(text.utf8.map { [$0] }) == events)
    }

    @Test func `bytes that are no UTF-8 are replaced`() {
        #expect(Self.events([Array("data: a".utf8) + [0xFF] + Array("b\n\n".utf8)]) == [.init(data: "a\u{FFFD}b")])
    }

    private static func events(_ chunks: [[UInt8]]) -> [ServerSentEvent] {
        var decoder = ServerSentEventDecoder()
        return chunks.flatMap { decoder.decode($0) }
    }
}
