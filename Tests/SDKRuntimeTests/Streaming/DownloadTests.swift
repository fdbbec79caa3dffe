import Foundation
import SDKRuntime
import TestSupport
import Testing

@Suite struct DownloadTests {
    private static func download(
        _ chunks: [String],
        end: ScriptedBody.End = .normal
    ) async throws -> (Download, ScriptedTransport) {
        let headers = HTTPFields(named: ["request-id": "req_1", "content-type": "application/pdf"])
        let transport = ScriptedTransport([.stream(headers: headers, chunks: chunks.map { Data($0.utf8) }, end: end)])
        return (try await TestClient(over: transport).core.download(APIRequest(.get, "/x")), transport)
    }

    /// A folder that is there during a test.
    private static func withFolder(_ body: (URL) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(component: "download-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await body(folder)
    }

    private static func names(in folder: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    @Test func `chunks come one by one, and nothing before it is asked for`() async throws {
        let (download, transport) = try await Self.download(["ab", "c"])
        #expect(download.status == 200)
        #expect(download.response.requestID == "req_1")
        #expect(download.response.mediaType == "application/pdf")
        #expect(download.length == nil)
        #expect(transport.bodies.withLock { $0.chunks } == 0)
        #expect(await download.collect().elements == [Data("ab".utf8), Data("c".utf8)])
        #expect((await download.collect().error as? APIError)?.kind == .alreadyConsumed)
    }

    @Test func `all bytes at once`() async throws {
        let (download, _) = try await Self.download(["ab", "", "c"])
        #expect(try await download.data() == Data("abc".utf8))
        let whole = try await TestClient(over: ScriptedTransport(body: "abc")).core.download(APIRequest(.get, "/x"))
        #expect(whole.length == 3)
        #expect(try await whole.data() == Data("abc".utf8))
    }

    @Test func `to a file`() async throws {
        try await Self.withFolder { folder in
            let file = folder.appending(component: "report.pdf")
            try Data("before".utf8).write(to: file)
            let (download, _) = try await Self.download(["ab", "c"])
            try await download.save(to: file.path)
            #expect(try Data(contentsOf: file) == Data("abc".utf8))
            #expect(try Self.names(in: folder) == ["report.pdf"])
        }
    }

    @Test func `to a file that has a URL`() async throws {
        try await Self.withFolder { folder in
            let file = folder.appending(component: "our report é.pdf")
            let (download, _) = try await Self.download(["ab", "c"])
            try await download.save(to: file)
            #expect(try Data(contentsOf: file) == Data("abc".utf8))
        }
    }

    @Test func `a URL that is none of a file names nothing that can be written`() async throws {
        let (download, _) = try await Self.download(["abc"])
        let url = try #require(URL(string: "https://example.com/report.pdf"))
        let error = await #expect(throws: APIError.self) { try await download.save(to: url) }
        #expect(error?.kind == .file)
    }

    @Test func `a header by its name`() async throws {
        let (download, _) = try await Self.download(["abc"])
        #expect(download.response.header("Request-ID") == "req_1")
        #expect(download.response.header("retry-after") == nil)
        #expect(download.response.header("no name") == nil)
    }

    @Test func `a file that was there stays when the connection breaks`() async throws {
        try await Self.withFolder { folder in
            let file = folder.appending(component: "report.pdf")
            try Data("before".utf8).write(to: file)
            let (download, _) = try await Self.download(["ab"], end: .failure(TransportError(.connection, "reset")))
            let error = await #expect(throws: APIError.self) { try await download.save(to: file.path) }
            #expect(error?.kind == .connection)
            #expect(try Data(contentsOf: file) == Data("before".utf8))
            #expect(try Self.names(in: folder) == ["report.pdf"])
        }
    }

    @Test func `cancelling leaves nothing behind`() async throws {
        try await Self.withFolder { folder in
            let (download, transport) = try await Self.download(["ab"], end: .silence)
            let task = Task { try await download.save(to: folder.appending(component: "x").path) }
            while transport.bodies.withLock({ $0.chunks }) == 0 { await Task.yield() }
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
            #expect(try Self.names(in: folder).isEmpty)
            #expect(transport.bodies.withLock { $0.open } == 0)
        }
    }

    @Test(arguments: ["missing/report.pdf", "", "folder/", "a\u{0}b"])
    func `a path that cannot be written is told before anything is read`(_ name: String) async throws {
        try await Self.withFolder { folder in
            let (download, transport) = try await Self.download(["ab"])
            let error = await #expect(throws: APIError.self) {
                try await download.save(to: "\(folder.path)/\(name)")
            }
            #expect(error?.kind == .file)
            #expect(transport.bodies.withLock { $0.chunks } == 0)
            #expect(try Self.names(in: folder).isEmpty)
        }
    }

    @Test func `a folder is not replaced`() async throws {
        try await Self.withFolder { folder in
            let target = folder.appending(component: "target")
            try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
            let (download, _) = try await Self.download(["ab"])
            let error = await #expect(throws: APIError.self) { try await download.save(to: target.path) }
            #expect(error?.kind == .file)
            #expect(try Self.names(in: folder) == ["target"])
        }
    }

    @Test func `a link leads to the file, whose permissions stay`() async throws {
        try await Self.withFolder { folder in
            let file = folder.appending(component: "file").path
            let link = folder.appending(component: "link").path
            #expect(FileManager.default.createFile(atPath: file, contents: nil, attributes: [.posixPermissions: 0o606]))
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "file")
            let (download, _) = try await Self.download(["abc"])
            try await download.save(to: link)
            #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "file")
            #expect(FileManager.default.contents(atPath: file) == Data("abc".utf8))
            #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o606)
            #expect(try Self.names(in: folder) == ["file", "link"])
        }
    }

    @Test func `what is no file is not replaced`() async throws {
        try await Self.withFolder { folder in
            let pipe = folder.appending(component: "pipe").path
            #expect(mkfifo(pipe, 0o600) == 0)
            let (download, transport) = try await Self.download(["ab"])
            let error = await #expect(throws: APIError.self) { try await download.save(to: pipe) }
            #expect(error?.kind == .file)
            #expect(transport.bodies.withLock { $0.chunks } == 0)
            #expect(try FileManager.default.attributesOfItem(atPath: pipe)[.type] as? FileAttributeType != .typeRegular)
        }
    }

    @Test func `a status that is no success is thrown with its body`() async throws {
        let transport = ScriptedTransport([.stream(status: 404, chunks: [Data("go".utf8), Data("ne".utf8)])])
        let client = try TestClient(over: transport)
        let outcome = await Outcome { try await client.core.download(APIRequest(.get, "/x")) }
        #expect(outcome.error?.kind == .notFound)
        #expect(outcome.error?.body == .text("gone"))
    }

    @Test func `progress is told before the first chunk and with each`() async throws {
        let reports = Locked<[TransferProgress]>([])
        let report: @Sendable (TransferProgress) -> Void = { progress in reports.withLock { $0.append(progress) } }
        let (download, _) = try await Self.download(["ab", "", "c"])
        #expect(try await download.onProgress(report).data() == Data("abc".utf8))
        #expect(reports.withLock { $0 } == [0, 2, 3].map { TransferProgress(completed: $0, total: nil) })
        // The bytes are gone, whichever of the two is asked.
        #expect((await download.onProgress(report).collect().error as? APIError)?.kind == .alreadyConsumed)
        #expect(reports.withLock { $0.count } == 3)
    }

    @Test func `progress of a download of known length, to a file`() async throws {
        try await Self.withFolder { folder in
            let reports = Locked<[TransferProgress]>([])
            let client = try TestClient(over: ScriptedTransport(body: "abc"))
            let download = try await client.core.download(APIRequest(.get, "/x"))
            try await download.onProgress { progress in reports.withLock { $0.append(progress) } }
                .save(to: folder.appending(component: "x").path)
            #expect(reports.withLock { $0 } == [0, 3].map { TransferProgress(completed: $0, total: 3) })
            #expect(reports.withLock { $0.last?.fraction } == 1)
        }
    }
}
