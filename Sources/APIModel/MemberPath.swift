/// The way to a value inside another.
package struct MemberPath: Hashable, Sendable {
    package var members: [Member]
    /// The type of the value at the end.
    package var type: TypeReference

    package init(members: [Member], type: TypeReference) {
        self.members = members
        self.type = type
    }

    /// Whether the value at the end is a text.
    package var isText: Bool { type == .scalar(.string) }

    /// A property on the way.
    package struct Member: Hashable, Sendable {
        /// The name of the property in the SDK, in the spec's spelling.
        package var name: String
        /// Whether the value may be missing or null, and which of them shows how.
        package var absence: Absence

        package init(name: String, absence: Absence) {
            self.name = name
            self.absence = absence
        }
    }

    /// How a value shows that it is not there.
    package enum Absence: Hashable, Sendable {
        case never, isNil
        /// Three states: nil, null or a value.
        case isNilOrNull
    }
}
