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
              swift run codegen check --quiet
            """
    )

    @OptionGroup var settings: SettingsOptions

    @Flag(help: "Leave out the difference: only the summary and the exit code.")
    var quiet = false

    func run() throws {
        let run = try PlannedRun(settings)
        for item in quiet ? [] : run.plan.changes {
            let path = run.plan.folder + "/" + item.path
            let diff = UnifiedDiff(
                from: item.old.map { String(decoding: $0, as: UTF8.self) },
                to: item.new.map { String(decoding: $0, as: UTF8.self) },
                path: path
            )
            StandardStream.output.write(diff.text)
        }
        run.printSummary(.future)
        guard run.plan.changes.isEmpty else { throw ExitCode(1) }
    }
}
