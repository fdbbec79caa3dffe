import Foundation
package import SDKRuntime
package import Source
import Testing

/// One case of `Fixtures/Conformance/runtime-cases.yaml`, or of `own-cases.yaml` beside it.
package struct ConformanceCase: Sendable, CustomTestStringConvertible {
    package let id: String
    package let title: String
    package let input: JSONValue
    package let expect: JSONValue

    package var testDescription: String { id }
}

/// The cases of the files, by suite.
package enum ConformanceCases {
    /// The cases of a suite; none when a file cannot be read, which fails the suite's own count.
    package static func cases(suite: String) -> [ConformanceCase] {
        suites[suite] ?? []
    }

    /// How many cases the files have for a suite, counted without reading them: by the lines that begin one.
    package static func count(suite: String) -> Int {
        lines.count { $0.trimmingPrefix("  - id: ").hasPrefix("\(suite)-") && $0.hasPrefix("  - id: ") }
    }

    /// Those that were handed to us, and those that we have added.
    private static let paths = ["runtime-cases", "own-cases"].map { Fixtures.url("Conformance/\($0).yaml").path }

    private static let lines = paths.flatMap { path in
        ((try? String(contentsOfFile: path, encoding: .utf8)) ?? "").split(separator: "\n")
    }

    private static let suites: [String: [ConformanceCase]] = {
        let files = SourceFiles()
        let report = Report(files: files)
        var suites: [String: [ConformanceCase]] = [:]
        for path in paths {
            guard let file = try? files.load(path: path), let root = YAMLReader.read(file, report: report),
                let list = root["suites"]
            else { return [:] }
            for suite in list.elements {
                suites[suite["id"]?.text ?? "", default: []] += suite["cases"]?.elements.map(ConformanceCase.init) ?? []
            }
        }
        return suites
    }()
}

extension ConformanceCase {
    fileprivate init(_ node: YAMLNode) {
        id = node["id"]?.text ?? ""
        title = node["title"]?.text ?? ""
        input = node["input"].map(JSONValue.init) ?? .null
        expect = node["expect"].map(JSONValue.init) ?? .null
    }
}

extension JSONValue {
    /// What YAML's core schema makes of a node, as JSON.
    package init(_ node: YAMLNode) {
        switch node.kind {
        case .null: self = .null
        case .bool: self = .bool(node.bool ?? false)
        case .integer, .float: self = JSONNumber(node.text).map(JSONValue.number) ?? .string(node.text)
        case .string: self = .string(node.text)
        case .sequence: self = .array(node.elements.map(JSONValue.init))
        case .mapping: self = .object(JSONObject(node.members.map { ($0.key, JSONValue($0.value)) }))
        }
    }
}
