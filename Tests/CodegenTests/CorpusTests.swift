import ArgumentParser
import Foundation
import Source
import TestSupport
import Testing

@testable import codegen

/// Published documents, in a folder beside the repository that is not everywhere. That what is generated from them compiles
/// is what `Scripts/corpus` checks.
@Suite(.enabled(if: CorpusDocument.isThere, "the published documents are not beside the repository")) struct CorpusTests {
    @Test(arguments: CorpusDocument.all)
    func `generates, and warns of what is wrong in it`(document: CorpusDocument) throws {
        let pipeline = Pipeline()
        let path = CorpusDocument.folder.appending(path: document.path).path
        let arguments = ["--document", path, "--module", "Corpus", "--client", "CorpusClient", "--output", "unused"]
        let product = try pipeline.run(try SettingsOptions.parse(arguments))
        #expect(product != nil)
        var found: [String: Int] = [:]
        for diagnostic in pipeline.report.diagnostics {
            found["\(diagnostic.severity.rawValue) \(diagnostic.rule.rawValue)", default: 0] += 1
        }
        #expect(found == document.diagnostics)
    }
}

/// A published document, with the number of diagnostics that it draws, by severity and rule.
struct CorpusDocument: CustomTestStringConvertible, Sendable {
    let path: String
    let diagnostics: [String: Int]

    var testDescription: String { path }

    static let folder = Fixtures.package.deletingLastPathComponent().appending(path: "shared/corpus")
    static let isThere = FileManager.default.fileExists(atPath: folder.path)

    static let all = [
        CorpusDocument(path: "museum/openapi.yaml", diagnostics: [:]),
        // 'required' beside the '$ref' of a parameter.
        CorpusDocument(path: "redocly-cafe/cafe.yaml", diagnostics: ["warning reference-siblings": 1]),
        // References to parameters where headers belong.
        CorpusDocument(path: "iceberg-rest/rest-catalog-open-api.yaml", diagnostics: ["warning reference-target": 3]),
        // 'type' beside a '$ref' in OpenAPI 3.0.
        CorpusDocument(path: "openhue/main.yaml", diagnostics: ["warning reference-siblings": 1]),
        // Properties that are required and not declared.
        CorpusDocument(path: "figma/openapi.yaml", diagnostics: ["warning required-property": 5]),
        CorpusDocument(path: "twilio-verify/twilio_verify_v2.yaml", diagnostics: [:]),
        CorpusDocument(path: "qdrant/openapi.json", diagnostics: [:]),
        CorpusDocument(path: "mistral/openapi.yaml", diagnostics: ["warning required-property": 3]),
    ]
}
