import ArgumentParser

/// What `generate` and `check` have in common: all of the way up to the plan, which the one carries out and the other
/// shows.
struct PlannedRun {
    let product: Pipeline.Product
    let plan: OutputPlan
    private let stopwatch: Stopwatch

    /// Runs the pipeline, shows what it found, and compares its output with the output folder.
    ///
    /// - Throws: `ExitCode(1)` when there are errors in the description, which have been shown; `SourceFileError` and
    ///   `OutputError` for files.
    init(_ settings: SettingsOptions) throws {
        stopwatch = Stopwatch()
        let pipeline = Pipeline()
        let product = try pipeline.run(settings)
        pipeline.printDiagnostics(settings)
        guard let product else { throw ExitCode(1) }
        self.product = product
        plan = try OutputPlan.make(
            for: product.generated,
            module: product.configuration.module,
            in: product.configuration.output
        )
    }

    /// Ends the run with a line on what was read, what became of the files, and how long it took.
    func printSummary(_ tense: Summary.Tense) {
        StandardStream.output.write(Summary(product: product, plan: plan, tense: tense, stopwatch: stopwatch).line)
    }
}
