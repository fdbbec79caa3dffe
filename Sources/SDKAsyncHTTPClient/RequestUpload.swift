#if AsyncHTTPClient
    import NIOCore
    import SDKRuntime

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    /// The content of a request while it is sent.
    ///
    /// AsyncHTTPClient reads it in a task that nobody can cancel: a stream that has stopped to produce would be held, and
    /// its task with it, long after the exchange has failed. So it is read in a task that ends with the exchange.
    struct RequestUpload: AsyncSequence, Sendable {
        private let chunks: DemandedElements<Data>

        init(_ stream: HTTPBodyStream) {
            chunks = DemandedElements(stream)
        }

        /// Sends no more.
        func cancel() {
            chunks.cancel()
        }

        func makeAsyncIterator() -> AsyncIterator {
            AsyncIterator(chunks: chunks)
        }

        /// What the stream throws is marked, to be told from what the network throws.
        struct AsyncIterator: AsyncIteratorProtocol {
            fileprivate let chunks: DemandedElements<Data>

            mutating func next() async throws -> ByteBuffer? {
                do {
                    return try await chunks.next().map { ByteBuffer(bytes: $0) }
                } catch {
                    throw RequestStreamFailure(error: error)
                }
            }
        }
    }

    /// What the stream of a request's body threw while it was sent.
    struct RequestStreamFailure: Error {
        let error: any Error
    }
#endif
