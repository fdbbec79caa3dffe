/// A value of a document: a handle of two words into an immutable ``YAMLTree``.
///
/// An alias is the node of its anchor: same identity, same range.
package struct YAMLNode: Sendable {
    /// What the YAML 1.2 core schema makes of the node.
    package enum Kind: UInt8, Hashable, Sendable {
        case null
        case bool
        case integer
        case float
        case string
        case sequence
        case mapping

        var isCollection: Bool { self == .sequence || self == .mapping }

        /// Written out, so that other modules compare numbers: they would ask for the conformance each time.
        @inlinable
        package static func == (left: Kind, right: Kind) -> Bool { left.number == right.number }

        @inlinable var number: UInt8 {
            switch self {
            case .null: 0
            case .bool: 1
            case .integer: 2
            case .float: 3
            case .string: 4
            case .sequence: 5
            case .mapping: 6
            }
        }
    }

    /// The identity of a node, among all nodes of all files of a run.
    package struct ID: Hashable, Sendable {
        @usableFromInline let file: FileID
        @usableFromInline let index: UInt32

        init(file: FileID, index: UInt32) {
            self.file = file
            self.index = index
        }

        @inlinable var number: UInt64 { UInt64(file.index) << 32 | UInt64(index) }

        @inlinable
        package static func == (left: ID, right: ID) -> Bool { left.number == right.number }

        @inlinable
        package func hash(into hasher: inout Hasher) { hasher.combine(number) }
    }

    let tree: YAMLTree
    let index: UInt32

    init(tree: YAMLTree, index: UInt32) {
        self.tree = tree
        self.index = index
    }

    var record: YAMLNodeRecord { tree.node(index) }

    package var identity: ID { ID(file: tree.file, index: index) }

    /// The file whose document the node is part of. Its ``range`` is in another file where an overlay brought it in.
    package var document: FileID { tree.file }

    /// Whether a mapping anywhere in the node's document has one of some keys: a quick look at all of them.
    package func documentHasKey(among keys: [String]) -> Bool { tree.hasKey(among: keys) }

    /// Whether a mapping anywhere in the node's document has a member with one of some keys and such a value.
    package func documentHasMember(among keys: [String], where isMeant: (YAMLMember) -> Bool) -> Bool {
        tree.hasMember(among: keys, where: isMeant)
    }

    package var kind: Kind { record.kind }

    /// The value's place: a scalar with its quotes, without tag and anchor; a flow collection with its brackets; a block
    /// collection from its first key or dash to the end of its last value.
    package var range: SourceRange { tree.range(ofNode: index) }

    /// The place of a part of a scalar's text, by UTF-8 offsets; all of the scalar where its text is not as in the file,
    /// after an escape for one.
    package func range(inText part: Range<Int>) -> SourceRange {
        let (text, whole) = (record.text, range)
        guard !text.isDecoded, part.lowerBound >= 0, part.upperBound <= text.range.count else { return whole }
        let start = UInt32(text.range.lowerBound)
        return SourceRange(
            file: whole.file,
            start: start + UInt32(part.lowerBound),
            end: start + UInt32(part.upperBound)
        )
    }

    /// A scalar's text after unquoting and folding; a number's spelling in the source, such as `1.10`; empty for a
    /// collection.
    package var text: String { tree.string(record.text) }

    /// Whether the scalar is in quotes or a block scalar.
    package var isQuoted: Bool { record.isQuoted }
}

// MARK: - Scalars

extension YAMLNode {
    /// The text of a string; nil for every other kind.
    package var string: String? {
        let record = record
        return record.kind == .string ? tree.string(record.text) : nil
    }

    /// The bytes of a short string as one number, the last one lowest: to compare it with several words costs little then.
    /// Nil for more than eight bytes, and for every other kind.
    package var word: UInt64? {
        let record = record
        guard record.kind == .string, record.text.range.count <= 8 else { return nil }
        return tree.word(record.text)
    }

    package var bool: Bool? {
        let record = record
        guard record.kind == .bool else { return nil }
        return tree.bytes(record.text).first.map { $0 | 0x20 == UInt8(ascii: "t") }
    }

    /// The exact value; nil for every other kind and beyond `Int64`.
    package var integer: Int? {
        let record = record
        return record.kind == .integer ? CoreSchema.integer(tree.bytes(record.text)) : nil
    }

    /// The nearest value of an integer or a float: an infinity beyond the range of `Double`.
    package var double: Double? {
        let record = record
        guard record.kind == .integer || record.kind == .float else { return nil }
        return CoreSchema.double(tree.bytes(record.text))
    }
}
