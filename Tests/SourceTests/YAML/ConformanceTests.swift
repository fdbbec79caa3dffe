import Source
import Testing

@Suite("YAML conformance")
struct ConformanceTests {
    static let ownCases = ConformanceCase.load(from: ConformanceFolder.own) { !$0.isPolicy }

    static let suiteCases = ConformanceCase.load(from: ConformanceFolder.suite) { $0.file.hasPrefix("suite-") }

    @Test("All cases are found")
    func count() {
        #expect(Self.ownCases.count == 64)
    }

    @Test("Own cases", arguments: ownCases)
    func own(_ example: ConformanceCase) throws {
        try check(example, in: ConformanceFolder.own, legalJSON: ["37-json-surrogates.yaml", "58-long-json-key.yaml"])
    }

    @Test(
        "Cases of the YAML test suite",
        .enabled(if: !suiteCases.isEmpty, "there is no YAML test suite in ../shared/conformance/yaml"),
        arguments: suiteCases
    )
    func suite(_ example: ConformanceCase) throws {
        let isKnownDifference = ["suite-JEF9-02.yaml", "suite-S98Z.yaml"].contains(example.file)
        try withKnownIssue("libyaml reads odd blank lines of block scalars its own way") {
            try check(example, in: ConformanceFolder.suite, legalJSON: ["suite-6CA3.yaml"])
        } when: {
            isKnownDifference
        }
    }

    /// - Parameter legalJSON: what libyaml refuses and our JSON reader must read.
    private func check(_ example: ConformanceCase, in folder: String, legalJSON: Set<String>) throws {
        let reading = try example.read(from: folder)
        let mustFail =
            example.isError || example.isSeveralDocuments
            || example.isRefusedByLibYAML && !legalJSON.contains(example.file)
        if mustFail {
            #expect(reading.report.hasErrors, "\(example.note)")
            #expect(reading.report.diagnostics.allSatisfy { $0.range != nil })
        } else {
            #expect(reading.report.errorCount == 0, "\(reading.printed)")
            let root = try #require(reading.root)
            #expect(example.expected.matches(root), "\(root.outline)")
        }
    }
}
