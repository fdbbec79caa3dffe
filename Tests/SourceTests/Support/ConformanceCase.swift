import Source
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A document of the YAML conformance corpus with the result that it documents.
struct ConformanceCase: Decodable, Sendable, CustomTestStringConvertible {
    let file: String
    let expected: ExpectedValue
    /// What libyaml's scanner does: `ok`, or its error.
    let libyamlEvents: String
    let note: String

    private enum CodingKeys: String, CodingKey {
        case file
        case expected
        case libyamlEvents = "libyaml_events"
        case note
    }

    var testDescription: String { file }

    var isPolicy: Bool { expected == .string("(policy)") }
    var isError: Bool { expected == .string("error") }
    /// The suite's cases may have any count of documents; a file of ours has one.
    var isSeveralDocuments: Bool {
        if case .object(let members) = expected { members["(documents)"] != nil } else { false }
    }
    var isRefusedByLibYAML: Bool { libyamlEvents != "ok" }

    static func load(from folder: String, where isIncluded: (ConformanceCase) -> Bool) -> [ConformanceCase] {
        guard let data = FileManager.default.contents(atPath: "\(folder)/expected.json"),
            let cases = try? JSONDecoder().decode([ConformanceCase].self, from: data)
        else { return [] }
        return cases.filter(isIncluded)
    }

    func read(from folder: String) throws -> Reading {
        let data = try #require(FileManager.default.contents(atPath: "\(folder)/\(file)"))
        return Reading(bytes: [UInt8](data), path: file)
    }
}

/// Where the cases are.
enum ConformanceFolder {
    private static let repository = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static let own = repository.appendingPathComponent("Tests/Fixtures/Conformance/yaml").path
    /// Cases of the YAML test suite, which are not part of the repository.
    static let suite = repository.appendingPathComponent("../shared/conformance/yaml").standardizedFileURL.path
}

/// A value of `expected.json`, read by Foundation and not by the reader under test.
enum ExpectedValue: Decodable, Sendable, Equatable {
    case null
    case bool(Bool)
    case number(Decimal)
    case string(String)
    case array([ExpectedValue])
    case object([String: ExpectedValue])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let bool = try? container.decode(Bool.self) {
            self = .bool(bool)
        } else if let number = try? container.decode(Decimal.self) {
            self = .number(number)
        } else if let string = try? container.decode(String.self) {
            self = .string(string)
        } else if let array = try? container.decode([ExpectedValue].self) {
            self = .array(array)
        } else {
            self = .object(try container.decode([String: ExpectedValue].self))
        }
    }

    /// Whether a node is this value, in kind and content.
    func matches(_ node: YAMLNode) -> Bool {
        switch (self, node.kind) {
        case (.null, .null): true
        case (.bool(let bool), .bool): node.bool == bool
        case (.number(let number), .integer):
            node.integer.map { Decimal($0) == number } ?? (Decimal(string: node.text) == number)
        case (.number(let number), .float): node.double.map { "\(Decimal($0))" == "\(number)" } ?? false
        case (.string(let text), .string): node.string == text
        case (.string(let text), .float): Self.matches(text, node.double)
        case (.array(let values), .sequence):
            values.count == node.elements.count && zip(values, node.elements).allSatisfy { $0.matches($1) }
        case (.object(let members), .mapping):
            members.count == node.members.count
                && node.members.allSatisfy { members[$0.key]?.matches($0.value) == true }
        default: false
        }
    }

    /// JSON has no such numbers, so they are put into words.
    private static func matches(_ words: String, _ double: Double?) -> Bool {
        switch words {
        case "Infinity (float)", "Infinity or error (float overflow)": double == .infinity
        case "-Infinity (float)": double == -.infinity
        case "NaN (float)": double?.isNaN == true
        default: false
        }
    }
}
