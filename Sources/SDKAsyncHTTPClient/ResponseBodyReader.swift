#if AsyncHTTPClient
    import AsyncHTTPClient
    import NIOCore
    import SDKRuntime

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    /// Reads the body of a response chunk by chunk, as it is asked to, and gives up when the server falls silent.
    ///
    /// AsyncHTTPClient's own limit for silence is one for all requests of a client, and only the task that reads can close
    /// the connection early. So a task of its own reads here, which is cancelled when time is up, when the caller's task is
    /// cancelled, and when nobody is left to read.
    final class ResponseBodyReader: Sendable {
        private let idle: Duration?
        private let demand: AsyncStream<Void>.Continuation
        private let chunks: AsyncThrowingStream<Data, any Error>
        private let source: AsyncThrowingStream<Data, any Error>.Continuation
        private let task: Task<Void, Never>

        init(_ body: HTTPClientResponse.Body, idle: Duration?) {
            let (demands, demand) = AsyncStream.makeStream(of: Void.self)
            let (chunks, source) = AsyncThrowingStream.makeStream(of: Data.self)
            task = Task {
                do {
                    var iterator = body.makeAsyncIterator()
                    for await _ in demands {
                        guard let buffer = try await iterator.next() else { break }
                        source.yield(Data(buffer.readableBytesView))
                    }
                    source.finish()
                } catch {
                    source.finish(throwing: AsyncHTTPClientFailure.translate(error))
                }
            }
            self.idle = idle
            self.demand = demand
            self.chunks = chunks
            self.source = source
        }

        deinit {
            task.cancel()
        }

        func next() async throws -> Data? {
            demand.yield()
            let expire: @Sendable () -> Void = { [source, task] in
                source.finish(throwing: TransportError(.timeout, "the response fell silent"))
                task.cancel()
            }
            return try await withTimeLimit(idle, onExpiry: expire) {
                try await withTaskCancellationHandler {
                    var iterator = chunks.makeAsyncIterator()
                    let chunk = try await iterator.next()
                    try Task.checkCancellation()
                    return chunk
                } onCancel: { [task] in
                    task.cancel()
                }
            }
        }
    }
#endif
