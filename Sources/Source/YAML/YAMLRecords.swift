/// A text in the file, or in the buffer of decoded texts.
struct YAMLTextSlice {
    private let startAndBuffer: UInt32
    private let count: UInt32

    private static let decodedFlag: UInt32 = 1 << 31

    init(_ range: Range<Int>, isDecoded: Bool = false) {
        startAndBuffer = UInt32(range.lowerBound) | (isDecoded ? Self.decodedFlag : 0)
        count = UInt32(range.count)
    }

    var isDecoded: Bool { startAndBuffer & Self.decodedFlag != 0 }

    var range: Range<Int> {
        let start = Int(startAndBuffer & ~Self.decodedFlag)
        return start..<start + Int(count)
    }
}

/// A node of a ``YAMLTree``: 24 bytes.
struct YAMLNodeRecord {
    let kind: YAMLNode.Kind
    let isQuoted: Bool
    /// What is known of the keys of a mapping.
    let keys: YAMLKeyFilter
    let start: UInt32
    let end: UInt32
    private let content: YAMLTextSlice
    private let keyTableNumber: UInt32

    init(scalar kind: YAMLNode.Kind, text: YAMLTextSlice, isQuoted: Bool, range: Range<Int>) {
        self.kind = kind
        self.isQuoted = isQuoted
        keys = YAMLKeyFilter()
        start = UInt32(range.lowerBound)
        end = UInt32(range.upperBound)
        content = text
        keyTableNumber = 0
    }

    init(
        collection kind: YAMLNode.Kind,
        start: UInt32,
        end: UInt32,
        children: Range<Int>,
        keys: YAMLKeyFilter = YAMLKeyFilter(),
        keyTable: Int? = nil
    ) {
        self.kind = kind
        isQuoted = false
        self.keys = keys
        self.start = start
        self.end = end
        content = YAMLTextSlice(children)
        keyTableNumber = keyTable.map { UInt32($0) + 1 } ?? 0
    }

    /// The text of a scalar; empty for a collection.
    var text: YAMLTextSlice {
        kind.isCollection ? YAMLTextSlice(0..<0) : content
    }

    /// The part of the tree's elements or members that belongs to this node; empty for a scalar.
    var children: Range<Int> {
        kind.isCollection ? content.range : 0..<0
    }

    /// Where the key table of a large mapping begins.
    var keyTable: Int? {
        keyTableNumber == 0 ? nil : Int(keyTableNumber) - 1
    }
}

/// A member of a mapping: 24 bytes.
struct YAMLMemberRecord {
    let key: YAMLTextSlice
    /// The number of the key among those of the tree.
    let keyNumber: UInt32
    let keyStart: UInt32
    let keyEnd: UInt32
    let value: UInt32
}
