import Foundation
import PackagePlugin

/// Writes the Swift samples of the documentation as functions, so that they are compiled with the tests.
@main struct WriteSamples: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
        let package = context.package.directoryURL
        let writer = try context.tool(named: "SampleWriter").url
        return try Self.files(in: package).map { file in
            let input = package.appending(path: file)
            let name = file.map { $0.isLetter || $0.isNumber ? String($0) : "-" }.joined()
            let output = context.pluginWorkDirectoryURL.appending(path: "\(name).swift")
            return .buildCommand(
                displayName: "Writing the samples of \(file)",
                executable: writer,
                arguments: [file, input.path, output.path],
                inputFiles: [input],
                outputFiles: [output]
            )
        }
    }

    /// The files with samples, by their paths in the package: the Markdown files of the package and of the folders with
    /// documentation, and the Swift files of the libraries that have one in a comment. That of `SDKTracing` is left out, as
    /// the tests are built without its trait.
    private static func files(in package: URL) throws -> [String] {
        let manager = FileManager.default
        let top = try manager.contentsOfDirectory(atPath: package.path)
        let below = ["Documentation", "Sources"].flatMap { folder in
            let names = manager.enumerator(atPath: package.appending(path: folder).path)?.allObjects ?? []
            return names.compactMap { $0 as? String }.map { "\(folder)/\($0)" }
        }
        let articles = (top + below).filter { $0.hasSuffix(".md") }
        let sources = try below.filter { file in
            guard file.hasSuffix(".swift"), !file.hasPrefix("Sources/SDKTracing/") else { return false }
            return try String(contentsOf: package.appending(path: file), encoding: .utf8).contains("/// ```")
        }
        return (articles + sources).sorted()
    }
}
