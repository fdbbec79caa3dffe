package import SDKRuntime
package import Testing

/// The expected facts of a case, each of which a test has to take. What is left over fails the test: it would be a check
/// that nobody makes.
package struct Expectations: ~Copyable {
    private let id: String
    private let facts: JSONObject
    private var taken: Set<String> = []

    package init(_ testCase: ConformanceCase) {
        self.init(testCase.id, testCase.expect)
    }

    /// Expected facts that are nested in those of a case.
    package init(_ id: String, _ facts: JSONValue) {
        self.id = id
        self.facts = facts.objectValue ?? [:]
    }

    /// The expected value of a fact; nil when the case says nothing about it.
    package mutating func take(_ key: String) -> JSONValue? {
        taken.insert(key)
        return facts[key]
    }

    /// Fails the test for each fact that was not taken.
    package consuming func finish(sourceLocation: SourceLocation = #_sourceLocation) {
        for key in facts.keys where !taken.contains(key) {
            Issue.record("\(id) expects '\(key)', which this test does not check", sourceLocation: sourceLocation)
        }
        if facts.isEmpty {
            Issue.record("\(id) expects nothing", sourceLocation: sourceLocation)
        }
    }
}
