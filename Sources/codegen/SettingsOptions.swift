import ArgumentParser
import Source

/// The options that `generate` and `check` share: every key of `codegen.yaml`, and how problems are shown.
struct SettingsOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The configuration. Its keys are document, module, client, output, environmentPrefix.",
            discussion: "Default: Spec/codegen.yaml, unless --document is given.",
            valueName: "file"
        )
    )
    var configuration: String?

    @Option(help: ArgumentHelp("The entry file of the OpenAPI description.", valueName: "file"))
    var document: String?

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

    @Option(help: ArgumentHelp("How problems are shown: text, json or github.", valueName: "format"))
    var diagnostics: DiagnosticPrinter.Format = .text

    @Flag(help: "Take warnings as errors.")
    var strict = false
}

extension DiagnosticPrinter.Format: ExpressibleByArgument {}
