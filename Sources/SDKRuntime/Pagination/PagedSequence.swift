/// The items of a list that the service hands out page by page.
///
/// ```swift
/// for try await model in client.models.list() {
///     print(model.id)
/// }
/// ```
///
/// A page is fetched when the one before is used up and another item is asked for, never ahead of that. Each loop starts
/// at the first page. Query, headers and options of the call are the same for every page, but for what names the page.
public struct PagedSequence<Page: JSONCodable, Item: Sendable>: AsyncSequence, Sendable {
    /// An item of a page.
    public typealias Element = Item

    /// The pages as a whole, fetched one by one.
    public let pages: PageSequence<Page>

    private let items: @Sendable (Page) -> [Item]

    init(_ pages: PageSequence<Page>, _ items: @escaping @Sendable (Page) -> [Item]) {
        self.pages = pages
        self.items = items
    }

    /// Fetches the first page.
    ///
    /// - Throws: As ``ClientCore/exchange(_:_:)`` does.
    public func firstPage() async throws -> Page {
        try await pages.fetchFirst()
    }

    /// Starts at the first item.
    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(pages: pages.makeAsyncIterator(), items: items)
    }

    /// One pass over the items.
    public struct AsyncIterator: AsyncIteratorProtocol {
        private var pages: PageSequence<Page>.AsyncIterator
        private let items: @Sendable (Page) -> [Item]
        private var rest = [Item]().makeIterator()

        fileprivate init(pages: PageSequence<Page>.AsyncIterator, items: @escaping @Sendable (Page) -> [Item]) {
            self.pages = pages
            self.items = items
        }

        /// The next item; nil after the last one.
        ///
        /// - Throws: As ``PageSequence/AsyncIterator/next()`` does, when the items before have been handed out.
        public mutating func next() async throws -> Item? {
            try await next(isolation: nil)
        }

        /// The same, without leaving the caller's actor while there is something to hand out.
        public mutating func next(isolation actor: isolated (any Actor)?) async throws -> Item? {
            while true {
                if let item = rest.next() { return item }
                guard let page = try await pages.next(isolation: actor) else { return nil }
                rest = items(page).makeIterator()
            }
        }
    }
}
