/// How the next page of a list is asked for.
///
/// Generated code makes one of what the description says about an operation's pages. Whether there are more pages, where a
/// page says so, is a function `more`: false ends the list; nil, which stands for a page that does not say, goes on.
public struct PageStep<Page>: Sendable {
    /// What leads to the next page; nil after the last one.
    let move: @Sendable (PageProgress<Page>) throws -> PageMove?

    private init(
        more: (@Sendable (Page) -> Bool?)?,
        _ move: @escaping @Sendable (PageProgress<Page>) throws -> PageMove?
    ) {
        self.move = { progress in
            more?(progress.page) == false ? nil : try move(progress)
        }
    }

    /// The page names the next one, and a query parameter asks for it. The list ends at a page without a name for the
    /// next one; an empty page with one does not end it.
    ///
    /// - Parameters:
    ///   - parameter: The query parameter.
    ///   - more: Whether there are more pages.
    ///   - next: The name of the next page.
    public static func cursor(
        _ parameter: String,
        more: (@Sendable (Page) -> Bool?)? = nil,
        _ next: @escaping @Sendable (Page) -> String?
    ) -> Self {
        Self(more: more) { progress in
            cursor(parameter, next(progress.page))
        }
    }

    /// The page names the next one, and a member of the request's JSON body asks for it; else as ``cursor(_:more:_:)``.
    ///
    /// - Parameters:
    ///   - member: The member of the body.
    ///   - more: Whether there are more pages.
    ///   - next: The name of the next page, or its number: what the member is to be.
    public static func cursor<Name: JSONCodable>(
        body member: String,
        more: (@Sendable (Page) -> Bool?)? = nil,
        _ next: @escaping @Sendable (Page) -> Name?
    ) -> Self {
        Self(more: more) { progress in
            var notes = DeprecationNotes()
            let name = try next(progress.page).map { try notes.json($0) }
            return name == .null || name == "" ? nil : name.map { .bodyCursor(member, $0) }
        }
    }

    /// A query parameter asks for what comes after the last item of the page or, if the call asks for what is before an
    /// item, another one for what comes before the first. The list ends at an empty page, too.
    ///
    /// - Parameters:
    ///   - after: The query parameter that takes the identifier of the last item.
    ///   - before: The query parameter that takes the identifier of the first item, if there is one.
    ///   - more: Whether there are more pages.
    ///   - first: The identifier of the page's first item.
    ///   - last: The identifier of the page's last item.
    public static func ids(
        after: String,
        before: String? = nil,
        more: (@Sendable (Page) -> Bool?)? = nil,
        first: @escaping @Sendable (Page) -> String? = { _ in nil },
        last: @escaping @Sendable (Page) -> String?
    ) -> Self {
        Self(more: more) { progress in
            guard progress.itemCount > 0 else { return nil }
            if let before, progress.call.parameter(before) != nil {
                return cursor(before, first(progress.page))
            }
            return cursor(after, last(progress.page))
        }
    }

    /// A query parameter counts pages. The list ends at an empty page, too.
    ///
    /// - Parameters:
    ///   - parameter: The query parameter.
    ///   - first: The number of the first page, for a call that does not say where to start.
    ///   - more: Whether there are more pages.
    public static func number(
        _ parameter: String,
        from first: Int = 1,
        more: (@Sendable (Page) -> Bool?)? = nil
    ) -> Self {
        Self(more: more) { progress in
            position(parameter, from: first, advancedBy: progress.itemCount > 0 ? 1 : 0, progress)
        }
    }

    /// A query parameter counts the items before the page. The list ends at an empty page, too.
    ///
    /// - Parameters:
    ///   - parameter: The query parameter. A call that does not set it starts at 0.
    ///   - more: Whether there are more pages.
    public static func offset(_ parameter: String, more: (@Sendable (Page) -> Bool?)? = nil) -> Self {
        Self(more: more) { progress in
            position(parameter, from: 0, advancedBy: progress.itemCount, progress)
        }
    }

    /// The page has the URL of the next one, absolute or relative to its own. Credentials go along only to the origin of
    /// the client's base URL.
    ///
    /// The URL is taken as it is: the query of the call before is not added to it.
    ///
    /// - Parameters:
    ///   - more: Whether there are more pages.
    ///   - next: The URL of the next page.
    public static func url(
        more: (@Sendable (Page) -> Bool?)? = nil,
        _ next: @escaping @Sendable (Page) -> String?
    ) -> Self {
        Self(more: more) { progress in
            next(progress.page).flatMap { $0.isEmpty ? nil : .url($0) }
        }
    }

    /// The response has a `Link` header (RFC 8288) of relation `next` with the URL of the next page, which is taken as
    /// ``url(more:_:)`` does.
    public static var link: Self {
        Self(more: nil) { progress in
            LinkHeader.target(of: "next", in: progress.response.headers).map { .url($0) }
        }
    }

    private static func cursor(_ parameter: String, _ value: String?) -> PageMove? {
        value.flatMap { $0.isEmpty ? nil : .cursor(parameter, .string($0)) }
    }

    private static func position(
        _ parameter: String,
        from start: Int,
        advancedBy count: Int,
        _ progress: PageProgress<Page>
    ) -> PageMove? {
        let current = progress.call.parameter(parameter).flatMap { $0.intValue ?? $0.stringValue.flatMap { Int($0) } }
        let (next, hasOverflown) = (current ?? start).addingReportingOverflow(count)
        return count == 0 || hasOverflown ? nil : .position(parameter, .number(JSONNumber(next)))
    }
}
