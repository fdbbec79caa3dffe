import APIModel
import ArgumentParser
import Source
import SwiftEmitter

/// The options that `generate` and `check` share: every key of `codegen.yaml`, and how problems are shown.
struct SettingsOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The configuration. Its keys are \(Configuration.keys.joined(separator: ", ")).",
            discussion: "Default: Spec/codegen.yaml, unless --document is given.",
            valueName: "file"
        )
    )
    var configuration: String?

    @Option(help: ArgumentHelp("The entry file of the OpenAPI description.", valueName: "file"))
    var document: String?

    @Option(
        help: ArgumentHelp(
            "An overlay that is applied to the description before it is read.",
            discussion: "It can be repeated; overlays are applied in order, in place of the configuration's.",
            valueName: "file"
        )
    )
    var overlay: [String] = []

    @Option(help: ArgumentHelp("The name of the generated module, 'Petstore'.", valueName: "name"))
    var module: String?

    @Option(help: ArgumentHelp("The name of the root client, 'PetstoreClient'.", valueName: "name"))
    var client: String?

    @Option(help: ArgumentHelp("The folder that gets API.md and a folder named after the module.", valueName: "folder"))
    var output: String?

    @Option(
        help: ArgumentHelp(
            "What the client's environment variables begin with, 'PETSTORE' for PETSTORE_API_KEY.",
            valueName: "prefix"
        )
    )
    var environmentPrefix: String?

    @Option(
        help: ArgumentHelp(
            "Who may use what is generated: public, package or internal. Default: public.",
            valueName: "level"
        )
    )
    var access: AccessLevel?

    @Flag(inversion: .prefixedNo, help: "Write documentation comments. Default: yes.")
    var documentation: Bool?

    @Option(
        help: ArgumentHelp(
            "Keep the operations of this path, '/pets/*' or 'GET /pets', with the types they need.",
            discussion: """
                Filters can be repeated, and add up. In paths and operations * stands for any characters. They replace \
                the configuration's key filter, which has lists of paths, tags and operations.
                """,
            valueName: "path"
        )
    )
    var filterPath: [String] = []

    @Option(help: ArgumentHelp("Keep the operations with this tag.", valueName: "tag"))
    var filterTag: [String] = []

    @Option(
        help: ArgumentHelp("Keep this operation, by its operationId or its x-sdk-method.", valueName: "operation")
    )
    var filterOperation: [String] = []

    @Option(help: ArgumentHelp("How problems are shown: text, json or github.", valueName: "format"))
    var diagnostics: DiagnosticPrinter.Format = .text

    @Flag(help: "Take warnings as errors.")
    var strict = false

    /// The filter that the options make, or nil without any.
    var filter: OperationFilter? {
        let patterns =
            filterPath.map { OperationFilter.Pattern(.path, $0) } + filterTag.map { OperationFilter.Pattern(.tag, $0) }
            + filterOperation.map { OperationFilter.Pattern(.operation, $0) }
        return patterns.isEmpty ? nil : OperationFilter(patterns)
    }
}

extension AccessLevel: ExpressibleByArgument {}

extension DiagnosticPrinter.Format: ExpressibleByArgument {}
