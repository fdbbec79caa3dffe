import TestSupport
import Testing

@testable import SDKRuntime

@Suite struct QueryTests {
    static let cases = ConformanceCases.cases(suite: "query")

    @Test func allCasesAreRead() {
        #expect(Self.cases.count == ConformanceCases.count(suite: "query"))
        #expect(!Self.cases.isEmpty)
    }

    @Test(arguments: cases)
    func encode(_ testCase: ConformanceCase) throws {
        var expected = Expectations(testCase)
        let encoder = QueryEncoder(
            arrays: try #require(QueryArrayFormat(testCase.input["style"]?["array"]?.text)),
            objects: try #require(QueryObjectFormat(testCase.input["style"]?["nested"]?.text))
        )
        var query = MergedQuery()
        for (name, value) in testCase.input["params"]?.objectValue ?? [:] where value != "<unset>" {
            query.apply(try encoder.encode(QueryParameter(name: name, value: value.typed, format: nil)))
        }
        let text = query.text ?? ""

        if let raw = expected.take("query")?.stringValue {
            #expect(text == raw)
        }
        if let unescaped = expected.take("query_unescaped")?.stringValue {
            #expect(PercentEncoding.decode(text) == unescaped)
        }
        expected.finish()
    }

    @Test(arguments: [
        (1e20, "100000000000000000000"), (1.5e-7, "0.00000015"), (-2.5e16, "-25000000000000000"), (0.1, "0.1"),
    ])
    func numbersHaveNoExponent(_ number: Double, text: String) throws {
        #expect(try PlainDecimal.text(JSONNumber(number).spelling) == text)
    }

    @Test(arguments: ["1e999999999999", "1E+401", "1e-99999", "1e-9223372036854775808", "1e9223372036854775807"])
    func absurdNumbersAreRefused(_ spelling: String) throws {
        let number = try #require(JSONNumber(spelling))
        let encoder = QueryEncoder(arrays: .brackets, objects: .brackets)
        #expect(throws: APIError.self) {
            try encoder.encode(QueryParameter(name: "n", value: .number(number), format: nil))
        }
    }

    @Test(arguments: [Double.nan, Double.infinity, -Double.infinity])
    func whatIsNoNumberIsRefused(_ number: Double) {
        let encoder = QueryEncoder(arrays: .brackets, objects: .brackets)
        let error = #expect(throws: APIError.self) {
            try encoder.encode(QueryParameter(name: "n", value: .number(JSONNumber(number)), format: nil))
        }
        #expect(error?.kind == .invalidArgument)
    }

    @Test func nestedValuesHaveNoFormInOpenAPIStyles() throws {
        let encoder = QueryEncoder(arrays: .openAPI, objects: .brackets)
        let error = #expect(throws: APIError.self) {
            try encoder.encode(QueryParameter(name: "n", value: [["a": 1]], format: nil))
        }
        #expect(error?.message.contains("'n'") == true)
    }
}

extension QueryArrayFormat {
    fileprivate init?(_ name: String?) {
        switch name {
        case "brackets": self = .brackets
        case "indices": self = .indices
        case "repeat": self = .repeat
        case "comma": self = .comma
        default: return nil
        }
    }
}

extension QueryObjectFormat {
    fileprivate init?(_ name: String?) {
        switch name {
        case "brackets": self = .brackets
        case "dots": self = .dots
        default: return nil
        }
    }
}

extension JSONValue {
    /// The value with the file's typed dates as the text that they are encoded as.
    fileprivate var typed: JSONValue {
        self["$date"] ?? self["$datetime"] ?? self
    }
}
