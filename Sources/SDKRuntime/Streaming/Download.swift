public import HTTPTypes

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

// <!-- swift
// let id = "file_1"
// -->
/// The bytes of a response that are read while they arrive.
///
/// ```swift
/// let download = try await client.beta.files.download(fileID: id)
/// try await download.save(to: "report.pdf")
/// ```
///
/// A download can be read once: chunk by chunk, as a whole, or to a file. Leaving the loop, cancelling the task, and
/// letting go of the download close the connection, except with URLSession on Linux, where it stays until the server ends
/// the response.
public struct Download: AsyncSequence, Sendable {
    /// A chunk of bytes. Where one ends has no meaning.
    public typealias Element = Data

    private let body: SingleBody
    private var report: (@Sendable (TransferProgress) -> Void)?

    init(_ response: UnreadResponse) {
        body = SingleBody(response)
    }

    /// Status and header fields: they are there before the first chunk.
    public var response: ResponseHead { body.head }

    /// The status code, one of success.
    public var status: Int { response.status }

    /// The header fields as received.
    public var headers: HTTPFields { response.headers }

    /// The number of bytes to come, if it is known beforehand.
    public var length: Int64? { body.length }

    // <!-- swift
    // let download = try await client.beta.files.download(fileID: "file_1")
    // -->
    /// The same download, which tells how far it has come, whichever way it is read: when reading begins, and with each
    /// chunk.
    ///
    /// ```swift
    /// try await download.onProgress { print($0.fraction ?? 0) }.save(to: "report.pdf")
    /// ```
    ///
    /// - Parameter report: Called by the one who reads, before the chunk is handed out. The total is ``length``.
    public func onProgress(_ report: @escaping @Sendable (TransferProgress) -> Void) -> Download {
        var download = self
        download.report = report
        return download
    }

    /// Reads all bytes into memory.
    ///
    /// - Throws: As ``AsyncIterator/next()`` does.
    public func data() async throws -> Data {
        var bytes = Data()
        // The length is only a claim: no more than this is reserved before the bytes are there.
        bytes.reserveCapacity(Int(clamping: Swift.min(length ?? 0, 1 << 20)))
        for try await chunk in self {
            bytes.append(chunk)
        }
        return bytes
    }

    /// Reads all bytes into a file, which is there as a whole or not at all: they are written beside it, and take its
    /// place when the last one has arrived. A file that was there before, also at the end of a link, stays until then, and
    /// hands on its permissions.
    ///
    /// - Parameter path: The file's path. Its folder has to exist.
    /// - Throws: As ``AsyncIterator/next()`` does, and ``APIError`` of kind ``APIError/Kind/file`` when the file cannot be
    ///   written.
    public func save(to path: String) async throws {
        let file = try FileReplacement(path)
        do {
            for try await chunk in self {
                try file.write(chunk)
            }
            try file.commit()
        } catch {
            file.discard()
            throw error
        }
    }

    /// Reads all bytes into a file; `save(to:)` with a path says how.
    ///
    /// - Parameter url: Where the file is to be: a file URL. Any other names a file that cannot be written.
    /// - Throws: As it does for a path.
    public func save(to url: URL) async throws {
        try await save(to: url.isFileURL ? url.path : url.absoluteString)
    }

    /// Starts to read.
    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(body: body.read(), progress: TransferProgress(completed: 0, total: length), report: report)
    }

    /// One pass over the bytes.
    public struct AsyncIterator: AsyncIteratorProtocol {
        private var body: BodyIterator
        private var progress: TransferProgress
        private let report: (@Sendable (TransferProgress) -> Void)?
        private var hasBegun = false

        fileprivate init(
            body: BodyIterator,
            progress: TransferProgress,
            report: (@Sendable (TransferProgress) -> Void)?
        ) {
            self.body = body
            self.progress = progress
            self.report = report
        }

        /// The next chunk; nil after the last one.
        ///
        /// - Throws: ``APIError`` when the connection breaks, and when the response has been read already;
        ///   `CancellationError` when the task is cancelled.
        public mutating func next() async throws -> Data? {
            try await next(isolation: nil)
        }

        /// The same, without leaving the caller's actor while there is something to hand out.
        public mutating func next(isolation actor: isolated (any Actor)?) async throws -> Data? {
            guard let report else { return try await body.next(isolation: actor) }
            if !hasBegun, !body.isRefused { report(progress) }
            hasBegun = true
            guard let chunk = try await body.next(isolation: actor) else { return nil }
            if !chunk.isEmpty {
                progress = progress.advanced(by: chunk.count)
                report(progress)
            }
            return chunk
        }
    }
}
