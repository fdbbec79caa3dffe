import Foundation
import PackagePlugin

/// Writes the Swift samples of the documentation as functions, so that they are compiled with the tests.
@main struct WriteSamples: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
        let package = context.package.directoryURL
        let writer = try context.tool(named: "SampleWriter").url
        return try Self.articles(in: package).map { article in
            let input = package.appending(path: article)
            let name = article.map { $0.isLetter || $0.isNumber ? String($0) : "-" }.joined()
            let output = context.pluginWorkDirectoryURL.appending(path: "\(name).swift")
            return .buildCommand(
                displayName: "Writing the samples of \(article)",
                executable: writer,
                arguments: [article, input.path, output.path],
                inputFiles: [input],
                outputFiles: [output]
            )
        }
    }

    /// The Markdown files of the package and of the folders with documentation, by their paths in the package.
    private static func articles(in package: URL) throws -> [String] {
        let manager = FileManager.default
        let top = try manager.contentsOfDirectory(atPath: package.path)
        let below = ["Documentation", "Sources"].flatMap { folder in
            let names = manager.enumerator(atPath: package.appending(path: folder).path)?.allObjects ?? []
            return names.compactMap { $0 as? String }.map { "\(folder)/\($0)" }
        }
        return (top + below).filter { $0.hasSuffix(".md") }.sorted()
    }
}
