import Foundation
import SDKRuntime

/// The content of a request that has been read from its stream before it is sent, which is what URLSession can do
/// everywhere: in memory as long as it is small, else in a file, so that memory does not grow with it.
enum CollectedContent: Sendable {
    case bytes(Data)
    case file(TemporaryFile)

    /// How much is kept in memory.
    private static var longestInMemory: Int { 1 << 20 }

    /// Reads a stream to its end, in a task of its own: the stream may produce nothing more, whatever happens to its reader.
    ///
    /// - Throws: What the stream throws, `APIError` of kind `file` when the disk does not take it, `TransportError` when the
    ///   limit is over, and `CancellationError`.
    static func reading(_ stream: HTTPBodyStream, within limit: Duration?) async throws -> CollectedContent {
        let (results, result) = AsyncThrowingStream.makeStream(of: CollectedContent.self)
        let reading = Task {
            do {
                result.yield(try await CollectedContent(stream))
                result.finish()
            } catch {
                result.finish(throwing: error)
            }
        }
        let end: @Sendable (any Error) -> Void = { error in
            result.finish(throwing: error)
            reading.cancel()
        }
        return try await withTimeLimit(limit, onExpiry: { end(TransportError(.timeout, "no answer in time")) }) {
            try await withTaskCancellationHandler {
                var iterator = results.makeAsyncIterator()
                guard let content = try await iterator.next() else { throw CancellationError() }
                return content
            } onCancel: {
                end(CancellationError())
            }
        }
    }

    /// Reads a stream to its end.
    private init(_ stream: HTTPBodyStream) async throws {
        var bytes = Data()
        var file: TemporaryFile?
        for try await chunk in stream {
            bytes.append(chunk)
            guard bytes.count > Self.longestInMemory else { continue }
            let current = try file ?? TemporaryFile()
            try current.append(bytes)
            file = current
            bytes = Data()
        }
        guard let file else {
            self = .bytes(bytes)
            return
        }
        try file.append(bytes)
        self = .file(file)
    }
}

/// A file that nobody else can read, and that goes away with the last reference to it.
final class TemporaryFile: Sendable {
    let url: URL
    private let handle: FileHandle

    fileprivate init() throws {
        url = FileManager.default.temporaryDirectory.appending(component: "request-content-\(UUID().uuidString)")
        guard
            FileManager.default.createFile(atPath: url.path, contents: nil, attributes: [.posixPermissions: 0o600])
        else {
            throw APIError(.file, "the content of the request cannot be kept in '\(url.path)' until it is sent")
        }
        do {
            handle = try FileHandle(forWritingTo: url)
        } catch {
            try? FileManager.default.removeItem(at: url)
            throw Self.failure(url, error)
        }
    }

    deinit {
        try? handle.close()
        try? FileManager.default.removeItem(at: url)
    }

    fileprivate func append(_ bytes: Data) throws {
        do {
            try handle.write(contentsOf: bytes)
        } catch {
            throw Self.failure(url, error)
        }
    }

    /// The file's bytes, which the system reads when they are needed. They stay when the file goes away.
    func contents() throws -> Data {
        do {
            return try Data(contentsOf: url, options: .alwaysMapped)
        } catch {
            throw Self.failure(url, error)
        }
    }

    private static func failure(_ url: URL, _ error: any Error) -> APIError {
        APIError(
            .file,
            "the content of the request cannot be kept in '\(url.path)' until it is sent: \(error)",
            underlyingError: error
        )
    }
}
