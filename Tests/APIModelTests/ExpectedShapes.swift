import OpenAPI
import Source
import Testing

@testable import APIModel

/// Lowers a document with the schemas, and compares the types and the rules of its diagnostics.
@discardableResult
func expect(
    _ schemas: String,
    _ lines: [String],
    warnings: [String] = [],
    version: String = "3.2.0"
) throws -> [Diagnostic] {
    let indented = schemas.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n")
    let text = """
        openapi: \(version)
        info: {title: T, version: "1"}
        paths: {}
        components:
          schemas:
        \(indented)

        """
    let files = SourceFiles()
    let report = Report(files: files)
    let file = files.add(path: "document.yaml", bytes: Array(text.utf8))
    let document = try #require(DocumentReader.read(file, files: files, report: report))
    let api = Lowering.lower(document, report: report)
    #expect(ModelText(api: api).lines == lines)
    #expect(report.diagnostics.map(\.rule.rawValue) == warnings)
    return report.diagnostics
}
