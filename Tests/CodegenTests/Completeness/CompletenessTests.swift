import APIModel
import Foundation
import OpenAPI
import Source
import TestSupport
import Testing

@testable import codegen

/// `Spec/` against what is known of the API: operations, parameters, fields, presence, values, unions and names.
@Suite(.enabled(if: Facts.areThere, "the facts of the API are not beside the repository")) struct CompletenessTests {
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
        var comparison = TypeComparison(facts: facts, api: api)
        comparison.compareOperations()
        comparison.compareErrors()
        comparison.compareWebhooks()
        comparison.compareRemainingSchemas()
        let found = Set(comparison.differences)
        let explained = Set(ExplainedDifferences.all.flatMap(\.differences))
        #expect(found.subtracting(explained).sorted() == [])
        #expect(explained.subtracting(found).sorted() == [], "no longer a difference")
    }

    @Test func `has the operations that the facts count`() {
        #expect(facts.operations.count == 106)
        #expect(facts.schemaNames.count == 826)
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
