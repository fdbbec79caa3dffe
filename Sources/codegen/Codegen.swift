import ArgumentParser

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@main
struct Codegen: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "codegen",
        abstract: "Writes a Swift SDK from an OpenAPI description.",
        discussion: """
            Without arguments it reads Spec/codegen.yaml and writes what has changed:

              swift run codegen

            To see what would change, without writing (exit code 1 when something would):

              swift run codegen check

            To try it on any document, without a configuration:

              swift run codegen generate --document petstore.yaml --module Petstore \\
                --client PetstoreClient --output Petstore

            To make a package for an API of your own:

              swift run codegen init Petstore --module Petstore

            Exit codes: 0 all is well, 1 problems in the description or output that is not up to date, \
            2 wrong usage or a file that cannot be read or written.
            """,
        version: "0.1.0",
        subcommands: [GenerateCommand.self, CheckCommand.self, InitCommand.self],
        defaultSubcommand: GenerateCommand.self
    )

    /// Runs the command line, with the exit codes that the help text promises: ArgumentParser's own for wrong usage is 64.
    static func main() {
        // A reader that goes away, `codegen check | head`, is no reason to stop half-way.
        SystemCalls.ignoreBrokenPipes()
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch let error as ExitCode {
            exit(withError: error)
        } catch {
            let code = exitCode(for: error)
            guard code.isSuccess else {
                StandardStream.error.write(fullMessage(for: error) + "\n")
                exit(withError: ExitCode(2))
            }
            exit(withError: error)
        }
    }
}
