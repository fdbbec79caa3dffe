/// Builds a ``YAMLTree`` from a reader's calls, and guards what no reader does: unique keys, depth, merge keys, and the
/// expansion of aliases.
///
/// A collection's children wait on one stack for all collections that are open, and move to the tree when it closes.
struct YAMLTreeBuilder {
    /// Consumers walk the tree with recursive functions, which must not run out of stack.
    static let maximumDepth = 1_000
    /// How many nodes aliases may add, counting each as a copy; and how many members merge keys may.
    static let maximumExpansion = 1_000_000

    let file: SourceFile
    /// The bytes of the file.
    private let source: [UInt8]
    let report: Report
    var storage = YAMLStorage()
    /// Set when something was reported that leaves no usable tree.
    private(set) var hasFailed = false

    private var frames: [Frame] = []
    private var pendingElements: [UInt32] = []
    var pendingMembers: [YAMLMemberRecord] = []
    private var keyIndex = YAMLKeyIndex()
    private var root: UInt32?
    private var aliasedNodes = 0
    var mergedMembers = 0

    /// A collection that is not closed yet.
    struct Frame {
        let isMapping: Bool
        let start: UInt32
        /// Where its children begin on the stack of pending ones.
        let base: Int
        var key: PendingKey = .none
        var lastEnd: UInt32
        /// Where a merge key is on the stack of pending members.
        var mergeKey: Int?
        var extent = Extent(nodes: 1, height: 0)
    }

    enum PendingKey {
        case none
        case key(YAMLTextSlice, start: UInt32, end: UInt32, isMerge: Bool)
        /// The key was reported, and its value goes with it.
        case invalid
    }

    /// The size of a node with everything below it, aliases counted as copies.
    struct Extent {
        var nodes: Int
        var height: Int
    }

    /// A node that was built, for anchors.
    struct Built {
        let index: UInt32
        let extent: Extent
    }

    init(file: SourceFile, report: Report) {
        self.file = file
        source = file.bytes
        self.report = report
        storage.nodes.reserveCapacity(file.bytes.count / 24)
        storage.members.reserveCapacity(file.bytes.count / 32)
    }

    /// The finished document; nil when it has none or something was reported that leaves no usable tree.
    func finish() -> YAMLNode? {
        guard !hasFailed, frames.isEmpty, let root else { return nil }
        return YAMLNode(tree: YAMLTree(file: file, storage: storage), index: root)
    }

    /// Whether the next node is a key.
    var expectsKey: Bool {
        guard let frame = frames.last, frame.isMapping, case .none = frame.key else { return false }
        return true
    }

    var depth: Int { frames.count }

    mutating func fail(_ rule: Rule, _ message: String, at range: Range<Int>, hint: String? = nil) {
        report.error(rule, message, at: sourceRange(range), hint: hint)
        hasFailed = true
    }

    func sourceRange(_ range: Range<Int>) -> SourceRange {
        SourceRange(file: file.id, bytes: range)
    }

    // MARK: Text

    /// Adds a text that differs from its source.
    mutating func decode(_ append: (inout [UInt8]) -> Void) -> YAMLTextSlice {
        let start = storage.decoded.count
        append(&storage.decoded)
        return YAMLTextSlice(start..<storage.decoded.count, isDecoded: true)
    }

    func kind(ofPlain text: YAMLTextSlice) -> YAMLNode.Kind {
        text.isDecoded
            ? CoreSchema.kind(of: storage.decoded, in: text.range) : CoreSchema.kind(of: source, in: text.range)
    }

    func bytes(_ text: YAMLTextSlice) -> ArraySlice<UInt8> {
        text.isDecoded ? storage.decoded[text.range] : source[text.range]
    }

    // MARK: Nodes

    @discardableResult
    mutating func addScalar(
        _ kind: YAMLNode.Kind,
        text: YAMLTextSlice,
        isQuoted: Bool,
        range: Range<Int>
    ) -> Built {
        let record = YAMLNodeRecord(scalar: kind, text: text, isQuoted: isQuoted, range: range)
        return add(record, extent: Extent(nodes: 1, height: 0))
    }

    /// Adds a node again, at the place of an alias. False when the document would expand beyond the limits.
    mutating func addAlias(of built: Built, range: Range<Int>) -> Bool {
        aliasedNodes += built.extent.nodes
        if aliasedNodes > Self.maximumExpansion {
            let message = "the aliases up to here repeat more than 1,000,000 values"
            fail(.yamlAlias, message, at: range, hint: "use '$ref' instead of nested aliases")
            return false
        }
        if frames.count + built.extent.height > Self.maximumDepth {
            failForDepth(at: range)
            return false
        }
        place(built, end: UInt32(range.upperBound))
        return true
    }

    /// Begins a collection. False when it is nested too deep.
    mutating func begin(mapping isMapping: Bool, at range: Range<Int>) -> Bool {
        guard frames.count < Self.maximumDepth else {
            failForDepth(at: range)
            return false
        }
        let start = UInt32(range.lowerBound)
        let base = isMapping ? pendingMembers.count : pendingElements.count
        frames.append(Frame(isMapping: isMapping, start: start, base: base, lastEnd: UInt32(range.upperBound)))
        return true
    }

    /// Ends the innermost collection: a flow collection after its closing bracket, a block collection, for which the
    /// end is nil, after its last child.
    mutating func end(at end: Int?) -> Built? {
        guard let frame = frames.popLast() else { return nil }
        let endOffset = end.map { UInt32($0) } ?? frame.lastEnd
        let record = frame.isMapping ? closeMapping(frame, end: endOffset) : closeSequence(frame, end: endOffset)
        return add(record, extent: frame.extent)
    }

    private mutating func closeSequence(_ frame: Frame, end: UInt32) -> YAMLNodeRecord {
        let first = storage.elements.count
        storage.elements.append(contentsOf: pendingElements[frame.base...])
        pendingElements.removeSubrange(frame.base...)
        let children = first..<storage.elements.count
        return YAMLNodeRecord(collection: .sequence, start: frame.start, end: end, children: children)
    }

    private mutating func failForDepth(at range: Range<Int>) {
        fail(.yamlDepth, "values are nested more than 1,000 levels deep", at: range)
    }

    private mutating func add(_ record: YAMLNodeRecord, extent: Extent) -> Built {
        let built = Built(index: UInt32(storage.nodes.count), extent: extent)
        storage.nodes.append(record)
        place(built, end: record.end)
        return built
    }

    /// Hands a node to the innermost collection, or makes it the root.
    private mutating func place(_ built: Built, end: UInt32) {
        guard !frames.isEmpty else {
            root = built.index
            return
        }
        let last = frames.count - 1
        frames[last].lastEnd = max(frames[last].lastEnd, end)
        frames[last].extent.nodes += built.extent.nodes
        frames[last].extent.height = max(frames[last].extent.height, built.extent.height + 1)
        guard frames[last].isMapping else {
            pendingElements.append(built.index)
            return
        }
        if case .key(let text, let start, let end, let isMerge) = frames[last].key {
            let number = keyIndex.number(
                of: text,
                in: &storage.keys,
                source: source,
                decoded: storage.decoded
            )
            let member = YAMLMemberRecord(
                key: text,
                keyNumber: number,
                keyStart: start,
                keyEnd: end,
                value: built.index
            )
            if isMerge, let first = frames[last].mergeKey {
                reportDuplicate(member, of: pendingMembers[first])
            } else {
                if isMerge { frames[last].mergeKey = pendingMembers.count }
                pendingMembers.append(member)
            }
        }
        frames[last].key = .none
    }

    // MARK: Keys

    /// Sets the key of the innermost mapping's next value.
    mutating func setKey(_ text: YAMLTextSlice, isPlain: Bool, range: Range<Int>) {
        let isMerge = isPlain && text.range.count == 2 && bytes(text).elementsEqual("<<".utf8)
        setKey(
            .key(text, start: UInt32(range.lowerBound), end: UInt32(range.upperBound), isMerge: isMerge),
            end: range.upperBound
        )
    }

    /// Drops the innermost mapping's next value: its key was reported.
    mutating func setInvalidKey(end: Int) {
        setKey(.invalid, end: end)
    }

    private mutating func setKey(_ key: PendingKey, end: Int) {
        guard !frames.isEmpty else { return }
        let last = frames.count - 1
        frames[last].key = key
        frames[last].lastEnd = max(frames[last].lastEnd, UInt32(end))
    }

    /// Makes a node that is only an anchor's: a key has none otherwise.
    mutating func makeKeyNode(
        _ kind: YAMLNode.Kind,
        text: YAMLTextSlice,
        isQuoted: Bool,
        range: Range<Int>
    ) -> Built {
        let record = YAMLNodeRecord(scalar: kind, text: text, isQuoted: isQuoted, range: range)
        storage.nodes.append(record)
        return Built(index: UInt32(storage.nodes.count - 1), extent: Extent(nodes: 1, height: 0))
    }

    /// The text of a scalar that was built, for an alias that is a key; nil for a collection.
    func keyText(of built: Built) -> YAMLTextSlice? {
        let record = storage.nodes[Int(built.index)]
        return record.kind.isCollection ? nil : record.text
    }
}
