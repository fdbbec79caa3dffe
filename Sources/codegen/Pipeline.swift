import APIModel
import OpenAPI
import Source
import SwiftEmitter

/// The way from a configuration to the files it should give, with what was found on the way.
struct Pipeline {
    let files = SourceFiles()
    let report: Report

    init() { report = Report(files: files) }

    /// What a run made.
    struct Product {
        let configuration: Configuration
        let generated: [GeneratedFile]
        let documentCount: Int
        let operationCount: Int
        let schemaCount: Int
    }

    /// Reads, checks, lowers and emits; writes nothing.
    ///
    /// - Returns: nil when there are errors, all of which are in the report.
    /// - Throws: `SourceFileError` when the configuration, the document or an overlay cannot be read.
    func run(_ options: SettingsOptions) throws -> Product? {
        try DeepStack.run { try self.runHere(options) }
    }

    private func runHere(_ options: SettingsOptions) throws -> Product? {
        report.treatsWarningsAsErrors = options.strict
        guard let configuration = try Configuration.load(options, files: files, report: report) else { return nil }
        let entry = try files.load(path: configuration.document)
        let overlays = try configuration.overlays.map { try files.load(path: $0) }
        guard let document = DocumentReader.read(entry, overlays: overlays, files: files, report: report) else {
            return nil
        }
        let api = Lowering.lower(document, filter: configuration.filter, report: report)
        let emission = EmissionOptions(
            module: configuration.module,
            client: configuration.client,
            environmentPrefix: configuration.environmentPrefix,
            access: configuration.access,
            documentation: configuration.documentation
        )
        let generated = SwiftEmitter.emit(api, options: emission, report: report)
        guard !report.hasErrors else { return nil }
        return Product(
            configuration: configuration,
            generated: generated,
            documentCount: document.fileCount,
            operationCount: api.root.withDescendants.map(\.operations.count).reduce(0, +),
            schemaCount: api.topLevelTypes.count
        )
    }

    /// Shows what the run found, on standard error.
    func printDiagnostics(_ options: SettingsOptions) {
        let printer = DiagnosticPrinter(format: options.diagnostics, files: files)
        StandardStream.error.write(printer.string(for: report.diagnostics))
        guard options.diagnostics == .text, !report.diagnostics.isEmpty else { return }
        StandardStream.error.write(printer.summary(of: report, fileCount: files.count) + "\n")
    }
}
