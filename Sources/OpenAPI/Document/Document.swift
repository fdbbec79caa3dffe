package import Source

/// An OpenAPI document with all its files: checked, and with every reference linked.
///
/// What the checker found wrong has been reported and is marked; the views answer nil for it, and stages that come to a
/// marked node pass over it in silence.
package struct Document {
    package let version: OpenAPIVersion
    package let root: OpenAPIObject
    /// How many files it is made of.
    package let fileCount: Int

    /// What the reference in each node leads to, which may be another one.
    private let links: [YAMLNode.ID: YAMLNode?]
    /// What the reference in each node ends at.
    private let ends: [YAMLNode.ID: YAMLNode?]
    private let invalid: Set<YAMLNode.ID>

    init(
        version: OpenAPIVersion,
        root: OpenAPIObject,
        fileCount: Int,
        links: [YAMLNode.ID: YAMLNode?],
        ends: [YAMLNode.ID: YAMLNode?],
        invalid: Set<YAMLNode.ID>
    ) {
        self.version = version
        self.root = root
        self.fileCount = fileCount
        self.links = links
        self.ends = ends
        self.invalid = invalid
    }

    /// The node itself, or what its chain of references ends at; nil where one is broken.
    package func resolve(_ node: YAMLNode) -> YAMLNode? {
        guard node.reference != nil else { return node }
        return isInvalid(node) ? nil : ends[node.identity] ?? nil
    }

    /// What the reference in a node leads to, be it another one; nil where there is none.
    package func next(after node: YAMLNode) -> YAMLNode? { links[node.identity] ?? nil }

    /// The schema that a value of a discriminator's mapping names; nil where there is none, which has been reported.
    package func schema(mappedBy value: YAMLNode) -> YAMLNode? {
        ends[value.identity] ?? nil
    }

    /// A view of the object that a node is or refers to.
    package func view<View: ObjectView>(_ node: YAMLNode, as: View.Type = View.self) -> View? {
        guard let target = resolve(node), !isInvalid(target) else { return nil }
        // Null is an object without keys: where an object needs some, it is invalid.
        guard target.kind == .mapping || target.kind == .null else { return nil }
        return View(target, reachedFrom: node)
    }

    /// Whether a mistake has been reported at this very node.
    package func isInvalid(_ node: YAMLNode) -> Bool {
        invalid.contains(node.identity)
    }
}
