/// A value of a document that may be changed.
///
/// It stands for a ``YAMLNode`` until something at or below it changes, and ``frozen()`` takes from that node all that
/// did not. Its children are made when they are asked for, so that an edit costs what it touches.
package final class EditableNode {
    /// The node that it was made of: its kind, its text and its range.
    package let origin: YAMLNode
    package private(set) weak var parent: EditableNode?
    private var content: Content?
    /// Whether something at or below it is no longer as in ``origin``; then it is so for all above it.
    package private(set) var isChanged = false
    /// Whether its own children are others than those of ``origin``.
    private var hasOtherChildren = false

    /// A key and its value.
    package struct Member {
        package let key: String
        package let keyRange: SourceRange
        package let value: EditableNode
    }

    private enum Content {
        case sequence([EditableNode])
        case mapping([Member])
    }

    package init(_ origin: YAMLNode) { self.origin = origin }

    package var kind: YAMLNode.Kind { origin.kind }

    /// The values of a sequence; empty for every other kind.
    package var elements: [EditableNode] {
        if case .sequence(let elements) = content { return elements }
        guard kind == .sequence else { return [] }
        let elements = origin.elements.map { EditableNode($0) }
        for element in elements { element.parent = self }
        content = .sequence(elements)
        return elements
    }

    /// The members of a mapping; empty for every other kind.
    package var members: [Member] {
        if case .mapping(let members) = content { return members }
        guard kind == .mapping else { return [] }
        let members = origin.members.map {
            Member(key: $0.key, keyRange: $0.keyRange, value: EditableNode($0.value))
        }
        for member in members { member.value.parent = self }
        content = .mapping(members)
        return members
    }

    /// The values of a sequence or a mapping.
    package var children: [EditableNode] { kind == .mapping ? members.map(\.value) : elements }

    package subscript(key: String) -> EditableNode? { index(of: key).map { members[$0].value } }

    private func index(of key: String) -> Int? {
        if !hasOtherChildren { return origin.position(ofMember: key) }
        return members.firstIndex { $0.key.utf8.elementsEqual(key.utf8) }
    }

    /// How many nodes are above it.
    package var depth: Int {
        var depth = 0
        var node = parent
        while let above = node {
            depth += 1
            node = above.parent
        }
        return depth
    }

    // MARK: Changes

    /// Adds an element at the end of a sequence.
    package func append(_ element: EditableNode) {
        let elements = elements
        element.parent = self
        setContent(.sequence(elements + [element]))
    }

    /// Adds several elements at the end of a sequence.
    package func append(contentsOf more: [EditableNode]) {
        let elements = elements
        for element in more { element.parent = self }
        setContent(.sequence(elements + more))
    }

    /// Sets members of a mapping, in the place of those with the same keys or at the end.
    package func set(_ changes: [Member]) {
        guard !changes.isEmpty else { return }
        var members = members
        for member in changes {
            member.value.parent = self
            if let index = index(of: member.key) {
                // The key stays where it was, so that messages about it point there.
                members[index] = Member(key: member.key, keyRange: members[index].keyRange, value: member.value)
            } else {
                members.append(member)
            }
        }
        setContent(.mapping(members))
    }

    /// Puts another node in the place of this one; false for one that has no place.
    package func replace(with other: EditableNode) -> Bool {
        guard let parent else { return false }
        if parent.kind == .mapping {
            guard let member = parent.members.first(where: { $0.value === self }) else { return false }
            parent.set([Member(key: member.key, keyRange: member.keyRange, value: other)])
        } else {
            other.parent = parent
            parent.setContent(.sequence(parent.elements.map { $0 === self ? other : $0 }))
        }
        self.parent = nil
        return true
    }

    /// Takes children away.
    package func remove(_ isRemoved: (EditableNode) -> Bool) {
        for child in children where isRemoved(child) { child.parent = nil }
        switch kind {
        case .mapping: setContent(.mapping(members.filter { $0.value.parent != nil }))
        case .sequence: setContent(.sequence(elements.filter { $0.parent != nil }))
        default: break
        }
    }

    private func setContent(_ content: Content) {
        self.content = content
        hasOtherChildren = true
        var node: EditableNode? = self
        while let current = node, !current.isChanged {
            current.isChanged = true
            node = current.parent
        }
    }

    // MARK: Results

    /// Another node with the same value, and no place yet.
    package func copy() -> EditableNode {
        let copy = EditableNode(origin)
        guard isChanged else { return copy }
        copy.isChanged = true
        copy.hasOtherChildren = hasOtherChildren
        switch content {
        case .sequence(let elements):
            let elements = elements.map { $0.copy() }
            for element in elements { element.parent = copy }
            copy.content = .sequence(elements)
        case .mapping(let members):
            let members = members.map { Member(key: $0.key, keyRange: $0.keyRange, value: $0.value.copy()) }
            for member in members { member.value.parent = copy }
            copy.content = .mapping(members)
        case nil: break
        }
        return copy
    }

    /// The document with this node as its root. It is the one that the root was made of, where nothing has changed.
    package func frozen() -> YAMLNode {
        guard isChanged else { return origin }
        var patch = YAMLTreePatch(origin.tree)
        let root = freeze(into: &patch)
        return patch.finish(root: root)
    }

    private func freeze(into patch: inout YAMLTreePatch) -> UInt32 {
        guard isChanged else { return patch.add(origin) }
        switch content {
        case .sequence(let elements):
            return patch.addSequence(elements.map { $0.freeze(into: &patch) }, at: origin.range)
        case .mapping(let members):
            let frozen = members.map {
                (key: $0.key, keyRange: $0.keyRange, value: $0.value.freeze(into: &patch))
            }
            return patch.addMapping(frozen, at: origin.range)
        case nil: return patch.add(origin)
        }
    }
}

extension YAMLNode {
    /// The place of a key among the members of a mapping.
    fileprivate func position(ofMember key: String) -> Int? {
        let record = record
        guard record.kind == .mapping else { return nil }
        return tree.memberIndex(of: key, in: record).map { $0 - record.children.lowerBound }
    }
}
