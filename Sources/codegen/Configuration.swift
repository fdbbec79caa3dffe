import APIModel
import OpenAPI
import Source
import SwiftEmitter

/// What to generate, from where and to where: `codegen.yaml` with the options of the command line over it.
struct Configuration: Hashable {
    var document: String
    /// The overlays that are applied to the document, in this order.
    var overlays: [String] = []
    var module: String
    var client: String
    var output: String
    var environmentPrefix: String?
    /// Who may use what is generated.
    var access = AccessLevel.public
    /// Whether generated declarations have documentation comments.
    var documentation = true
    /// Which operations are generated; nil for all.
    var filter: OperationFilter?

    /// The keys of `codegen.yaml`; each is an option as well.
    static let keys = [
        "document", "overlays", "module", "client", "output", "environmentPrefix", "access", "documentation", "filter",
    ]
    private static let requiredKeys = ["document", "module", "client", "output"]

    static let defaultPath = "Spec/codegen.yaml"

    /// Reads the configuration that the options name, and lays the options over it.
    ///
    /// - Returns: nil when it is not complete, which has been reported.
    /// - Throws: `SourceFileError` when the file cannot be read.
    static func load(_ options: SettingsOptions, files: SourceFiles, report: Report) throws -> Configuration? {
        var values = ConfigurationValues()
        var range: SourceRange?
        // With a document on the command line there need be no configuration at all.
        if let path = options.configuration ?? (options.document == nil ? defaultPath : nil) {
            let file = try files.load(path: path)
            guard let root = YAMLReader.read(file, report: report) else { return nil }
            range = root.range
            values = ConfigurationReader.read(root, folder: FilePaths.folder(of: path), report: report)
        }
        let given = [
            "document": options.document, "module": options.module, "client": options.client,
            "output": options.output, "environmentPrefix": options.environmentPrefix,
        ]
        values.texts.merge(given.compactMapValues { $0 }) { _, option in option }
        values.access = options.access ?? values.access
        values.documentation = options.documentation ?? values.documentation
        values.filter = options.filter ?? values.filter
        values.overlays = options.overlay.isEmpty ? values.overlays : options.overlay
        return complete(values, range: range, report: report)
    }

    private static func complete(
        _ values: ConfigurationValues,
        range: SourceRange?,
        report: Report
    ) -> Configuration? {
        guard !report.hasErrors else { return nil }
        let texts = values.texts
        for key in requiredKeys where texts[key] == nil {
            report.error(
                .missingKey,
                "there is no '\(key)'",
                at: range,
                hint: "add '\(key): …' to the configuration, or give --\(option(key))"
            )
        }
        for key in keys where texts[key] == "" {
            report.error(
                .value,
                "the '\(key)' is empty",
                at: nil,
                hint: "give --\(option(key)) a value, or leave it out"
            )
        }
        for key in ["module", "client"] {
            guard let name = texts[key], !name.isEmpty else { continue }
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
        guard !report.hasErrors, let document = texts["document"], let module = texts["module"],
            let client = texts["client"], let output = texts["output"]
        else { return nil }
        return Configuration(
            document: document,
            overlays: values.overlays,
            module: module,
            client: client,
            output: FilePaths.normalized(output),
            environmentPrefix: texts["environmentPrefix"],
            access: values.access ?? .public,
            documentation: values.documentation ?? true,
            filter: values.filter
        )
    }

    /// Modules that the generated one imports, directly or not.
    static let takenModules: Set<String> = [
        "Foundation", "FoundationEssentials", "HTTPTypes", "SDKDefaultTransport", "SDKRuntime", "Swift",
    ]

    /// The option of the command line for a key: `environment-prefix`.
    private static func option(_ key: String) -> String {
        key.map { $0.isUppercase ? "-" + $0.lowercased() : String($0) }.joined()
    }

    /// Whether a text can be the name of a generated type or module.
    static func isTypeName(_ name: String) -> Bool {
        guard let first = name.unicodeScalars.first, ("A"..."Z").contains(first) else { return false }
        return name.unicodeScalars.allSatisfy { scalar in
            ("A"..."Z").contains(scalar) || ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
                || scalar == "_"
        }
    }
}
