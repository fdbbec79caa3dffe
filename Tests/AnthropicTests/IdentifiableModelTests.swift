import Anthropic
import TestSupport
import Testing

/// Items of lists, as views of an app take them.
@Suite struct IdentifiableModelTests {
    private func identifiers<Items: Sequence>(of items: Items) -> [Items.Element.ID] where Items.Element: Identifiable {
        items.map(\.id)
    }

    @Test func `an item of a list is known by the API's identifier`() throws {
        let page: JSONValue = [
            "data": [
                [
                    "id": "file_1", "type": "file", "filename": "a.pdf", "mime_type": "application/pdf",
                    "size_bytes": 1,
                    "created_at": "2026-03-15T10:00:00Z",
                ],
                [
                    "id": "file_2", "type": "file", "filename": "a.pdf", "mime_type": "application/pdf",
                    "size_bytes": 1,
                    "created_at": "2026-03-15T10:00:00Z",
                ],
            ]
        ]
        #expect(identifiers(of: try page.decode(as: FileMetadataPage.self).data) == ["file_1", "file_2"])
    }
}
