import Foundation
import TestSupport
import Testing

@testable import SDKRuntime

/// What callers are told while a body is sent.
@Suite struct UploadProgressTests {
    /// The reports so far.
    private final class Reports: Sendable {
        private let storage = Locked<[TransferProgress]>([])

        var all: [TransferProgress] { storage.withLock { $0 } }

        func add(_ progress: TransferProgress) {
            storage.withLock { $0.append(progress) }
        }
    }

    private static func chunks(_ texts: String...) -> HTTPBodyStream {
        HTTPBodyStream(isReplayable: true) {
            var rest = texts[...]
            return .init { rest.popFirst().map { Data($0.utf8) } }
        }
    }

    @Test(
        arguments: [
            (5, 10, 0.5), (0, 10, 0), (10, 10, 1), (11, 10, 1), (0, 0, 1), (3, nil, nil),
        ] as [(Int64, Int64?, Double?)]
    )
    func fraction(_ completed: Int64, _ total: Int64?, _ fraction: Double?) {
        #expect(TransferProgress(completed: completed, total: total).fraction == fraction)
    }

    @Test func `bytes in memory go in pieces of 64 KiB`() async throws {
        let reports = Reports()
        let bytes = Data((0..<150_000).map { UInt8(truncatingIfNeeded: $0) })
        let body = HTTPRequestBody.bytes(bytes).reporting(to: UploadProgress(reports.add))
        guard case .stream(let stream) = body else { return #expect(Bool(false), "not a stream") }
        #expect(stream.length == 150_000)
        #expect(body.isReplayable)
        #expect(try await stream.collect() == bytes)
        #expect(reports.all.map(\.completed) == [0, 65_536, 131_072, 150_000])
        #expect(reports.all.allSatisfy { $0.total == 150_000 })
    }

    @Test func `a body that is sent again is counted anew`() async throws {
        let reports = Reports()
        let body = HTTPRequestBody.stream(Self.chunks("ab", "", "c")).reporting(to: UploadProgress(reports.add))
        guard case .stream(let stream) = body else { return #expect(Bool(false), "not a stream") }
        var first = stream.makeAsyncIterator()
        _ = try await first.next()
        var second = stream.makeAsyncIterator()
        _ = try await second.next()
        // The first pass is over, though it does not know.
        while try await first.next() != nil {}
        while try await second.next() != nil {}
        #expect(reports.all.map(\.completed) == [0, 2, 0, 2, 3])
        #expect(reports.all.allSatisfy { $0.total == nil })
    }

    @Test func `nothing is told after the end`() async throws {
        let reports = Reports()
        let progress = UploadProgress(reports.add)
        guard case .stream(let stream) = HTTPRequestBody.stream(Self.chunks("ab", "c")).reporting(to: progress) else {
            return #expect(Bool(false), "not a stream")
        }
        var iterator = stream.makeAsyncIterator()
        _ = try await iterator.next()
        progress.end()
        #expect(try await iterator.next() == Data("c".utf8))
        #expect(try await stream.collect() == Data("abc".utf8))
        #expect(reports.all.map(\.completed) == [0, 2])
    }

    @Test func `without content there is nothing to tell`() {
        guard case .none = HTTPRequestBody.none.reporting(to: UploadProgress { _ in }) else {
            return #expect(Bool(false), "content from nowhere")
        }
    }

    @Test func `the total of parts is that of the whole body`() async throws {
        struct Params: APIModel {
            var file: UploadFile
            private var modelExtras = ModelExtras()

            init(file: UploadFile) { self.file = file }

            static let table = ModelTable<Self> { row in
                row.required("file", UploadFile.self)
            }
        }
        let reports = Reports()
        let transport = ScriptedTransport()
        let client = try TestClient(over: transport)
        let path = FileManager.default.temporaryDirectory.appending(component: "upload-\(UUID())").path
        try Data(repeating: 7, count: 100_000).write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        var request = APIRequest(.post, "/x")
        request.body(multipart: Params(file: .file(path)))
        _ = try await client.send(request, .init(onUploadProgress: reports.add))
        let length = try #require(await transport.sent.first?.body?.count)
        #expect(length > 100_000)
        #expect(reports.all.first == TransferProgress(completed: 0, total: Int64(length)))
        #expect(reports.all.last == TransferProgress(completed: Int64(length), total: Int64(length)))
        #expect(reports.all.count == 5)
    }

    @Test func `the total of a stream of unknown length is not known`() async throws {
        let reports = Reports()
        var request = APIRequest(.post, "/x")
        request.body(stream: Self.chunks("ab", "c"), contentType: "text/plain")
        _ = try await TestClient(over: ScriptedTransport()).send(request, .init(onUploadProgress: reports.add))
        #expect(reports.all == [0, 2, 3].map { TransferProgress(completed: $0, total: nil) })
    }

    @Test func `an operation that streams its response reports its request as well`() async throws {
        let reports = Reports()
        var request = APIRequest(.post, "/x")
        request.body(bytes: Data("abc".utf8), contentType: "text/plain")
        _ = try await TestClient(over: ScriptedTransport()).core
            .download(request, .init(onUploadProgress: reports.add))
        #expect(reports.all == [0, 3].map { TransferProgress(completed: $0, total: 3) })
    }
}
