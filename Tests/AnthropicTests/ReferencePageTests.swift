import Anthropic
import Foundation
import TestSupport
import Testing

/// The generated call against the reference page of its endpoint, read from the page's own text.
@Suite struct ReferencePageTests {
    private let page: String

    init() throws {
        page = try String(contentsOf: Fixtures.url("Reference/add-session-resource.md"), encoding: .utf8)
    }

    @Test func `the betas are the page's, in its order`() {
        let listed = page.matches(of: /(?m)^      - `"([a-z0-9-]+)"`$/).map { String($0.1) }
        #expect(listed.count == 26)
        #expect(AnthropicBeta.allKnownValues.map(\.rawValue) == listed)
    }

    @Test func `the response has the page's fields, in its order`() {
        let section = page.components(separatedBy: "### Returns").last?.components(separatedBy: "### Example").first
        let listed = (section ?? "").matches(of: #/(?m)^  - `([a-z_]+): /#).map { String($0.1) }
        #expect(listed == ["id", "created_at", "file_id", "mount_path", "type", "updated_at"])
        let stored = BetaManagedAgentsFileResource.table.storedRows.map(\.name).filter { !$0.isEmpty }
        #expect(stored == listed.filter { $0 != "type" })
    }

    @Test func `the page's example response is read and written back without loss`() throws {
        let json = try #require(page.firstMatch(of: /```json\n(.*?)```/.dotMatchesNewlines()).map { String($0.1) })
        let data = Data(json.utf8)
        let resource = try ModelDecoder(mode: .strict).decode(BetaManagedAgentsFileResource.self, from: data)
        #expect(try JSONValue(encoding: resource) == ModelDecoder().decode(JSONValue.self, from: data))
    }
}
