import Foundation
import SDKRuntime
import TestSupport
import Testing

/// The suite `json_body`, as far as it concerns encoding: cases without fields are about requests, and checked there.
@Suite("Conformance: json_body")
struct JSONBodyConformanceTests {
    static let allCases = ConformanceCases.cases(suite: "json_body")
    static let cases = allCases.filter { $0.input["fields"] != nil }

    @Test("all cases are read")
    func count() {
        #expect(!Self.cases.isEmpty)
        #expect(Self.allCases.count == ConformanceCases.count(suite: "json_body"))
    }

    @Test("case", arguments: cases)
    func check(testCase: ConformanceCase) throws {
        let required = testCase.input["required"]?.arrayValue ?? []
        #expect(required.isEmpty || required == ["r"])
        let text = try required.isEmpty ? bodyText(testCase) : encode(RequiredNullableParams(r: nil))

        var expected = Expectations(testCase)
        if let json = expected.take("json") {
            #expect(try decode(JSONValue.self, text) == json)
        }
        if let part = expected.take("raw_contains")?.stringValue {
            #expect(text.contains(part))
        }
        // Parameters become headers of the request; here it matters that they are not in the body.
        _ = expected.take("headers")
        expected.finish()
    }

    private func bodyText(_ testCase: ConformanceCase) throws -> String {
        var params = BodyParams()
        for (name, state) in try #require(testCase.input["fields"]?.objectValue) where state != "omitted" {
            try params.set(name, to: #require(state["value"]))
        }
        for (name, value) in testCase.input["extra"]?.objectValue ?? [:] {
            params.extraFields[name] = .value(value)
        }
        for (name, value) in testCase.input["extra_at"]?["inner"]?.objectValue ?? [:] {
            params.inner?.extraFields[name] = .value(value)
        }
        if let parameters = testCase.input["header_params"] {
            params.betas = parameters["betas"]?.arrayValue?.compactMap(\.stringValue)
            params.userProfileID = parameters["user_profile_id"]?.stringValue
        }
        return try encode(params)
    }
}

private struct RequiredNullableParams: APIModel {
    var r: String?
    private var modelExtras = ModelExtras()
    init(r: String?) { self.r = r }

    static let table = ModelTable<Self> { row in
        row.nullable("r", String.self)
    }
}

private struct Inner: APIModel {
    var k: Int?
    private var modelExtras = ModelExtras()
    init(k: Int?) { self.k = k }

    static let table = ModelTable<Self> { row in
        row.optional("k", Int.self)
    }
}

/// The fields that occur in the cases, all optional.
private struct BodyParams: APIModel {
    var a: Int?
    var b: Int?
    var n: Int?
    var s: String?
    var f: Bool?
    var l: [String]?
    var o: [String: String]?
    var u: String?
    var t: Date?
    var inner: Inner?
    var betas: [String]?
    var userProfileID: String?
    private var modelExtras = ModelExtras()
    init() {}

    static let table = ModelTable<Self> { row in
        row.optional("a", Int.self)
        row.optional("b", Int.self)
        row.optional("n", Int.self)
        row.optional("s", String.self)
        row.optional("f", Bool.self)
        row.optional("l", [String].self)
        row.optional("o", [String: String].self)
        row.optional("u", String.self)
        row.optional("t", Date.self)
        row.optional("inner", Inner.self)
        row.parameter("betas", [String].self)
        row.parameter("anthropic-user-profile-id", String.self)
    }

    mutating func set(_ name: String, to value: JSONValue) throws {
        switch name {
        case "a": a = try #require(value.intValue) as Int
        case "b": b = try #require(value.intValue) as Int
        case "n": n = try #require(value.intValue) as Int
        case "s": s = try #require(value.stringValue) as String
        case "f": f = try #require(value.boolValue as Bool?)
        case "l": l = try #require(value.arrayValue).compactMap(\.stringValue)
        case "o": o = try #require(value.objectValue).isEmpty ? [:] : nil
        case "u": u = try #require(value.stringValue) as String
        case "t":
            let text = try #require(value["$datetime"]?.stringValue)
            t = try Date(text, strategy: .iso8601)
        case "inner": inner = Inner(k: try #require(value["k"]?.intValue))
        default: Issue.record("no field '\(name)'")
        }
    }
}
