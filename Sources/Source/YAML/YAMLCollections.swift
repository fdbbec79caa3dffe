/// A key and its value.
package struct YAMLMember: Sendable {
    /// The key's text: `200`, `null` and `"200"` are the strings `200`, `null` and `200`.
    package let key: String
    package let keyRange: SourceRange
    package let value: YAMLNode
}

extension YAMLNode {
    /// The values of a sequence; empty for every other kind.
    package var elements: Elements {
        let record = record
        return Elements(tree: tree, range: record.kind == .sequence ? record.children : 0..<0)
    }

    /// The members of a mapping in source order, with unique keys; empty for every other kind.
    ///
    /// What a merge key brought in stands in its place.
    package var members: Members {
        let record = record
        return Members(tree: tree, range: record.kind == .mapping ? record.children : 0..<0)
    }

    package subscript(key: String) -> YAMLNode? {
        memberIndex(of: key).map { YAMLNode(tree: tree, index: tree.member($0).value) }
    }

    package func member(_ key: String) -> YAMLMember? {
        memberIndex(of: key).map { tree.handle(ofMember: $0) }
    }

    private func memberIndex(of key: String) -> Int? {
        let record = record
        return record.kind == .mapping ? tree.memberIndex(of: key, in: record) : nil
    }

    package struct Elements: RandomAccessCollection, Sendable {
        fileprivate let tree: YAMLTree
        fileprivate let range: Range<Int>

        package var startIndex: Int { 0 }
        package var endIndex: Int { range.count }

        package subscript(position: Int) -> YAMLNode {
            precondition(position >= 0 && position < range.count, "index out of range")
            return YAMLNode(tree: tree, index: tree.element(range.lowerBound + position))
        }
    }

    package struct Members: RandomAccessCollection, Sendable {
        fileprivate let tree: YAMLTree
        fileprivate let range: Range<Int>

        package var startIndex: Int { 0 }
        package var endIndex: Int { range.count }

        package subscript(position: Int) -> YAMLMember {
            precondition(position >= 0 && position < range.count, "index out of range")
            return tree.handle(ofMember: range.lowerBound + position)
        }
    }
}

extension YAMLTree {
    fileprivate func handle(ofMember index: Int) -> YAMLMember {
        let record = member(index)
        return YAMLMember(
            key: string(record.key),
            keyRange: keyRange(ofMember: index),
            value: YAMLNode(tree: self, index: record.value)
        )
    }
}
