/// The pages of a list, fetched one by one: see ``PagedSequence/pages``.
public struct PageSequence<Page: JSONCodable>: AsyncSequence, Sendable {
    /// A page.
    public typealias Element = Page

    private let first: PageCall
    private let step: PageStep<Page>
    private let count: @Sendable (Page) -> Int

    init(first: PageCall, step: PageStep<Page>, count: @escaping @Sendable (Page) -> Int) {
        self.first = first
        self.step = step
        self.count = count
    }

    func fetchFirst() async throws -> Page {
        try await first.core.send(first.request, first.options)
    }

    /// Starts at the first page.
    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(first: first, step: step, count: count)
    }

    /// One pass over the pages.
    public struct AsyncIterator: AsyncIteratorProtocol {
        private let step: PageStep<Page>
        private let count: @Sendable (Page) -> Int

        /// The call for the next page, nil after the last one; or why it cannot be made.
        private var upcoming: Result<PageCall?, any Error>

        /// What has named a page so far.
        private var seen: Set<PageCall.Identity> = []

        fileprivate init(first: PageCall, step: PageStep<Page>, count: @escaping @Sendable (Page) -> Int) {
            self.step = step
            self.count = count
            upcoming = .success(first)
        }

        /// Whether there is another page, as far as the pages so far tell.
        public var hasNext: Bool {
            if case .success(nil) = upcoming { false } else { true }
        }

        /// Fetches the next page; nil after the last one.
        ///
        /// - Throws: As ``ClientCore/exchange(_:_:)`` does, and ``APIError`` of kind ``APIError/Kind/repeatedPage`` when
        ///   the service names a page that has been fetched before.
        public mutating func next() async throws -> Page? {
            try await next(isolation: nil)
        }

        /// The same, without leaving the caller's actor while there is something to hand out.
        public mutating func next(isolation actor: isolated (any Actor)?) async throws -> Page? {
            let upcoming = upcoming
            self.upcoming = .success(nil)
            guard let call = try upcoming.get() else { return nil }
            let response = try await call.core.exchange(call.request, call.options)
            let page: Page = try response.value()
            let progress = PageProgress(page: page, itemCount: count(page), response: response.raw, call: call)
            self.upcoming = Result { try following(progress) }
            return page
        }

        private mutating func following(_ progress: PageProgress<Page>) throws -> PageCall? {
            guard let move = try step.move(progress) else { return nil }
            let next = try progress.call.applying(move, after: progress.response)
            guard let identity = next.identity(after: move) else { return next }
            if let current = progress.call.identity(after: move, at: progress.response) { seen.insert(current) }
            guard seen.insert(identity).inserted else {
                throw progress.response.head.call.failure(
                    .repeatedPage,
                    "the service names a next page that has been fetched before",
                    in: progress.response.head
                )
            }
            return next
        }
    }
}
