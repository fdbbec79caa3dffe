import Foundation
import Testing

/// The most used calls against recorded exchanges.
@Suite struct RecordedCallTests {
    private static let calls =
        RecordedCall.messages + RecordedCall.streams + RecordedCall.models + RecordedCall.batches + RecordedCall.files
        + RecordedCall.agents + RecordedCall.sessions

    @Test(arguments: calls)
    func `a call sends and receives what is recorded`(call: RecordedCall) async throws {
        try await call.play()
    }

    @Test func `each recording is played once`() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: RecordedCall.folder.path)
        #expect(files.sorted() == Self.calls.map { "\($0.recording).har" }.sorted())
    }
}
