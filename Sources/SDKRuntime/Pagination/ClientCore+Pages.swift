extension ClientCore {
    /// Describes a call that is answered page by page. Nothing is sent before the pages are read.
    ///
    /// - Parameters:
    ///   - request: The call for the first page.
    ///   - options: What each call does differently from the client.
    ///   - next: How the next page is asked for.
    ///   - items: The items of a page.
    public func pages<Page: JSONCodable, Item: Sendable>(
        _ request: APIRequest,
        _ options: RequestOptions = .init(),
        next: PageStep<Page>,
        items: @escaping @Sendable (Page) -> [Item]
    ) -> PagedSequence<Page, Item> {
        let call = PageCall(core: self, request: request, options: options)
        return PagedSequence(PageSequence(first: call, step: next, count: { items($0).count }), items)
    }
}
