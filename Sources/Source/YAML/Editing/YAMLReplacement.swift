/// What takes the place of a node of a document.
package indirect enum YAMLReplacement {
    /// A node of any document, with all that is below it.
    case node(YAMLNode)
    /// A mapping with the key `$ref` alone.
    case reference(String)
    case sequence([YAMLReplacement])
    /// Members, each with another key.
    case mapping([Member])

    package struct Member {
        package let key: String
        package let keyRange: SourceRange
        package let value: YAMLReplacement

        package init(key: String, keyRange: SourceRange, value: YAMLReplacement) {
            self.key = key
            self.keyRange = keyRange
            self.value = value
        }
    }
}

extension YAMLNode {
    /// The document of this root with other content in some of its nodes, which keep identity and place.
    ///
    /// - Parameter replacements: By node of this document, or of another reading of the same file.
    package func replacing(_ replacements: [(node: YAMLNode, content: YAMLReplacement)]) -> YAMLNode {
        var patch = YAMLTreePatch(tree)
        for (node, content) in replacements where node.document == document {
            patch.replace(node.index, with: content, at: node.range)
        }
        return patch.finish(root: index)
    }
}
