/// A document as flat arrays: a compact record per node, and no object, dictionary or string for any of them.
///
/// A record's text is a slice of the file where the two agree, else of ``decoded``.
final class YAMLTree: Sendable {
    let file: FileID
    private let source: [UInt8]
    private let decoded: [UInt8]
    private let nodes: [YAMLNodeRecord]
    private let elements: [UInt32]
    private let members: [YAMLMemberRecord]
    private let keyTables: [UInt32]

    init(file: SourceFile, storage: YAMLStorage) {
        self.file = file.id
        source = file.bytes
        decoded = storage.decoded
        nodes = storage.nodes
        elements = storage.elements
        members = storage.members
        keyTables = storage.keyTables
    }

    func node(_ index: UInt32) -> YAMLNodeRecord { nodes[Int(index)] }

    func element(_ index: Int) -> UInt32 { elements[index] }

    func member(_ index: Int) -> YAMLMemberRecord { members[index] }

    func range(start: UInt32, end: UInt32) -> SourceRange {
        SourceRange(file: file, start: start, end: end)
    }

    func string(_ text: YAMLTextSlice) -> String {
        String(decoding: bytes(text), as: UTF8.self)
    }

    func bytes(_ text: YAMLTextSlice) -> ArraySlice<UInt8> {
        text.isDecoded ? decoded[text.range] : source[text.range]
    }

    /// The place of a key among the members of a mapping's record.
    func memberIndex(of key: String, in mapping: YAMLNodeRecord) -> Int? {
        let range = mapping.children
        if let table = mapping.keyTable {
            let mask = YAMLKeyTable.capacity(for: range.count) - 1
            var slot = YAMLKeyTable.hash(key.utf8) & mask
            while true {
                let entry = keyTables[table + slot]
                if entry == YAMLKeyTable.emptySlot { return nil }
                let index = range.lowerBound + Int(entry)
                if matches(key, members[index].key) { return index }
                slot = (slot + 1) & mask
            }
        }
        return range.first { matches(key, members[$0].key) }
    }

    /// Whether any mapping has one of some keys.
    func hasKey(among keys: [String]) -> Bool {
        members.contains { member in keys.contains { matches($0, member.key) } }
    }

    private func matches(_ key: String, _ text: YAMLTextSlice) -> Bool {
        key.utf8.count == text.range.count && key.utf8.elementsEqual(bytes(text))
    }
}

/// The arrays of a tree while it is built.
struct YAMLStorage {
    var nodes: [YAMLNodeRecord] = []
    var elements: [UInt32] = []
    var members: [YAMLMemberRecord] = []
    /// The hash tables of large mappings, one after the other: the number of a member, or an empty slot.
    var keyTables: [UInt32] = []
    var decoded: [UInt8] = []
}
