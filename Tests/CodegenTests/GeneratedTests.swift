import Foundation
import OpenAPI
import TestSupport
import Testing

@testable import codegen

/// `Generated/`, as it is committed.
@Suite struct GeneratedTests {
    @Test func `is what Spec says`() async throws {
        let workspace = try Workspace()
        let specification = Fixtures.package.appending(path: "Spec/codegen.yaml").path
        let result = try await workspace.codegen(["check", "--configuration", specification])
        #expect(result.error == "")
        #expect(result.status == 0, "run swift run codegen: \(result.output)")
    }
}

/// `Documentation/extensions.md` against the vocabulary that the checker knows.
@Suite struct ExtensionDocumentationTests {
    @Test func `names every key and no other`() throws {
        let text = try String(
            contentsOfFile: Fixtures.package.appending(path: "Documentation/extensions.md").path,
            encoding: .utf8
        )
        let named = Set(text.matches(of: /x-sdk-[a-z]+(-[a-z]+)*/).map { String($0.output.0) })
        #expect(named.sorted() == ExtensionVocabulary.keys)
    }
}
