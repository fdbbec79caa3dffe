/// How a list is read page by page.
package struct Pagination: Hashable, Sendable {
    /// The property of a page that holds its items.
    package var items: MemberPath
    /// The type of an item.
    package var itemType: TypeReference
    package var step: Step

    /// How the next page is asked for.
    package enum Step: Hashable, Sendable {
        /// A property of the page names the next one, and a query parameter takes the name.
        case cursor(parameter: String, next: MemberPath, more: MemberPath?)
        /// A property of the page names the next one, and a member of the JSON body takes the name.
        case bodyCursor(member: String, next: MemberPath, more: MemberPath?)
        /// Query parameters take the identifier of the last or the first item.
        case ids(after: String, before: String?, first: MemberPath?, last: MemberPath, more: MemberPath?)
        /// A query parameter counts pages.
        case number(parameter: String, first: Int, more: MemberPath?)
        /// A query parameter counts the items before the page.
        case offset(parameter: String, more: MemberPath?)
        /// A property of the page has the URL of the next one.
        case url(next: MemberPath, more: MemberPath?)
        /// The header `Link` has it (RFC 8288).
        case link
    }
}
