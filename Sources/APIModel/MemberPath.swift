/// The way to a value inside another.
package struct MemberPath: Hashable, Sendable {
    package var members: [Member]
    /// Whether the value at the end is a text.
    package var isText: Bool

    package init(members: [Member], isText: Bool) {
        self.members = members
        self.isText = isText
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
