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

    private let links: [YAMLNode.ID: YAMLNode?]
    private let invalid: Set<YAMLNode.ID>

    init(
        version: OpenAPIVersion,
        root: OpenAPIObject,
        fileCount: Int,
        links: [YAMLNode.ID: YAMLNode?],
        invalid: Set<YAMLNode.ID>
    ) {
        self.version = version
        self.root = root
        self.fileCount = fileCount
        self.links = links
        self.invalid = invalid
    }

    /// The node that a `$ref` in this node points to, one step on; nil without a `$ref` or for a broken one.
    package func link(of node: YAMLNode) -> YAMLNode? {
        links[node.identity] ?? nil
    }

    /// The node itself, or what its chain of references ends at; nil where one is broken.
    package func resolve(_ node: YAMLNode) -> YAMLNode? {
        var current = node
        // No chain is longer than there are links; a longer one is a cycle, which has been reported.
        var steps = 0
        while current.member("$ref") != nil {
            guard steps < links.count, let next = link(of: current) else { return nil }
            current = next
            steps += 1
        }
        return current
    }

    /// A view of the object that a node is or refers to.
    package func view<View: ObjectView>(_ node: YAMLNode, as: View.Type = View.self) -> View? {
        guard let target = resolve(node), target.kind == .mapping, !isInvalid(target) else { return nil }
        return View(target)
    }

    /// Whether a mistake has been reported at this very node.
    package func isInvalid(_ node: YAMLNode) -> Bool {
        invalid.contains(node.identity)
    }
}
