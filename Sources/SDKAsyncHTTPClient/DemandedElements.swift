#if AsyncHTTPClient
    /// The elements of a sequence, read one by one as they are asked for in a task of its own, so that the reading can be
    /// ended from outside: by cancelling it, and by letting go of this.
    final class DemandedElements<Element: Sendable>: Sendable {
        private let demand: AsyncStream<Void>.Continuation
        private let elements: AsyncThrowingStream<Element, any Error>
        private let source: AsyncThrowingStream<Element, any Error>.Continuation
        private let task: Task<Void, Never>

        /// Prepares to read a sequence.
        init<Base: AsyncSequence & Sendable>(_ base: Base) where Base.Element == Element {
            let (demands, demand) = AsyncStream.makeStream(of: Void.self)
            let (elements, source) = AsyncThrowingStream.makeStream(of: Element.self)
            task = Task {
                do {
                    var iterator = base.makeAsyncIterator()
                    for await _ in demands {
                        guard let element = try await iterator.next() else { break }
                        source.yield(element)
                    }
                    source.finish()
                } catch {
                    source.finish(throwing: error)
                }
            }
            self.demand = demand
            self.elements = elements
            self.source = source
        }

        deinit {
            task.cancel()
        }

        /// The next element; nil after the last one. One caller at a time may wait for it.
        func next() async throws -> Element? {
            demand.yield()
            var iterator = elements.makeAsyncIterator()
            return try await iterator.next()
        }

        /// Ends the reading. Who waits for an element gets the error.
        func cancel(throwing error: any Error = CancellationError()) {
            source.finish(throwing: error)
            task.cancel()
        }
    }
#endif
