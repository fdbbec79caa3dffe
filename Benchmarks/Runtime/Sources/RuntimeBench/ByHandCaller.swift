import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1

/// The same requests over AsyncHTTPClient with Foundation's coders.
struct ByHandCaller: Caller {
    private let client: HTTPClient
    private let baseURL: String
    private let headers: HTTPHeaders
    private let encoder = JSONEncoder()
    private let decoder = JSONDecoder()

    /// Limits, unpacking and connections are as those of the generated client.
    init(port: Int) async throws {
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow,
            timeout: .init(connect: .seconds(5), read: .seconds(600)),
            decompression: .enabled(limit: .size(256 << 20))
        )
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 1000
        configuration.httpVersion = .http1Only
        client = HTTPClient(eventLoopGroup: HTTPClient.defaultEventLoopGroup, configuration: configuration)
        baseURL = "http://127.0.0.1:\(port)"
        var headers = HTTPHeaders(try await SentHeaders.ofGeneratedCall().map { ($0.name.rawName, $0.value) })
        // The one that the transport adds.
        headers.add(name: "Accept-Encoding", value: "gzip, deflate")
        self.headers = headers
        encoder.outputFormatting = .withoutEscapingSlashes
    }

    func call() async throws -> Int {
        var request = HTTPClientRequest(url: "\(baseURL)/v1/messages")
        request.method = .POST
        request.headers = headers
        request.body = .bytes(try encoder.encode(Twins.MessageParams.standard))
        let response = try await client.execute(request, timeout: .seconds(600))
        guard response.status == .ok else { throw WrongAnswer() }
        let body = try await response.body.collect(upTo: 1 << 20)
        return try decoder.decode(Twins.Message.self, from: Data(body.readableBytesView)).usage.outputTokens
    }

    func events(_ count: Int, together: Int) async throws -> Int {
        var request = HTTPClientRequest(url: "\(baseURL)/v1/messages?events=\(count)&together=\(together)")
        request.method = .POST
        request.headers = headers
        request.headers.replaceOrAdd(name: "Accept", value: "text/event-stream")
        var params = Twins.MessageParams.standard
        params.stream = true
        request.body = .bytes(try encoder.encode(params))
        let response = try await client.execute(request, timeout: .seconds(600))
        guard response.status == .ok else { throw WrongAnswer() }
        var splitter = EventSplitter()
        var events = 0
        var textLength = 0
        for try await chunk in response.body {
            for event in splitter.split(chunk) {
                events += 1
                switch event.name {
                case "content_block_delta":
                    let event = try decoder.decode(Twins.ContentBlockDeltaEvent.self, from: event.data)
                    textLength += event.delta.text.utf8.count
                case "message_start":
                    _ = try decoder.decode(Twins.MessageStartEvent.self, from: event.data)
                default:
                    break
                }
            }
        }
        guard textLength > 0 else { throw WrongAnswer() }
        return events
    }

    func upload(_ path: String) async throws -> Int {
        let file = try FileHandle(forReadingFrom: URL(filePath: path))
        let size = try file.seekToEnd()
        try file.seek(toOffset: 0)
        var request = HTTPClientRequest(url: "\(baseURL)/v1/contents")
        request.method = .PUT
        request.headers = headers
        request.headers.replaceOrAdd(name: "Content-Type", value: "application/octet-stream")
        request.body = .stream(FileChunks(file: file), length: .known(Int64(size)))
        let response = try await client.execute(request, timeout: .seconds(600))
        guard response.status == .ok else { throw WrongAnswer() }
        let body = try await response.body.collect(upTo: 1 << 20)
        return try decoder.decode(Twins.Received.self, from: Data(body.readableBytesView)).bytes
    }

    func download(_ bytes: Int, to path: String) async throws {
        var request = HTTPClientRequest(url: "\(baseURL)/v1/contents/\(bytes)")
        request.headers = headers
        request.headers.replaceOrAdd(name: "Accept", value: "application/octet-stream")
        let response = try await client.execute(request, timeout: .seconds(600))
        guard response.status == .ok, FileManager.default.createFile(atPath: path, contents: nil) else {
            throw WrongAnswer()
        }
        let file = try FileHandle(forWritingTo: URL(filePath: path))
        for try await chunk in response.body {
            try file.write(contentsOf: Data(chunk.readableBytesView))
        }
        try file.close()
    }
}

/// The contents of a file, in chunks of 64 KiB.
private struct FileChunks: AsyncSequence, Sendable {
    let file: FileHandle

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(file: file) }

    struct AsyncIterator: AsyncIteratorProtocol {
        let file: FileHandle

        func next() async throws -> ByteBuffer? {
            let chunk = try file.read(upToCount: 65_536) ?? Data()
            return chunk.isEmpty ? nil : ByteBuffer(bytes: chunk)
        }
    }
}
