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
        let stopwatch = Stopwatch()
        let pipeline = Pipeline()
        let product = try pipeline.run(settings)
        pipeline.printDiagnostics(settings)
        guard let product else { throw ExitCode(1) }
        let plan = try OutputPlan.make(
            for: product.generated,
            module: product.configuration.module,
            in: product.configuration.output
        )
        try OutputWriter(plan).write()
        StandardStream.output.write(Summary(product: product, plan: plan, tense: .past, stopwatch: stopwatch).line)
    }
}
