import ArgumentParser

/// `codegen generate`: brings the output folder up to date.
struct GenerateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Write the SDK, files that change and no others. (default)",
        discussion: """
            All of the new output is written or, when anything is wrong, none of it.

            With the configuration of this project:

              swift run codegen

            With another one, or with one key of it replaced:

              swift run codegen generate --configuration Other/codegen.yaml
              swift run codegen generate --output /tmp/preview

            Without any:

              swift run codegen generate --document petstore.yaml --module Petstore \\
                --client PetstoreClient --output Petstore
            """
    )

    @OptionGroup var settings: SettingsOptions

    func run() throws {
        let run = try PlannedRun(settings)
        try OutputWriter(run.plan).write()
        run.printSummary(.past)
    }
}
