import Foundation
import PackagePlugin

/// Writes the calls that the examples of `Spec/` make, before the test target that runs them is compiled.
@main struct WriteExamples: BuildToolPlugin {
    /// How many files they are spread over, so that they are compiled side by side.
    private static let fileCount = 8

    func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
        let spec = context.package.directoryURL.appending(path: "Spec")
        let inputs = (FileManager.default.enumerator(atPath: spec.path)?.allObjects ?? [])
            .compactMap { $0 as? String }
            .filter { $0.hasSuffix(".yaml") }
            .sorted()
            .map { spec.appending(path: $0) }
        let outputs = (0..<Self.fileCount).map { index in
            context.pluginWorkDirectoryURL.appending(path: "ExampleCalls\(index).swift")
        }
        return [
            .buildCommand(
                displayName: "Writing the calls of Spec/'s examples",
                executable: try context.tool(named: "ExampleWriter").url,
                arguments: [spec.appending(path: "anthropic.yaml").path] + outputs.map(\.path),
                inputFiles: inputs,
                outputFiles: outputs
            )
        ]
    }
}
