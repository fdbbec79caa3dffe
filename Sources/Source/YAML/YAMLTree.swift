/// A document as flat arrays: a compact record per node, and no object, dictionary or string for any of them.
///
/// A record's text is a slice of the file where the two agree, else of ``Content/decoded``.
///
/// Nodes are handed around by the hundred thousand, and each refers to its tree. To count these references took a tenth of
/// a run. Therefore a tree is never freed: a run needs its few documents up to its end.
struct YAMLTree: @unchecked Sendable {
    /// Unsafe, and yet valid for as long as the process runs: it is allocated and initialised by ``init(_:)``, and nothing
    /// writes to it or frees it. That nobody writes is also why the tree is sendable.
    private let pointer: UnsafePointer<Content>

    private struct Content: Sendable {
        let file: FileID
        let source: [UInt8]
        let decoded: [UInt8]
        let nodes: [YAMLNodeRecord]
        let elements: [UInt32]
        let members: [YAMLMemberRecord]
        let keys: [YAMLKeys.Key]
        let keyTables: [UInt32]
        /// For the nodes and members that an edit has added, the files they come from.
        let additions: YAMLAdditions?

        init(file: FileID, source: [UInt8], storage: YAMLStorage, additions: YAMLAdditions?) {
            self.file = file
            self.source = source
            decoded = storage.decoded
            nodes = storage.nodes
            elements = storage.elements
            members = storage.members
            keys = storage.keys.keys
            keyTables = storage.keyTables
            self.additions = additions
        }
    }

    init(file: SourceFile, storage: YAMLStorage) {
        self.init(Content(file: file.id, source: file.bytes, storage: storage, additions: nil))
    }

    /// A tree with more nodes than another, all of whose nodes it has under the same numbers.
    init(_ base: YAMLTree, extendedTo storage: YAMLStorage, additions: YAMLAdditions) {
        self.init(Content(file: base.file, source: base.source, storage: storage, additions: additions))
    }

    private init(_ content: Content) {
        let pointer = UnsafeMutablePointer<Content>.allocate(capacity: 1)
        pointer.initialize(to: content)
        self.pointer = UnsafePointer(pointer)
    }

    /// Whether two trees are one and the same.
    func isIdentical(to other: YAMLTree) -> Bool { pointer == other.pointer }

    var file: FileID { pointer.pointee.file }
    private var source: [UInt8] { pointer.pointee.source }
    private var decoded: [UInt8] { pointer.pointee.decoded }
    private var nodes: [YAMLNodeRecord] { pointer.pointee.nodes }
    private var elements: [UInt32] { pointer.pointee.elements }
    private var members: [YAMLMemberRecord] { pointer.pointee.members }
    private var keys: [YAMLKeys.Key] { pointer.pointee.keys }
    private var keyTables: [UInt32] { pointer.pointee.keyTables }
    private var additions: YAMLAdditions? { pointer.pointee.additions }

    /// The arrays, for a tree that is to have more.
    var storage: YAMLStorage {
        YAMLStorage(
            nodes: nodes,
            elements: elements,
            members: members,
            keys: YAMLKeys(keys: keys),
            keyTables: keyTables,
            decoded: decoded
        )
    }

    /// What an edit of this tree has added before.
    var earlierAdditions: YAMLAdditions {
        additions ?? YAMLAdditions(firstNode: nodes.count, firstMember: members.count)
    }

    func node(_ index: UInt32) -> YAMLNodeRecord { nodes[Int(index)] }

    func element(_ index: Int) -> UInt32 { elements[index] }

    func member(_ index: Int) -> YAMLMemberRecord { members[index] }

    func range(ofNode index: UInt32) -> SourceRange {
        let record = nodes[Int(index)]
        return SourceRange(file: additions?.file(ofNode: Int(index)) ?? file, start: record.start, end: record.end)
    }

    func keyRange(ofMember index: Int) -> SourceRange {
        let record = members[index]
        return SourceRange(file: additions?.file(ofMember: index) ?? file, start: record.keyStart, end: record.keyEnd)
    }

    func string(_ text: YAMLTextSlice) -> String {
        withBytes(of: text) { String(decoding: $0, as: UTF8.self) }
    }

    /// A text of at most eight bytes as a number.
    func word(_ text: YAMLTextSlice) -> UInt64 {
        withBytes(of: text) { bytes in bytes.reduce(0) { $0 << 8 | UInt64($1) } }
    }

    /// Calls a function with the bytes of a text: a slice of the array would count the references to it.
    private func withBytes<Result>(of text: YAMLTextSlice, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        text.isDecoded
            ? pointer.pointee.decoded.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[text.range])) }
            : pointer.pointee.source.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[text.range])) }
    }

    func bytes(_ text: YAMLTextSlice) -> ArraySlice<UInt8> {
        text.isDecoded ? decoded[text.range] : source[text.range]
    }

    /// The place of a key among the members of a mapping's record.
    func memberIndex(of key: String, in mapping: YAMLNodeRecord) -> Int? {
        guard mapping.keys.mayContain(YAMLKeyFilter.of(key)) else { return nil }
        let range = mapping.children
        if let table = mapping.keyTable {
            let mask = YAMLKeyTable.capacity(for: range.count) - 1
            var slot = YAMLKeyTable.hash(key.utf8) & mask
            while true {
                let entry = keyTables[table + slot]
                if entry == YAMLKeyTable.emptySlot { return nil }
                let index = range.lowerBound + Int(entry)
                if isKey(key, ofMember: index) { return index }
                slot = (slot + 1) & mask
            }
        }
        return range.first { isKey(key, ofMember: $0) }
    }

    /// Whether any mapping has one of some keys.
    func hasKey(among keys: [String]) -> Bool {
        self.keys.contains { known in keys.contains { known.hasBytes(of: $0) } }
    }

    /// Whether any mapping has a member with one of some keys whose value meets a condition: a walk over a flat list.
    func hasMember(among keys: [String], where isMeant: (YAMLMember) -> Bool) -> Bool {
        let isKey = self.keys.map { known in keys.contains { known.hasBytes(of: $0) } }
        guard isKey.contains(true) else { return false }
        return members.indices.contains { index in
            isKey[Int(members[index].keyNumber)] && isMeant(YAMLMember(tree: self, index: index))
        }
    }

    func key(ofMember index: Int) -> String { keys[Int(members[index].keyNumber)].text }

    func isKey(_ text: String, ofMember index: Int) -> Bool { keys[Int(members[index].keyNumber)].hasBytes(of: text) }
}

/// Where the nodes and members come from that a tree has beyond those of its file.
struct YAMLAdditions {
    let firstNode: Int
    let firstMember: Int
    var nodeFiles: [FileID] = []
    var memberFiles: [FileID] = []

    init(firstNode: Int, firstMember: Int) {
        self.firstNode = firstNode
        self.firstMember = firstMember
    }

    func file(ofNode index: Int) -> FileID? { index < firstNode ? nil : nodeFiles[index - firstNode] }

    func file(ofMember index: Int) -> FileID? { index < firstMember ? nil : memberFiles[index - firstMember] }
}

/// The arrays of a tree while it is built.
struct YAMLStorage {
    var nodes: [YAMLNodeRecord] = []
    var elements: [UInt32] = []
    var members: [YAMLMemberRecord] = []
    var keys = YAMLKeys()
    /// The hash tables of large mappings, one after the other: the number of a member, or an empty slot.
    var keyTables: [UInt32] = []
    var decoded: [UInt8] = []
}
