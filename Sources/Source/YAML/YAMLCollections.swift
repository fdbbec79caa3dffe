/// A key and its value: a handle like ``YAMLNode``, so that a key is only made a string where its text is asked for.
package struct YAMLMember: Sendable {
    let tree: YAMLTree
    let index: Int

    /// The key's text: `200`, `null` and `"200"` are the strings `200`, `null` and `200`.
    package var key: String { tree.key(ofMember: index) }
    package var keyRange: SourceRange { tree.keyRange(ofMember: index) }
    package var value: YAMLNode { YAMLNode(tree: tree, index: tree.member(index).value) }

    /// Whether the key is a text.
    package func hasKey(_ text: String) -> Bool { tree.isKey(text, ofMember: index) }

    /// Whether the key begins with an ASCII text.
    package func hasKeyPrefix(_ prefix: String) -> Bool {
        tree.bytes(tree.member(index).key).starts(with: prefix.utf8)
    }
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

    /// Whether the node is a mapping with a key that begins with a dollar sign.
    package var hasDollarKey: Bool { record.keys.hasDollar }

    /// Calls a function with each value of a mapping or a sequence that is one itself, in source order.
    package func forEachCollection(_ body: (YAMLNode) -> Void) {
        let record = record
        for position in record.children {
            let index = record.kind == .mapping ? tree.member(position).value : tree.element(position)
            if tree.node(index).kind.isCollection { body(YAMLNode(tree: tree, index: index)) }
        }
    }

    package subscript(key: String) -> YAMLNode? {
        memberIndex(of: key).map { YAMLNode(tree: tree, index: tree.member($0).value) }
    }

    package func member(_ key: String) -> YAMLMember? {
        memberIndex(of: key).map { YAMLMember(tree: tree, index: $0) }
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

        package func makeIterator() -> Iterator { Iterator(tree: tree, rest: range) }

        /// Steps through the elements, which costs less than to ask for each by its position.
        package struct Iterator: IteratorProtocol {
            fileprivate let tree: YAMLTree
            fileprivate var rest: Range<Int>

            package mutating func next() -> YAMLNode? {
                rest.popFirst().map { YAMLNode(tree: tree, index: tree.element($0)) }
            }
        }
    }

    package struct Members: RandomAccessCollection, Sendable {
        fileprivate let tree: YAMLTree
        fileprivate let range: Range<Int>

        package var startIndex: Int { 0 }
        package var endIndex: Int { range.count }

        package subscript(position: Int) -> YAMLMember {
            precondition(position >= 0 && position < range.count, "index out of range")
            return YAMLMember(tree: tree, index: range.lowerBound + position)
        }

        package func makeIterator() -> Iterator { Iterator(tree: tree, rest: range) }

        /// Steps through the members, which costs less than to ask for each by its position.
        package struct Iterator: IteratorProtocol {
            fileprivate let tree: YAMLTree
            fileprivate var rest: Range<Int>

            package mutating func next() -> YAMLMember? {
                rest.popFirst().map { YAMLMember(tree: tree, index: $0) }
            }
        }
    }
}
