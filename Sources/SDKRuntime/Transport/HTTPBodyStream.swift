#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A body as a sequence of chunks: an upload that is produced piece by piece, or a response that is still arriving.
///
/// A response can be read once. A request body says with ``isReplayable`` whether each iteration starts at its
/// beginning again.
public struct HTTPBodyStream: AsyncSequence, Sendable {
    /// A chunk of bytes.
    public typealias Element = Data

    /// The number of bytes in all chunks together, if it is known beforehand.
    public let length: Int64?

    /// Whether every iteration yields the same bytes from the start, so that a failed attempt may be repeated.
    public let isReplayable: Bool

    private let iterate: @Sendable () -> AsyncIterator

    /// Makes a stream of an asynchronous sequence of chunks.
    ///
    /// - Parameters:
    ///   - chunks: The bytes in order. Chunk boundaries carry no meaning.
    ///   - length: The number of bytes in all chunks together, if it is known.
    ///   - isReplayable: Whether every iteration of `chunks` starts at its beginning.
    public init<Chunks: AsyncSequence & Sendable>(_ chunks: Chunks, length: Int64? = nil, isReplayable: Bool = false)
    where Chunks.Element == Data {
        self.length = length
        self.isReplayable = isReplayable
        iterate = { AsyncIterator(chunks.makeAsyncIterator()) }
    }

    /// Makes a stream of bytes that are all there already.
    public init(_ data: Data) {
        length = Int64(data.count)
        isReplayable = true
        iterate = {
            var rest = data.isEmpty ? nil : data
            return AsyncIterator {
                defer { rest = nil }
                return rest
            }
        }
    }

    /// Makes a stream from a function that starts an iteration.
    ///
    /// - Parameters:
    ///   - length: The number of bytes in all chunks together, if it is known.
    ///   - isReplayable: Whether every iteration yields the same bytes from the start.
    ///   - iterate: Called once for each iteration.
    public init(length: Int64? = nil, isReplayable: Bool = false, _ iterate: @escaping @Sendable () -> AsyncIterator) {
        self.length = length
        self.isReplayable = isReplayable
        self.iterate = iterate
    }

    /// Starts a pass over the chunks.
    public func makeAsyncIterator() -> AsyncIterator {
        iterate()
    }

    /// One pass over the chunks of a body.
    public struct AsyncIterator: AsyncIteratorProtocol {
        private let nextChunk: () async throws -> Data?

        /// Makes an iterator that asks a function for each chunk; nil ends the body.
        public init(_ nextChunk: @escaping () async throws -> Data?) {
            self.nextChunk = nextChunk
        }

        init<Base: AsyncIteratorProtocol>(_ base: Base) where Base.Element == Data {
            var base = base
            nextChunk = { try await base.next() }
        }

        /// The next chunk, or nil after the last one.
        public mutating func next() async throws -> Data? {
            try await nextChunk()
        }
    }
}

extension HTTPBodyStream {
    /// Reads the body to its end.
    ///
    /// - Throws: What the transport throws while it reads.
    public func collect() async throws -> Data {
        var chunks = makeAsyncIterator()
        guard var bytes = try await chunks.next() else { return Data() }
        if bytes.startIndex != 0 { bytes = Data(bytes) }
        if let length, bytes.count < length, length <= Self.largestReservation {
            bytes.reserveCapacity(Int(length))
        }
        while let chunk = try await chunks.next() {
            bytes.append(chunk)
        }
        return bytes
    }

    /// A `Content-Length` is only a claim: more than this is not reserved before the bytes are there.
    private static var largestReservation: Int64 { 1 << 20 }
}
