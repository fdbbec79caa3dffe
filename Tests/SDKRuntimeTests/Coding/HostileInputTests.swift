import Foundation
import SDKRuntime
import TestSupport
import Testing

/// Input that is made to do harm ends in an error that says where, or in a value; never in a crash or a standstill.
@Suite struct HostileInputTests {
    private static let depth = 100_000

    private static let arrays = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    private static let objects = String(repeating: #"{"a":"#, count: depth) + "1" + String(repeating: "}", count: depth)
    private static let nodes =
        String(repeating: #"{"name":"n","child":"#, count: depth) + "{}" + String(repeating: "}", count: depth)
    private static let groups =
        String(repeating: #"{"type":"group","members":["#, count: depth) + String(repeating: "]}", count: depth)

    private static func failure<T: JSONCodable>(_ type: T.Type, _ text: String) -> ModelDecodingError? {
        for mode in [DecodingMode.strict, .lenient] {
            do {
                _ = try decode(type, text, mode: mode)
            } catch {
                if mode == .lenient { return error as? ModelDecodingError }
            }
        }
        return nil
    }

    // MARK: - Depth

    @Test func `what is nested too deep is refused wherever it stands`() {
        for text in [Self.arrays, Self.objects, Self.nodes, Self.groups] {
            for error in [
                Self.failure(JSONValue.self, text), Self.failure(JSONObject.self, text), Self.failure(Item.self, text),
                Self.failure(Node.self, text), Self.failure(Block.self, text), Self.failure(Content.self, text),
                Self.failure(Metrics.self, #"{"name":"n","x":\#(text)}"#),
                Self.failure([String: JSONValue].self, #"{"x":\#(text)}"#),
                Self.failure(Item.self, #"{"id":"i","count":1,"x":\#(text)}"#),
                Self.failure(Item.self, #"{"id":\#(text),"count":1}"#),
                Self.failure([Block].self, "[\(text)]"),
            ] {
                #expect(error?.reason.contains("nested more than") == true)
                #expect(error?.codingPath.isEmpty == false)
            }
        }
    }

    @Test(arguments: [1, 15, 16, 17, 40, 511])
    func `the path of an error leads through as many containers as there are`(depth: Int) {
        let error = Self.failure(JSONValue.self, String(repeating: "[0,", count: depth) + "tru]")
        #expect(error?.codingPath == String(repeating: "[1]", count: depth))
        #expect(error?.byteOffset == depth * 3)
    }

    @Test func `text that opens containers and never closes them is refused`() {
        for piece in ["[", #"{"a":"#, #"{"type":"group","members":["#, #"{"name":"n","child":"#] {
            let text = String(repeating: piece, count: Self.depth)
            #expect(Self.failure(JSONValue.self, text) != nil)
            #expect(Self.failure(Block.self, text) != nil)
            #expect(Self.failure(Node.self, text) != nil)
        }
    }

    @Test func `the body stays with the error of a response`() async throws {
        let request = APIRequest(.get, "/x")
        for body in [Self.arrays, Self.objects, #"{"id":"#, "\"\u{0}\""] {
            let client = try TestClient(over: ScriptedTransport(body: body))
            let outcome = await Outcome { () -> Item in try await client.core.send(request) }
            #expect(outcome.error?.kind == .decoding)
            #expect(outcome.error?.body == .text(body))
            #expect(outcome.error?.underlyingError is ModelDecodingError)
        }
    }

    @Test func `an error keeps its status, however odd its body`() async throws {
        let client = try TestClient(over: ScriptedTransport(status: 400, body: Self.objects))
        let outcome = await Outcome { try await client.send(APIRequest(.get, "/x"), .init(maxRetries: 0)) }
        #expect(outcome.error?.kind == .badRequest)
        #expect(outcome.error?.body == .text(Self.objects))
        #expect((outcome.error?.message.count ?? 0) < 1100)
    }

    @Test func `the data of an event, a line and a payload that are nested too deep`() async throws {
        let events =
            try await TestClient(over: EventStreamTests.sse("data: \(Self.groups)\n\n")).core
            .events(APIRequest(.get, "/x"), .init(), EventStreamTests.description) as EventStream<StreamEvent>
        let event = await events.collect().error as? APIError
        #expect(event?.kind == .decoding)
        #expect(event?.body == .text(Self.groups))

        let lines: JSONLinesStream<JSONValue> = try await TestClient(over: ScriptedTransport(body: Self.arrays)).core
            .jsonLines(APIRequest(.get, "/x"))
        let line = await lines.collect().error as? APIError
        #expect(line?.kind == .decoding)
        #expect(line?.body == .text(Self.arrays))

        let payload = #expect(throws: APIError.self) {
            try WebhookPayload.decode(Block.self, from: Data(Self.groups.utf8))
        }
        #expect(payload?.kind == .decoding)
        #expect(payload?.body == .text(Self.groups))
    }

    // MARK: - Bytes

    @Test(
        arguments: [
            [0x80], [0xC3], [0xE2, 0x82], [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80],
            [0xE0, 0x80, 0x80], [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xC3, 0x28],
        ] as [[UInt8]]
    )
    func `bytes that are not UTF-8 are refused where they stand`(_ bytes: [UInt8]) {
        let places = [
            (#"{"id":"é"#, #"","count":1}"#, "id"), (#"{"id":"i","count":1,"x":["a","12345678"#, #""]}"#, "x[1]"),
            (#"{"id":"i","count":1,"x"#, #"":2}"#, "x"), (#"{"id":"i","count":"#, "}", "count"),
        ]
        for (before, after, path) in places {
            let error = #expect(throws: ModelDecodingError.self) {
                try ModelDecoder().decode(Item.self, from: Data(before.utf8) + bytes + Data(after.utf8))
            }
            #expect(error?.reason == "bytes that are not UTF-8")
            #expect(error?.codingPath == path)
            #expect(error?.byteOffset == before.utf8.count)
        }
    }

    @Test(arguments: [
        "é", "€", "😀", "\u{7FF}", "\u{800}", "\u{D7FF}", "\u{E000}", "\u{FFFF}", "\u{10000}", "\u{10FFFF}",
    ])
    func `characters of every length are read at every place`(_ character: String) throws {
        for count in 0..<17 {
            let text = String(repeating: "a", count: count) + character
            #expect(try decode(String.self, "\"\(text)\"") == text)
            #expect(try decode(JSONValue.self, #"{"\#(text)":"\#(character)"}"#) == [text: .string(character)])
        }
    }

    @Test func `a zero byte is no part of a text`() {
        for text in ["\u{0}", "[1,\u{0}2]", "\"a\u{0}b\"", "{\"a\u{0}\":1}", "1\u{0}", "{}\u{0}"] {
            #expect(Self.failure(JSONValue.self, text) != nil)
        }
        #expect(Self.failure(String.self, #""\u0000""#) == nil)
    }

    // MARK: - Numbers

    @Test(
        arguments: [
            "1e999999999999999999999", "-1e-999999999999999999999", "0e999999999999",
            String(repeating: "9", count: 100_000),
            "0." + String(repeating: "0", count: 100_000) + "1", "1e-400", "1e400", "-0", "-0.0e-0",
        ]
    )
    func `a number of any size keeps its spelling, and fits or is odd`(_ number: String) throws {
        #expect(try decode(JSONValue.self, number).numberValue?.spelling == number)
        #expect(try encode(decode(JSONValue.self, number)) == number)
        _ = try decode(Int.self, number)
        _ = try decode(UInt64.self, number)
        _ = try decode(Double.self, number)
        _ = try decode(Decimal.self, number)
        let item = try decode(Item.self, #"{"id":"i","count":\#(number)}"#)
        #expect(item.decodingIssues.allSatisfy { $0.reason.count < 120 })
        #expect(try encode(item).contains(item.decodingIssues.isEmpty ? "\"count\":0" : number))
    }

    // MARK: - Amounts

    @Test func `issues do not grow without bound, in number or length`() throws {
        let key = String(repeating: "k", count: 100_000)
        let elements = Array(repeating: "1", count: 100_000).joined(separator: ",")
        let (_, issues) = try ModelDecoder().decodeListingIssues(
            [String: [String]].self,
            from: Data(#"{"\#(key)":[\#(elements)]}"#.utf8)
        )
        #expect(issues.count == 100)
        #expect(issues.allSatisfy { $0.codingPath.utf8.count < 1100 && $0.codingPath.hasPrefix("kkk") })
        #expect(issues.last?.codingPath.hasSuffix("…[99]") == true)
    }

    @Test func `of a hundred thousand members that come twice the last ones count`() throws {
        let count = 100_000
        let odd = (0..<count).map { #""k\#($0)":"x""# }.joined(separator: ",")
        let good = (0..<count).map { #""k\#($0)":\#($0)"# }.joined(separator: ",")
        let metrics = try decode(Metrics.self, #"{"name":"n",\#(odd),\#(good)}"#)
        #expect(metrics.values.count == count)
        #expect(metrics.values["k99999"] == 99_999)
        #expect(metrics.unknownFields.isEmpty)
        let again = try decode(Metrics.self, #"{"name":"n",\#(good),\#(odd)}"#)
        #expect(again.unknownFields.count == count)
        let item = try decode(Item.self, #"{"id":1,"x":2,"id":"a","count":"b","count":3,"id":4}"#)
        #expect(item.unknownFields == ["x": 2, "id": 4])
        #expect(item.count == 3)
    }

    @Test func `a string of some megabytes survives`() throws {
        for piece in ["abcdefgh", "\\n\\u00e9", "é😀"] {
            let text = "\"" + String(repeating: piece, count: 200_000) + "\""
            let value = try decode(String.self, text)
            #expect(try decode(String.self, encode(value)) == value)
        }
    }
}
