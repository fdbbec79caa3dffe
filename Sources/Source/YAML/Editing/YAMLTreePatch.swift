/// Adds nodes to a document, so that an edited one shares all that has not changed with the one that was read.
///
/// The nodes of the document keep their identity; those that are added are part of it too, but keep the ranges of the
/// file they come from.
struct YAMLTreePatch {
    private let base: YAMLTree
    private var storage: YAMLStorage
    private var additions: YAMLAdditions
    /// The nodes of other documents that have been added, so that what is used in several places is one node.
    private var copies: [YAMLNode.ID: UInt32] = [:]

    init(_ base: YAMLTree) {
        self.base = base
        storage = base.storage
        additions = base.earlierAdditions
    }

    func finish(root: UInt32) -> YAMLNode {
        YAMLNode(tree: YAMLTree(base, extendedTo: storage, additions: additions), index: root)
    }

    /// The number of a node of any document, with all that is below it.
    mutating func add(_ node: YAMLNode) -> UInt32 {
        if node.tree.isIdentical(to: base) { return node.index }
        if let known = copies[node.identity] { return known }
        let number: UInt32
        switch node.kind {
        case .sequence:
            number = addSequence(node.elements.map { add($0) }, at: node.range)
        case .mapping:
            let members = node.members.map { (key: $0.key, keyRange: $0.keyRange, value: add($0.value)) }
            number = addMapping(members, at: node.range)
        default:
            let (start, end) = (Int(node.range.start), Int(node.range.end))
            let text = addText(node.text)
            number = add(
                YAMLNodeRecord(scalar: node.kind, text: text, isQuoted: node.isQuoted, range: start..<max(start, end)),
                file: node.range.file
            )
        }
        copies[node.identity] = number
        return number
    }

    /// Gives a node of the document other content.
    mutating func replace(_ index: UInt32, with content: YAMLReplacement, at range: SourceRange) {
        let number = add(content, at: range)
        guard storage.nodes.indices.contains(Int(index)) else { return }
        storage.nodes[Int(index)] = storage.nodes[Int(number)]
    }

    private mutating func add(_ content: YAMLReplacement, at range: SourceRange) -> UInt32 {
        switch content {
        case .node(let node): return add(node)
        case .sequence(let elements): return addSequence(elements.map { add($0, at: range) }, at: range)
        case .mapping(let members):
            return addMapping(
                members.map { (key: $0.key, keyRange: $0.keyRange, value: add($0.value, at: $0.keyRange)) },
                at: range
            )
        case .reference(let text):
            let (start, end) = (Int(range.start), Int(range.end))
            let slice = addText(text)
            let value = add(
                YAMLNodeRecord(scalar: .string, text: slice, isQuoted: true, range: start..<max(start, end)),
                file: range.file
            )
            return addMapping([(key: "$ref", keyRange: range, value: value)], at: range)
        }
    }

    mutating func addSequence(_ elements: [UInt32], at range: SourceRange) -> UInt32 {
        let first = storage.elements.count
        storage.elements += elements
        let children = first..<storage.elements.count
        return add(
            YAMLNodeRecord(collection: .sequence, start: range.start, end: range.end, children: children),
            file: range.file
        )
    }

    /// - Parameter members: Each with another key.
    mutating func addMapping(
        _ members: [(key: String, keyRange: SourceRange, value: UInt32)],
        at range: SourceRange
    ) -> UInt32 {
        let first = storage.members.count
        var keys = YAMLKeyFilter()
        for (key, keyRange, value) in members {
            keys.insert(YAMLKeyFilter.of(key))
            storage.members.append(
                YAMLMemberRecord(
                    key: addText(key),
                    keyNumber: storage.keys.add(key),
                    keyStart: keyRange.start,
                    keyEnd: keyRange.end,
                    value: value
                )
            )
            additions.memberFiles.append(keyRange.file)
        }
        var keyTable: Int?
        if members.count > YAMLKeyTable.threshold {
            keyTable = storage.keyTables.count
            storage.keyTables += YAMLKeyTable.slots(for: members.map(\.key))
        }
        return add(
            YAMLNodeRecord(
                collection: .mapping,
                start: range.start,
                end: range.end,
                children: first..<storage.members.count,
                keys: keys,
                keyTable: keyTable
            ),
            file: range.file
        )
    }

    private mutating func add(_ record: YAMLNodeRecord, file: FileID) -> UInt32 {
        storage.nodes.append(record)
        additions.nodeFiles.append(file)
        return UInt32(storage.nodes.count - 1)
    }

    private mutating func addText(_ text: String) -> YAMLTextSlice {
        let start = storage.decoded.count
        storage.decoded += text.utf8
        return YAMLTextSlice(start..<storage.decoded.count, isDecoded: true)
    }
}
