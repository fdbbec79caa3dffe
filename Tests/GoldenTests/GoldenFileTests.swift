import Foundation
import TestSupport
import Testing

/// The golden projects, written anew and compared.
@Suite struct GoldenFileTests {
    private static let names =
        (try? FileManager.default.contentsOfDirectory(atPath: Fixtures.url("Golden").path))?.sorted() ?? []

    @Test func `every project is compiled and called`() {
        #expect(
            Self.names == [
                "Bodies", "Credentials", "Names", "Pages", "Parameters", "Payloads", "Resources", "Responses", "Shapes",
                "Zoo",
            ]
        )
    }

    @Test(arguments: Self.names)
    func `the output is what is committed`(name: String) async throws {
        let folder = Fixtures.url("Golden/\(name)").path
        let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"
        let process = Process()
        process.executableURL = BuiltProducts.folder.appendingPathComponent("codegen")
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.arguments = [
            isRecording ? "generate" : "check", "--document", "openapi.yaml", "--module", name,
            "--client", "\(name)Client", "--environment-prefix", name.uppercased(), "--output", ".",
        ]
        try await process.runToEnd()
        #expect(process.terminationStatus == 0, "RECORD=1 swift test --filter Golden writes the files anew")
    }
}
