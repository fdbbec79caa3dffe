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
        for (key, option) in given {
            guard let option else { continue }
            values.texts[key] = option
            values.ranges[key] = nil
        }
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
                    at: values.ranges[key],
                    hint: "write letters, digits and underscores, an upper-case letter first"
                )
            } else if key == "module", takenModules.contains(name) {
                report.error(
                    .value,
                    "'\(name)' is the name of another module",
                    at: values.ranges[key],
                    hint: "choose another name"
                )
            }
        }
        if let prefix = texts["environmentPrefix"], !prefix.isEmpty, !isVariableName(prefix) {
            report.error(
                .value,
                "'\(prefix)' cannot begin the name of an environment variable",
                at: values.ranges["environmentPrefix"],
                hint: "write letters, digits and underscores, a letter first"
            )
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

    /// Whether a text can begin the name of an environment variable (POSIX.1-2024, Base Definitions, section 8.1).
    private static func isVariableName(_ text: String) -> Bool {
        let isLetter = { (byte: UInt8) in (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }
        let isDigit = { (byte: UInt8) in (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
        return text.utf8.first.map { !isDigit($0) } == true
            && text.utf8.allSatisfy { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "_") }
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
