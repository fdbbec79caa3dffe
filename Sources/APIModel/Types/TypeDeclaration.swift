package import Source

/// A type with a name.
package struct TypeDeclaration: Sendable {
    package var id: TypeID
    /// The name in the spec's spelling: a schema's key, or a property's for a type that is written in place; `[]` at
    /// the end marks the type of an array's elements.
    package var name: String
    package var owner: Owner
    package var documentation: Documentation
    package var shape: Shape
    package var source: SourceRange

    package enum Shape: Sendable {
        case object(ObjectType)
        case enumeration(EnumerationType)
    }

    /// What a type is part of.
    package enum Owner: Hashable, Sendable {
        case api
        case type(TypeID)
        /// The parameters of an operation, by the operation's qualified name.
        case parameters(String)
        /// What an operation answers, by the operation's qualified name.
        case response(String)
    }
}

/// An object with declared properties.
package struct ObjectType: Sendable {
    /// In the spec's order.
    package var properties: [Property]

    package init(properties: [Property]) { self.properties = properties }
}

/// A property of an object.
package struct Property: Sendable {
    package var wireName: String
    /// The name in the SDK, in the spec's spelling.
    package var name: String
    package var documentation: Documentation
    package var type: TypeReference
    package var presence: Presence
    package var source: SourceRange

    /// Whether the property may be left out, and whether it may be null.
    package enum Presence: Hashable, Sendable {
        case required, optional
        /// Always there, maybe null.
        case nullable
        /// Left out, null, or there: three states.
        case optionalNullable
        /// One value only, which nobody writes.
        case constant(Literal)
    }
}

/// A list of known values of a string; others are legal too.
package struct EnumerationType: Hashable, Sendable {
    /// In the spec's order.
    package var values: [String]

    package init(values: [String]) { self.values = values }
}
