import ArgumentParser

/// `codegen check`: tells whether the output folder is up to date.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Show what generate would change, without writing.",
        discussion: """
            Prints a unified diff, from what is there to what the description says. Exits 1 when there is a difference, \
            which makes it a step for continuous integration:

              swift run codegen check
              swift run codegen check --diagnostics github
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
        for item in plan.changes {
            let path = plan.folder + "/" + item.path
            let diff = UnifiedDiff(
                from: item.old.map { String(decoding: $0, as: UTF8.self) },
                to: item.new.map { String(decoding: $0, as: UTF8.self) },
                path: path
            )
            StandardStream.output.write(diff.text)
        }
        StandardStream.output.write(Summary(product: product, plan: plan, tense: .future, stopwatch: stopwatch).line)
        guard plan.changes.isEmpty else { throw ExitCode(1) }
    }
}
