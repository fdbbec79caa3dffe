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
        case union(UnionType)
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
