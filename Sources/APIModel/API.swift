package import Source

/// What the SDK of one API offers: no OpenAPI in it and no Swift.
///
/// Differences between versions, spellings and file layouts of a document die before it; names in the target language
/// are born after it. Names in it are the spec's own.
package struct API: Sendable {
    package var title: String
    package var documentation: Documentation
    package var version: String
    package var service: Service
    /// The resource at the root of the tree, which has no name.
    package var root: Resource
    /// Every type, at the place that its `TypeID` names.
    package var types: [TypeDeclaration]

    package subscript(id: TypeID) -> TypeDeclaration { types[id.index] }

    /// The types that are not part of another, in the order of their names.
    package var topLevelTypes: [TypeDeclaration] {
        types.filter { $0.owner == .api }.sorted { ($0.name, $0.source) < ($1.name, $1.source) }
    }
}

/// The text that a spec's author wrote about something.
package struct Documentation: Hashable, Sendable {
    /// One line.
    package var summary: String?
    /// Prose, CommonMark.
    package var text: String?
    /// Whether the author advises against its use.
    package var isDeprecated: Bool

    package init(summary: String? = nil, text: String? = nil, isDeprecated: Bool = false) {
        self.summary = summary
        self.text = text
        self.isDeprecated = isDeprecated
    }
}
