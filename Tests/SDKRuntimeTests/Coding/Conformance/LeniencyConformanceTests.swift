import Foundation
import SDKRuntime
import TestSupport
import Testing

@Suite("Conformance: leniency")
struct LeniencyConformanceTests {
    static let cases = ConformanceCases.cases(suite: "leniency")

    @Test("all cases are checked")
    func count() {
        #expect(!Self.cases.isEmpty)
        #expect(Self.cases.count == ConformanceCases.count(suite: "leniency"))
    }

    @Test("case", arguments: cases)
    func check(testCase: ConformanceCase) throws {
        let schema = try #require(testCase.input["schema"]?.stringValue)
        let text = testCase.input["json_text"]?.stringValue ?? testCase.input["json"]?.description ?? ""
        // Nothing here may throw: that is what `no_throw` and `no_crash` expect.
        let (facts, written) = try read(text, as: schema)

        var expected = Expectations(testCase)
        _ = expected.take("no_throw")
        _ = expected.take("no_crash")
        if let json = expected.take("json") {
            #expect(try decode(JSONValue.self, written) == json)
        }
        if let part = expected.take("raw_contains")?.stringValue {
            #expect(written.contains(part))
        }
        if let cases = expected.take("case_in")?.arrayValue {
            #expect(cases.contains(facts["case"] ?? .null))
        }
        for name in ["state_raw", "is_known", "case", "discriminator", "n", "n_is_null", "id", "x", "path"] {
            if let value = expected.take(name) { #expect(facts[name] == value) }
        }
        expected.finish()
    }

    /// Decodes the text with the model of the schema: what can be seen of the value, and its JSON written back.
    private func read(_ text: String, as schema: String) throws -> (facts: JSONObject, written: String) {
        switch schema {
        case "{state: enum(a,b)}":
            try read(text) { (model: StateModel) in
                ["state_raw": .string(model.state.rawValue), "is_known": .bool(model.state.isKnown)]
            }
        case "{c: oneOf(type: text|image)}":
            try read(text) { (model: Container<TextOrImage>) in
                guard case .unknown(let member) = model.c else { return [:] }
                return ["case": "unknown", "discriminator": .string(member.discriminator ?? "")]
            }
        case "{c: oneOf(type: text{text:string}|num{value:int})}":
            try read(text) { (model: Container<TextOrNumber>) in
                switch model.c {
                case .text: ["case": "text"]
                case .number: ["case": "num"]
                case .unknown: ["case": "unknown"]
                }
            }
        case "{c: oneOf(string|[block])}":
            try read(text) { (model: Container<Content>) in
                if case .string = model.c { ["case": "string"] } else { [:] }
            }
        case "{id: string, n?: int}":
            try read(text) { (model: OptionalModel) in
                [
                    "n": model.n.map { JSONValue.number(JSONNumber($0)) } ?? .null,
                    "n_is_null": .bool(model.unknownFields["n"] == .null),
                ]
            }
        case "{id: string, tags: [string]}":
            try read(text) { (model: TagsModel) in ["id": .string(model.id)] }
        case "{x: double}":
            try read(text) { (model: DoubleModel) in ["x": .number(JSONNumber(model.x))] }
        case "{any: json}":
            try read(text) { (_: AnyModel) in [:] }
        case "node{name, child?: node}":
            try read(text) { (node: Node) in ["path": .string("\(node.name)/\(node.child?.name ?? "")")] }
        case "{class: string, default: int, 5m_tokens: int, self: bool}":
            try read(text) { (_: KeywordModel) in [:] }
        case "{s: string}":
            try read(text) { (_: StringModel) in [:] }
        default:
            throw UnknownSchema(schema: schema)
        }
    }

    private func read<Model: JSONCodable>(
        _ text: String,
        _ facts: (Model) -> JSONObject
    ) throws -> (facts: JSONObject, written: String) {
        let model = try decode(Model.self, text)
        return (facts(model), try encode(model))
    }

    private struct UnknownSchema: Error {
        let schema: String
    }
}
