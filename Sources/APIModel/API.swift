/// What the SDK of one API offers: no OpenAPI in it and no Swift.
///
/// Differences between versions, spellings and file layouts of a document die before it; names in the target language
/// are born after it. Names in it are the spec's own.
///
/// A class, because all that writes text holds it: a reference costs less to hand over than its parts.
package final class API: Sendable {
    package let title: String
    package let documentation: Documentation
    package let version: String
    package let service: Service
    /// The resource at the root of the tree, which has no name.
    package let root: Resource
    /// What the service sends on its own account, in the document's order.
    package let payloads: [Payload]
    /// All types, in the order in which they were made.
    package let types: [TypeDeclaration]
    /// The types that are not part of another, in the order of their names.
    package let topLevelTypes: [TypeDeclaration]
    /// The types that are part of something, by what that is, in the spec's order.
    private let parts: [TypeDeclaration.Owner: [TypeDeclaration]]
    /// The types that are part of a type, by the place of its identity: most are, and a number is found without a hash.
    private let partsOfTypes: [[TypeDeclaration]]
    /// The place of each type in the list of all.
    private let positions: TypeTable<Int>

    package init(
        title: String,
        documentation: Documentation,
        version: String,
        service: Service,
        root: Resource,
        payloads: [Payload] = [],
        types: [TypeDeclaration]
    ) {
        self.title = title
        self.documentation = documentation
        self.version = version
        self.service = service
        self.root = root
        self.payloads = payloads
        var parts: [TypeDeclaration.Owner: [TypeDeclaration]] = [:]
        var partsOfTypes: [[TypeDeclaration]] = []
        for type in types {
            guard case .type(let owner) = type.owner else {
                parts[type.owner, default: []].append(type)
                continue
            }
            while partsOfTypes.count <= owner.index { partsOfTypes.append([]) }
            partsOfTypes[owner.index].append(type)
        }
        self.partsOfTypes = partsOfTypes
        topLevelTypes = (parts[.api] ?? []).sorted { $0.name < $1.name }
        self.parts = parts
        self.types = types
        var positions = TypeTable<Int>()
        for (position, type) in types.enumerated() where positions[type.id] == nil { positions[type.id] = position }
        self.positions = positions
    }

    /// A type by its identity.
    package func type(_ id: TypeID) -> TypeDeclaration? { positions[id].map { types[$0] } }

    /// The types that are part of something, in the spec's order.
    package func parts(of owner: TypeDeclaration.Owner) -> [TypeDeclaration] {
        guard case .type(let id) = owner else { return parts[owner] ?? [] }
        return partsOfTypes.indices.contains(id.index) ? partsOfTypes[id.index] : []
    }
}
