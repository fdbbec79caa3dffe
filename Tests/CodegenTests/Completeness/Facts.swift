import Foundation
import Source
import TestSupport

/// What is known of the API without its description: the facts file beside the repository. Its README tells the format.
struct Facts {
    let operations: [(name: String, node: YAMLNode)]
    let schemas: [String: YAMLNode]
    /// The names of the schemas, in the file's order.
    let schemaNames: [String]
    private let root: YAMLNode

    /// Where the file is, beside the repository.
    static let path = "shared/facts/anthropic-0.105.2.yaml"
    static let url = Fixtures.package.deletingLastPathComponent().appending(path: path)
    static let areThere = FileManager.default.fileExists(atPath: url.path)

    struct Unreadable: Error {}

    init() throws {
        let files = SourceFiles()
        let file = try files.load(path: Self.url.path)
        guard let root = YAMLReader.read(file, report: Report(files: files)) else { throw Unreadable() }
        self.root = root
        operations = (root["operations"]?.members.map { $0 } ?? []).map { (name: $0.key, node: $0.value) }
        let members = root["schemas"]?.members.map { $0 } ?? []
        schemas = Dictionary(members.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
        schemaNames = members.map(\.key)
        guard !operations.isEmpty, !schemas.isEmpty else { throw Unreadable() }
    }

    /// The schemas of errors.
    var errorSchemas: [String] { root["errors"]?["schemas"]?.elements.map(\.text) ?? [] }

    /// The schemas of what the API sends on its own account.
    var webhookSchemas: [String] { root["webhooks"]?.members.compactMap { $0.value["ref"]?.text } ?? [] }

    /// The fields of a page of a class, those of its items among them.
    func pageFields(_ page: String) -> [YAMLMember] { root["pagination"]?[page]?["fields"]?.members.map { $0 } ?? [] }

    /// The member of a page that holds the items.
    func pageItems(_ page: String) -> String? { root["pagination"]?[page]?["items"]?.text }
}

/// A type, and what is said of the place that has it.
struct FactType {
    let node: YAMLNode

    init(_ node: YAMLNode) { self.node = node }

    var isRequired: Bool { has("required") }
    /// Whether the value may be null; where that is not known, it may.
    var isNullable: Bool { has("nullable") || node["presence"] != nil }
    /// Whether the SDK that the facts are from merges the value into another.
    var isNotSent: Bool { has("not_sent") }
    /// The name of the argument, where it is not that on the wire.
    var argument: String? { node["arg"]?.text }
    var reference: String? { node["ref"]?.text }
    var constant: String? { node["const"]?.text }
    var values: [String]? { node["enum"].map { $0.elements.map(\.text) } }
    var element: FactType? { node["array"].map { FactType($0) } }
    var mapValue: FactType? { node["map"].map { FactType($0) } }
    var members: [FactType]? { node["oneOf"].map { $0.elements.map { FactType($0) } } }
    var isAnything: Bool { has("any") }
    var fields: [YAMLMember]? { node["kind"]?.text == "object" ? node["fields"]?.members.map { $0 } ?? [] : nil }
    var additional: FactType? { node["additional"].map { FactType($0) } }
    /// The property that tells members of a union apart, stated or deduced.
    var discriminator: String? {
        ["discriminator", "inferred_discriminator", "object_discriminator"].lazy.compactMap { node[$0]?.text }.first
    }

    private func has(_ key: String) -> Bool { node[key]?.bool == true }
}
