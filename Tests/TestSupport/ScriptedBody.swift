import Foundation
import SDKRuntime

/// A response's body that arrives in chunks, as a transport hands it over: the exchange is closed when the last reference
/// goes away.
package final class ScriptedBody: Sendable {
    /// What comes after the last chunk.
    package enum End: Sendable {
        case normal
        case failure(any Error)
        /// Nothing, until the task is cancelled.
        case silence
    }

    /// What has become of the bodies of a transport.
    package struct Counts: Sendable {
        /// How many exchanges are not closed.
        package var open = 0
        /// How many chunks have been asked for and delivered.
        package var chunks = 0
    }

    private let chunks: [Data]
    private let end: End
    private let counts: Locked<Counts>
    private let position = Locked(0)

    init(_ chunks: [Data], _ end: End, _ counts: Locked<Counts>) {
        self.chunks = chunks
        self.end = end
        self.counts = counts
        counts.withLock { $0.open += 1 }
    }

    deinit {
        counts.withLock { $0.open -= 1 }
    }

    var stream: HTTPBodyStream {
        HTTPBodyStream { [self] in
            HTTPBodyStream.AsyncIterator { try await self.next() }
        }
    }

    private func next() async throws -> Data? {
        let index = position.withLock { position in
            defer { position += 1 }
            return position
        }
        if index < chunks.count {
            counts.withLock { $0.chunks += 1 }
            return chunks[index]
        }
        switch end {
        case .normal: return nil
        case .failure(let error): throw error
        case .silence: try await untilCancelled()
        }
    }
}

/// Waits until the task is cancelled.
package func untilCancelled() async throws -> Never {
    let (silence, _) = AsyncStream.makeStream(of: Never.self)
    for await _ in silence {}
    throw CancellationError()
}
