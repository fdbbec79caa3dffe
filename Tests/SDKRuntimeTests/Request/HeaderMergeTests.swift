import TestSupport
import Testing

@testable import SDKRuntime

@Suite struct HeaderMergeTests {
    static let cases = ConformanceCases.cases(suite: "header_merge")

    @Test func allCasesAreRead() {
        #expect(Self.cases.count == ConformanceCases.count(suite: "header_merge"))
        #expect(!Self.cases.isEmpty)
    }

    @Test(arguments: cases)
    func merge(_ testCase: ConformanceCase) throws {
        var expected = Expectations(testCase)
        let layers = try #require(testCase.input["layers"]?.arrayValue)
        let merged = MergedHeaders(layers.map { HeaderLayer($0) })
        let outcome = Result { try merged.httpFields() }

        if let error = expected.take("error")?.stringValue {
            #expect(throws: APIError.self) { try outcome.get() }
            if case .failure(let failure as APIError) = outcome {
                #expect(failure.kind.description == error)
            }
        }
        if let headers = expected.take("headers")?.objectValue {
            let fields = try outcome.get().map { ($0.name.canonicalName, JSONValue.string($0.value)) }
            #expect(JSONObject(fields) == JSONObject(headers.map { ($0.key.lowercased(), .string($0.value.text)) }))
        }
        if let removed = expected.take("removed")?.arrayValue {
            #expect(merged.removed == Set(removed.map(\.text)))
        }
        expected.finish()
    }

    @Test(arguments: ["a\r\nX-Evil: 1", "a\nb", "a\rb", "a\0b", "a\r\n"])
    func lineBreaksInValuesAreRefused(_ value: String) {
        let error = #expect(throws: APIError.self) { try MergedHeaders([["X-A": value]]).httpFields() }
        #expect(error?.kind == .invalidArgument)
        #expect(error?.message.contains("X-A") == true)
    }

    @Test(arguments: ["X-A\r\nX-B", "X A", "", ":path", "X-\0", "X:B"])
    func namesThatAreNoTokensAreRefused(_ name: String) {
        let error = #expect(throws: APIError.self) { try MergedHeaders([[name: "v"]]).httpFields() }
        #expect(error?.kind == .invalidArgument)
        #expect(error?.message.contains("\n") == false)
    }

    @Test func layersShowNoValues() {
        let layer: HeaderLayer = ["Authorization": "Bearer tok-secret-1", "X-B": nil]
        var dumped = ""
        dump(layer, to: &dumped)
        for text in [dumped, "\(layer)", String(reflecting: layer)] {
            #expect(!text.contains("tok-secret-1"))
            #expect(text.contains("Authorization"))
        }
    }
}
