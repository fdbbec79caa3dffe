import Anthropic
import Foundation
import Testing

extension RecordedCall {
    private static let note = Beta.FileUploadParams(
        file: .data(Data("Buy bread and tea.".utf8), name: "notes.txt", contentType: "text/plain")
    )

    /// Calls of `beta.files`.
    static let files = [
        RecordedCall(
            "files",
            requests: [
                "POST /v1/files?beta=true", "GET /v1/files?beta=true&limit=1",
                "GET /v1/files?beta=true&limit=1&after_id=file_011CPNyWE4gJMViwUrtRB6x8",
                "GET /v1/files/file_011CPMxVD3fHLUhvTqtsQA5w/content?beta=true",
                "DELETE /v1/files/file_011CPNyWE4gJMViwUrtRB6x8?beta=true",
            ]
        ) { client in
            let notes = try await client.beta.files.upload(note)
            #expect(notes.id == "file_011CPNyWE4gJMViwUrtRB6x8")
            #expect(notes.sizeBytes == 18)
            #expect(notes.scope == .null)
            let files = try await client.beta.files.list(.init(limit: 1)).elements()
            #expect(files.map(\.filename) == ["notes.txt", "chart.png"])
            let chart = try #require(files.last)
            #expect(chart.scope?.value?.id == "sesn_011CZkZAtmR3yMPDzynEDxu7")
            #expect(chart.downloadable == true)
            let content = try await client.beta.files.download(fileID: chart.id).data()
            #expect(content == Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
            #expect(try await client.beta.files.delete(fileID: notes.id).id == notes.id)
        },
        RecordedCall(
            "files-400-not-downloadable",
            requests: ["GET /v1/files/file_011CPNyWE4gJMViwUrtRB6x8/content?beta=true"]
        ) { client in
            try await APIFailure(
                .badRequest,
                400,
                "invalid_request_error",
                "File file_011CPNyWE4gJMViwUrtRB6x8 is not downloadable.",
                "req_011CZkZBK1aXy3fVwQ7mTk6f"
            ).expect { _ = try await client.beta.files.download(fileID: "file_011CPNyWE4gJMViwUrtRB6x8") }
        },
        RecordedCall(
            "files-429-then-200",
            requests: ["POST /v1/files?beta=true", "POST /v1/files?beta=true +1"],
            pauses: [.seconds(1)]
        ) { client in
            let notes = try await client.beta.files.upload(note)
            #expect(notes.filename == "notes.txt")
        },
    ]
}
