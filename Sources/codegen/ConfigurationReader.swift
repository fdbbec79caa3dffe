import APIModel
import OpenAPI
import Source
import SwiftEmitter

/// What a configuration file and the options of a command say; no key has to be there.
struct ConfigurationValues {
    /// The values that are texts, by key.
    var texts: [String: String] = [:]
    /// Where the texts stand, by key.
    var ranges: [String: SourceRange] = [:]
    var overlays: [String] = []
    var access: AccessLevel?
    var documentation: Bool?
    var filter: OperationFilter?
}

/// Reads `codegen.yaml`. What is wrong in it is reported at its place.
struct ConfigurationReader {
    /// The folder of the file, which paths in it are relative to.
    private let folder: String
    private let report: Report
    private var values = ConfigurationValues()

    /// The values of a configuration, paths made relative to where the command runs.
    static func read(_ root: YAMLNode, folder: String, report: Report) -> ConfigurationValues {
        guard root.kind == .mapping else {
            report.error(.valueKind, "a configuration is a mapping, not \(root.kindName)", at: root.range)
            return ConfigurationValues()
        }
        var reader = ConfigurationReader(folder: folder, report: report)
        for member in root.members { reader.read(member) }
        return reader.values
    }

    private init(folder: String, report: Report) {
        self.folder = folder
        self.report = report
    }

    private mutating func read(_ member: YAMLMember) {
        let value = member.value
        values.ranges[member.key] = value.range
        switch member.key {
        case "document", "output":
            values.texts[member.key] = text(value).map { FilePaths.resolve($0, in: folder) }
        case "overlays":
            values.overlays = texts(value).map { FilePaths.resolve($0, in: folder) }
        case "module", "client", "environmentPrefix":
            values.texts[member.key] = text(value)
        case "access":
            values.access = accessLevel(value)
        case "documentation":
            values.documentation = boolean(value)
        case "filter":
            values.filter = filter(value)
        default:
            reportUnknown(member, of: "the configuration", keys: Configuration.keys)
        }
    }

    private func text(_ node: YAMLNode) -> String? {
        if let text = node.string, !text.isEmpty { return text }
        let found = node.string == nil ? node.kindName : "an empty one"
        report.error(.valueKind, "expected a text, found \(found)", at: node.range)
        return nil
    }

    /// The texts of a sequence, or of a text that stands alone.
    private func texts(_ node: YAMLNode) -> [String] {
        node.kind == .sequence ? node.elements.compactMap(text) : [text(node)].compactMap(\.self)
    }

    private func boolean(_ node: YAMLNode) -> Bool? {
        if let truth = node.bool { return truth }
        report.error(.valueKind, "expected true or false, found \(node.kindName)", at: node.range)
        return nil
    }

    private func accessLevel(_ node: YAMLNode) -> AccessLevel? {
        guard let text = text(node) else { return nil }
        if let level = AccessLevel(rawValue: text) { return level }
        let levels = AccessLevel.allCases.map(\.rawValue)
        report.error(
            .value,
            "unknown access level '\(text)'",
            at: node.range,
            hint: Spelling.closest(to: text, among: levels).map { "did you mean '\($0)'?" }
                ?? "the levels are \(levels.joined(separator: ", "))"
        )
        return nil
    }

    // MARK: The filter

    /// The keys of a filter, and what the patterns below them name.
    private static let subjects: [(key: String, subject: OperationFilter.Subject)] = [
        ("paths", .path), ("tags", .tag), ("operations", .operation),
    ]

    private func filter(_ node: YAMLNode) -> OperationFilter? {
        guard node.kind == .mapping else {
            report.error(
                .valueKind,
                "expected a mapping, found \(node.kindName)",
                at: node.range,
                hint: "write 'tags: [Pets]', 'paths: [/pets/*]' or 'operations: [listPets]' below it"
            )
            return nil
        }
        var patterns: [OperationFilter.Pattern] = []
        for member in node.members {
            guard let subject = Self.subjects.first(where: { $0.key == member.key })?.subject else {
                reportUnknown(member, of: "a filter", keys: Self.subjects.map(\.key))
                continue
            }
            guard member.value.kind == .sequence else {
                report.error(
                    .valueKind,
                    "expected a sequence, found \(member.value.kindName)",
                    at: member.value.range
                )
                continue
            }
            patterns += member.value.elements.compactMap { element in
                text(element).map { OperationFilter.Pattern(subject, $0, at: element.range) }
            }
        }
        if patterns.isEmpty, !report.hasErrors {
            report.error(.value, "a filter that names nothing", at: node.range, hint: "leave it out to keep everything")
        }
        return OperationFilter(patterns)
    }

    private func reportUnknown(_ member: YAMLMember, of owner: String, keys: [String]) {
        report.error(
            .unknownKey,
            "unknown key '\(member.key)' of \(owner)",
            at: member.keyRange,
            hint: Spelling.closest(to: member.key, among: keys).map { "did you mean '\($0)'?" }
                ?? "the keys are \(keys.joined(separator: ", "))"
        )
    }
}
