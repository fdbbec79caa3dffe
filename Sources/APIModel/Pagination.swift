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

    /// The way to a value inside another.
    package struct MemberPath: Hashable, Sendable {
        package var members: [Member]
        /// Whether the value at the end is a text.
        package var isText: Bool

        package init(members: [Member], isText: Bool) {
            self.members = members
            self.isText = isText
        }
    }

    /// A property on the way.
    package struct Member: Hashable, Sendable {
        /// The name of the property in the SDK, in the spec's spelling; nil for the last element of an array.
        package var name: String?
        /// Whether the value may be missing or null, and which of them shows how.
        package var absence: Absence

        package init(name: String?, absence: Absence) {
            self.name = name
            self.absence = absence
        }
    }

    /// How a value shows that it is not there.
    package enum Absence: Hashable, Sendable {
        case never, isNil
        /// Three states: nil, null or a value.
        case isNilOrNull
        /// Null or a value.
        case isNull
    }
}
