#if AsyncHTTPClient
    import AsyncHTTPClient
    import NIOCore
    import NIOHTTP1
    import SDKRuntime

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    /// Reads the body of a response chunk by chunk, as it is asked to, and gives up when the server falls silent.
    ///
    /// AsyncHTTPClient's own limit for silence is one for all requests of a client, and only the task that reads can close
    /// the connection early. So each chunk is read in a task of its own, which is cancelled when time is up, and when the
    /// caller's task is cancelled. It begins on the caller's thread, where a chunk that has arrived before is read at once.
    final class ResponseBodyReader: Sendable {
        private typealias Buffers = HTTPClientResponse.Body.AsyncIterator

        private enum State: Sendable {
            /// Nobody reads. What is read is handed from one task to the next, and never to two at a time.
            case waiting(Reader)
            /// A task is reading.
            case reading
            /// There is nothing more to read.
            case ended
        }

        private struct Reader: Sendable {
            // An iterator of another module that is not sendable. The lock around the state hands it over: whoever takes
            // it leaves `reading` behind, so that there is one user at a time.
            nonisolated(unsafe) var buffers: Buffers
        }

        private let state: Locked<State>
        private let idle: Duration?
        private let hasContent: Bool
        private let isRefused: Bool
        private let upload: RequestUpload?

        /// - Parameters:
        ///   - response: The response.
        ///   - idle: How long the server may be silent.
        ///   - hasContent: Whether there is anything to read by the request's method and the response's status.
        ///   - upload: The content of the request, which may still be on its way.
        init(_ response: HTTPClientResponse, idle: Duration?, hasContent: Bool, upload: RequestUpload?) {
            state = Locked(.waiting(Reader(buffers: response.body.makeAsyncIterator())))
            self.idle = idle
            self.hasContent = hasContent
            // A server that has refused a request before it was sent as a whole does not want the rest.
            isRefused = response.status.code >= 300
            self.upload = upload
        }

        deinit {
            end(isComplete: false)
        }

        /// The next chunk; nil after the last one. One caller at a time may wait for it.
        func next() async throws -> Data? {
            guard let reader = takeReader() else { return nil }
            do {
                let buffer = try await buffer(of: read(reader))
                try Task.checkCancellation()
                return buffer.map { Data($0.readableBytesView) }
            } catch {
                end(isComplete: false)
                let failure = AsyncHTTPClientFailure.translate(error)
                // NIO takes the content that a packed response to HEAD does not have for one that is cut off.
                if !hasContent, (failure as? TransportError)?.kind == .content { return nil }
                throw failure
            }
        }

        private func takeReader() -> Reader? {
            state.withLock { state in
                guard case .waiting(let reader) = state else { return nil }
                state = .reading
                return reader
            }
        }

        /// Begins to read a buffer, and gives the reader back when it is there.
        private func read(_ reader: Reader) -> Task<ByteBuffer?, any Error> {
            let operation: @Sendable () async throws -> ByteBuffer? = { [self] in
                var reader = reader
                guard let buffer = try await reader.buffers.next() else {
                    end(isComplete: true)
                    return nil
                }
                state.withLock { [reader] in $0 = .waiting(reader) }
                return buffer
            }
            guard #available(macOS 26, iOS 26, tvOS 26, watchOS 26, visionOS 26, *) else {
                return Task(operation: operation)
            }
            return Task.immediate(operation: operation)
        }

        /// Waits for a buffer. One that is there already needs no limit.
        private func buffer(of reading: Task<ByteBuffer?, any Error>) async throws -> ByteBuffer? {
            guard isReading else { return try await reading.value }
            let isExpired = Locked(false)
            let expire: @Sendable () -> Void = {
                isExpired.withLock { $0 = true }
                reading.cancel()
            }
            do {
                return try await withTimeLimit(idle, onExpiry: expire) {
                    try await withTaskCancellationHandler {
                        try await reading.value
                    } onCancel: {
                        reading.cancel()
                    }
                }
            } catch {
                throw isExpired.withLock(\.self) ? TransportError(.timeout, "the response fell silent") : error
            }
        }

        private var isReading: Bool {
            state.withLock { if case .reading = $0 { true } else { false } }
        }

        private func end(isComplete: Bool) {
            // What is let go here may close the connection: not while others wait for the lock.
            let before = state.withLock { state in
                defer { state = .ended }
                return state
            }
            if case .ended = before { return }
            if isRefused || !isComplete { upload?.cancel() }
        }
    }
#endif
