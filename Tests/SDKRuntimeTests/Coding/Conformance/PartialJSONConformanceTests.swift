import SDKRuntime
import TestSupport
import Testing

@Suite("Conformance: unfinished JSON")
struct PartialJSONConformanceTests {
    static let cases = ConformanceCases.cases(suite: "partial_json")

    @Test("all cases are checked")
    func count() {
        #expect(!Self.cases.isEmpty)
        #expect(Self.cases.count == ConformanceCases.count(suite: "partial_json"))
    }

    @Test("case", arguments: cases)
    func check(testCase: ConformanceCase) throws {
        let text = try #require(testCase.input["text"]?.stringValue)
        let json = PartialJSON(text)
        let value = try #require(json.value)
        #expect(json.failure == nil)

        var expected = Expectations(testCase)
        if let whole = expected.take("json") {
            #expect(value == whole)
        }
        if let possible = expected.take("json_in")?.arrayValue {
            #expect(possible.contains(value))
        }
        expected.finish()
    }
}
