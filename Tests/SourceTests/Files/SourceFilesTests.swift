import Source
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite("Loading files")
struct SourceFilesTests {
    private let folder = ConformanceFolder.own

    @Test("The same file is loaded once, whatever its path")
    func identity() throws {
        let files = SourceFiles()
        let first = try files.load(path: "\(folder)/01-norway.yaml")
        let second = try files.load(path: "\(folder)/../yaml/./01-norway.yaml")
        let other = try files.load(path: "\(folder)/02-null-forms.yaml")
        #expect(first === second)
        #expect(first.path == "\(folder)/01-norway.yaml")
        #expect(other.id != first.id)
        #expect(files[other.id] === other)
        #expect(files.count == 2)
    }

    @Test("A symbolic link is the file that it points to")
    func symbolicLink() throws {
        let link = FileManager.default.temporaryDirectory.appendingPathComponent("source-\(UUID().uuidString).yaml")
            .path
        try FileManager.default.createSymbolicLink(
            atPath: link,
            withDestinationPath: "\(folder)/01-norway.yaml"
        )
        defer { try? FileManager.default.removeItem(atPath: link) }
        let files = SourceFiles()
        #expect(try files.load(path: link) === files.load(path: "\(folder)/01-norway.yaml"))
    }

    @Test("What cannot be loaded is an error that says why")
    func errors() {
        let files = SourceFiles()
        #expect(throws: SourceFileError(path: "\(folder)/none.yaml", reason: .notFound)) {
            try files.load(path: "\(folder)/none.yaml")
        }
        #expect(throws: SourceFileError(path: folder, reason: .isDirectory)) {
            try files.load(path: folder)
        }
        let error = SourceFileError(path: "a.yaml", reason: .notFound)
        #expect("\(error)" == "a.yaml: no such file")
        #expect(files.count == 0)
    }
}
