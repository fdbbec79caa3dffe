package import Source

/// A type with a name.
///
/// A class of constants: types are handed over by lists of them, and a reference costs less than their parts.
package final class TypeDeclaration: Sendable {
    package let id: TypeID
    /// The name in the spec's spelling: a schema's key, or a property's for a type that is written in place; `[]` at
    /// the end marks the type of an array's elements.
    package let name: String
    package let owner: Owner
    package let documentation: Documentation
    package let shape: Shape
    package let source: SourceRange

    init(
        id: TypeID,
        name: String,
        owner: Owner,
        documentation: Documentation,
        shape: Shape,
        source: SourceRange
    ) {
        self.id = id
        self.name = name
        self.owner = owner
        self.documentation = documentation
        self.shape = shape
        self.source = source
    }

    /// The type in another shape.
    func with(_ shape: Shape) -> TypeDeclaration {
        TypeDeclaration(id: id, name: name, owner: owner, documentation: documentation, shape: shape, source: source)
    }

    /// The type under another name.
    ///
    /// - Parameter owner: What it is part of; nil: what it was.
    func named(_ name: String, in owner: Owner? = nil) -> TypeDeclaration {
        TypeDeclaration(
            id: id,
            name: name,
            owner: owner ?? self.owner,
            documentation: documentation,
            shape: shape,
            source: source
        )
    }

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
