import OpenAPI
import Source

/// What to generate, from where and to where: `codegen.yaml` with the options of the command line over it.
struct Configuration: Hashable {
    var document: String
    var module: String
    var client: String
    var output: String
    var environmentPrefix: String?

    /// The keys of `codegen.yaml`; each is an option as well.
    static let keys = ["document", "module", "client", "output", "environmentPrefix"]

    static let defaultPath = "Spec/codegen.yaml"

    /// Reads the configuration that the options name, and lays the options over it.
    ///
    /// - Returns: nil when it is not complete, which has been reported.
    /// - Throws: `SourceFileError` when the file cannot be read.
    static func load(_ options: SettingsOptions, files: SourceFiles, report: Report) throws -> Configuration? {
        var values: [String: String] = [:]
        var range: SourceRange?
        // With a document on the command line there need be no configuration at all.
        if let path = options.configuration ?? (options.document == nil ? defaultPath : nil) {
            let file = try files.load(path: path)
            guard let root = YAMLReader.read(file, report: report) else { return nil }
            range = root.range
            values = read(root, folder: FilePaths.folder(of: path), report: report)
        }
        let given = [
            "document": options.document, "module": options.module, "client": options.client,
            "output": options.output, "environmentPrefix": options.environmentPrefix,
        ]
        values.merge(given.compactMapValues { $0 }) { _, option in option }
        return complete(values, range: range, report: report)
    }

    /// The values of a configuration file, paths made relative to where the command runs.
    private static func read(_ root: YAMLNode, folder: String, report: Report) -> [String: String] {
        guard root.kind == .mapping else {
            report.error(.valueKind, "a configuration is a mapping, not \(root.kindName)", at: root.range)
            return [:]
        }
        var values: [String: String] = [:]
        for member in root.members {
            guard keys.contains(member.key) else {
                report.error(
                    .unknownKey,
                    "unknown key '\(member.key)' of the configuration",
                    at: member.keyRange,
                    hint: Spelling.closest(to: member.key, among: keys).map { "did you mean '\($0)'?" }
                        ?? "the keys are \(keys.joined(separator: ", "))"
                )
                continue
            }
            guard let text = member.value.string, !text.isEmpty else {
                report.error(
                    .valueKind,
                    "expected a text, found \(member.value.string == nil ? member.value.kindName : "an empty one")",
                    at: member.value.range
                )
                continue
            }
            let isPath = member.key == "document" || member.key == "output"
            values[member.key] = isPath ? FilePaths.resolve(text, in: folder) : text
        }
        return values
    }

    private static func complete(_ values: [String: String], range: SourceRange?, report: Report) -> Configuration? {
        guard !report.hasErrors else { return nil }
        for key in keys where key != "environmentPrefix" && values[key] == nil {
            report.error(
                .missingKey,
                "there is no '\(key)'",
                at: range,
                hint: "add '\(key): …' to the configuration, or give --\(option(key))"
            )
        }
        for key in keys where values[key] == "" {
            report.error(
                .value,
                "the '\(key)' is empty",
                at: nil,
                hint: "give --\(option(key)) a value, or leave it out"
            )
        }
        for key in ["module", "client"] {
            guard let name = values[key], !name.isEmpty else { continue }
            if !isTypeName(name) {
                report.error(
                    .value,
                    "'\(name)' cannot be the name of a \(key)",
                    at: range,
                    hint: "write letters, digits and underscores, an upper-case letter first"
                )
            } else if key == "module", takenModules.contains(name) {
                report.error(.value, "'\(name)' is the name of another module", at: range, hint: "choose another name")
            }
        }
        guard !report.hasErrors, let document = values["document"], let module = values["module"],
            let client = values["client"], let output = values["output"]
        else { return nil }
        return Configuration(
            document: document,
            module: module,
            client: client,
            output: FilePaths.normalized(output),
            environmentPrefix: values["environmentPrefix"]
        )
    }

    /// Modules that the generated one imports, directly or not.
    private static let takenModules: Set<String> = [
        "Foundation", "FoundationEssentials", "HTTPTypes", "SDKDefaultTransport", "SDKRuntime", "Swift",
    ]

    /// The option of the command line for a key: `environment-prefix`.
    private static func option(_ key: String) -> String {
        key.map { $0.isUppercase ? "-" + $0.lowercased() : String($0) }.joined()
    }

    private static func isTypeName(_ name: String) -> Bool {
        guard let first = name.unicodeScalars.first, ("A"..."Z").contains(first) else { return false }
        return name.unicodeScalars.allSatisfy { scalar in
            ("A"..."Z").contains(scalar) || ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
                || scalar == "_"
        }
    }
}
