import Foundation
import SDKRuntime
import TestSupport
import Testing

@Suite("Conformance: dates")
struct DateConformanceTests {
    static let cases = ConformanceCases.cases(suite: "dates")

    @Test("all cases are checked")
    func count() {
        #expect(!Self.cases.isEmpty)
        #expect(Self.cases.count == ConformanceCases.count(suite: "dates"))
    }

    @Test("case", arguments: cases)
    func check(testCase: ConformanceCase) throws {
        let text = try #require(testCase.input["text"]?.stringValue)
        let model = try decode(Event.self, JSONValue.object(["t": .string(text), "id": "x"]).description)
        #expect(model.id == "x")

        var expected = Expectations(testCase)
        if let utc = expected.take("utc")?.stringValue {
            let style = Date.ISO8601FormatStyle(includingFractionalSeconds: utc.contains("."))
            #expect(abs(model.t.timeIntervalSince(try Date(utc, strategy: style))) < 0.000_000_5)
            #expect(model.decodingIssues.isEmpty)
            #expect(try encode(model) == #"{"t":"\#(utc)","id":"x"}"#)
        }
        if expected.take("no_whole_response_failure") == true {
            #expect(model.decodingIssues.map(\.codingPath) == ["t"])
        }
        if let raw = expected.take("raw") {
            #expect(model.unknownFields["t"] == raw)
            #expect(try encode(model) == #"{"t":\#(raw),"id":"x"}"#)
        }
        expected.finish()
    }
}

private struct Event: APIModel {
    let t: Date
    let id: String
    private var modelExtras = ModelExtras()

    static let table = ModelTable<Self> { row in
        row.required("t", Date.self)
        row.required("id", String.self)
    }
}
