import APIModel
import ArgumentParser
import Foundation
import OpenAPI
import Source
import SwiftEmitter
import TestSupport
import Testing

@testable import codegen

/// Every document in `Tests/Fixtures/Diagnostics` states the diagnostics that it draws, in comments at their places.
@Suite struct DiagnosticFixtureTests {
    @Test(arguments: DiagnosticFixture.all)
    func `draws the diagnostics it states, and no others`(fixture: DiagnosticFixture) throws {
        let arguments = ["--document", fixture.entry, "--module", "Fixture", "--client", "FixtureClient"]
        let pipeline = Pipeline()
        let options = try SettingsOptions.parse(arguments + ["--output", "unused"])
        let product = try pipeline.run(options)
        let found = pipeline.report.diagnostics.flatMap { fixture.lines(for: $0, in: pipeline.files) }
        let expected = try fixture.expectations()
        #expect(Set(expected).count == expected.count, "an expectation is stated twice")
        #expect(found.sorted() == expected.sorted())
        #expect((product == nil) == expected.contains { $0.contains(": error: ") })
    }

    @Test func `a document with many mistakes has all of them told`() throws {
        let fixture = try #require(DiagnosticFixture.all.first { $0.name == "many-mistakes.yaml" })
        let mistakes = try fixture.expectations().filter { !$0.contains(": note: ") }
        #expect(mistakes.count >= 40)
        let rules = mistakes.compactMap { $0.firstMatch(of: /\[([a-z-]+)\]/)?.1 }
        #expect(Set(rules).count >= 15)
    }

    @Test func `cover every rule of reading, lowering and naming`() throws {
        let stated = try DiagnosticFixture.all.flatMap { try $0.expectations() }.joined(separator: "\n")
        let rules: [Rule] = [
            "yaml-syntax", "yaml-duplicate-key", .openAPIVersion, .unknownKey, .unknownExtension, .missingKey,
            .valueKind,
            .value, .schemaType, .referenceFile, .referenceTarget, .referenceCycle, .unsupported, .pathParameters,
            .duplicateParameter, .methodName, .methodClash, .requiredProperty, .discriminatorProperty,
            .emptyEnumeration, .duplicateValue, .security, .nameClash, .responseDescription, .duplicateOperationID,
            .statusCode, .referenceSiblings,
        ]
        #expect(rules.filter { !stated.contains("[\($0.rawValue)]") } == [])
    }
}

/// A document with the diagnostics it should draw, in one file or in a folder with the entry `openapi.yaml`.
struct DiagnosticFixture: CustomTestStringConvertible, Sendable {
    let name: String
    let folder: String
    let entry: String

    var testDescription: String { name }

    static let all: [DiagnosticFixture] = {
        let folder = Fixtures.url("Diagnostics").path
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.sorted().map { name in
            let path = folder + "/" + name
            return name.contains(".")
                ? DiagnosticFixture(name: name, folder: folder, entry: path)
                : DiagnosticFixture(name: name, folder: path, entry: path + "/openapi.yaml")
        }
    }()

    /// The lines that say what was found: `file:line:column: severity: message [rule] (hint)`.
    func lines(for diagnostic: Diagnostic, in files: SourceFiles) -> [String] {
        let hint = diagnostic.hint.map { " (\($0))" } ?? ""
        let head = line(
            diagnostic.range,
            "\(diagnostic.severity.rawValue): \(diagnostic.message) [\(diagnostic.rule.rawValue)]\(hint)",
            files
        )
        return [head] + diagnostic.notes.map { line($0.range, "note: \($0.message)", files) }
    }

    private func line(_ range: SourceRange?, _ text: String, _ files: SourceFiles) -> String {
        guard let range else { return text }
        let file = files[range.file]
        let position = file.position(at: Int(range.start))
        return "\(file.path.split(separator: "/").last ?? ""):\(position.line):\(position.column): \(text)"
    }

    /// The comments of the form `# error@+1:17: message [rule] (hint)`: severity, lines from the comment on, column, text.
    func expectations() throws -> [String] {
        let paths = entry.hasSuffix("/openapi.yaml") ? try Self.files(in: folder) : [entry]
        return try paths.flatMap { path -> [String] in
            let text = try String(contentsOfFile: path, encoding: .utf8)
            let name = String(path.split(separator: "/").last ?? "")
            return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap {
                index,
                line in
                expectation(line, number: index + 1, file: name)
            }
        }
    }

    private func expectation(_ line: Substring, number: Int, file: String) -> String? {
        guard let match = line.firstMatch(of: /# (error|warning|note)@([+-][0-9]+):([0-9]+): (.*)/) else { return nil }
        guard let offset = Int(match.2) else { return nil }
        let text = match.4.replacing("FOLDER", with: folder)
        return "\(file):\(number + offset):\(match.3): \(match.1): \(text)"
    }

    private static func files(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map { folder + "/" + $0 }
    }
}
