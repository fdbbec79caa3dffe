import APIModel
import Foundation
import OpenAPI
import Source
import TestSupport
import Testing

@testable import codegen

/// `Spec/` against what is known of the API: operations, parameters, fields, presence, values, unions and names.
///
/// The facts are kept outside of the repository. Where they are not beside it, as in a clone, there is nothing to compare
/// with, and the suite is skipped.
@Suite(.enabled(if: Facts.areThere, "compares Spec/ with ../\(Facts.path), which is kept outside of the repository"))
struct CompletenessTests {
    private let facts: Facts
    private let api: API

    struct Unreadable: Error {}

    init() throws {
        facts = try Facts()
        api = try DeepStack.run {
            let files = SourceFiles()
            let report = Report(files: files)
            let entry = try files.load(path: Fixtures.package.appending(path: "Spec/anthropic.yaml").path)
            guard let document = DocumentReader.read(entry, files: files, report: report) else { throw Unreadable() }
            return Lowering.lower(document, report: report)
        }
    }

    @Test func `has all that the facts have, and nothing else`() {
        let found = Set(comparison().differences)
        let explained = Set(ExplainedDifferences.all.flatMap(\.differences))
        #expect(found.subtracting(explained).sorted() == [])
        #expect(explained.subtracting(found).sorted() == [], "no longer a difference")
    }

    @Test func `has each operation of the facts once`() {
        let streams = facts.operations.filter { $0.node["stream"] != nil }.map { "\($0.name)_stream" }
        let names = api.root.withDescendants.flatMap(\.operations).map(\.qualifiedName)
        #expect(names.sorted() == (facts.operations.map(\.name) + streams).sorted())
    }

    @Test func `is compared with every schema of the facts`() {
        let visited = comparison().visited
        // Those that are the same as another, or are declared inside one, are compared where something leads to them.
        let own = facts.schemaNames.filter { facts.schemas[$0]?["same_as"] == nil && !$0.contains(".") }
        #expect(own.filter { !visited.contains($0) } == [])
    }

    private func comparison() -> TypeComparison {
        var comparison = TypeComparison(facts: facts, api: api)
        comparison.compareOperations()
        comparison.compareErrors()
        comparison.compareWebhooks()
        comparison.compareRemainingSchemas()
        return comparison
    }
}

extension TypeComparison {
    fileprivate mutating func compareErrors() {
        for operation in api.root.withDescendants.flatMap(\.operations) {
            guard let type = operation.errors.first(where: { $0.status == "default" })?.type else {
                note(operation.qualifiedName, "does not describe errors")
                continue
            }
            compare(schema: "ErrorResponse", type, at: operation.qualifiedName)
        }
        for schema in facts.errorSchemas { compareNamed(schema) }
    }

    fileprivate mutating func compareWebhooks() {
        for schema in facts.webhookSchemas {
            guard let payload = api.payloads.first(where: { $0.kind == .webhook }) else {
                note(schema, "is no payload of a webhook")
                continue
            }
            compare(schema: schema, payload.type, at: payload.name)
        }
    }

    /// The schemas that no operation leads to are there for helpers, by their names. Those that are part of another, or
    /// the same as one, are compared with it.
    fileprivate mutating func compareRemainingSchemas() {
        for schema in facts.schemaNames where !visited.contains(schema) && !schema.contains(".") {
            if facts.schemas[schema]?["same_as"] == nil { compareNamed(schema) }
        }
    }

    private mutating func compareNamed(_ schema: String) {
        guard let type = api.topLevelTypes.first(where: { $0.name == schema }) else {
            return note(schema, "is missing")
        }
        compare(schema: schema, .named(type.id), at: schema)
    }
}
