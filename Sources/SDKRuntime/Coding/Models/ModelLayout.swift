/// The engine's view of a model: rows with their offsets, independent of the model's type.
///
/// This is one of the places with unsafe code: it reads and writes the members of a model at offsets that it has computed
/// itself, by the rule by which Swift lays out a struct. ``ModelTable`` checks the total size when it is made, a test
/// compares every offset with `MemoryLayout.offset(of:)`, and another reads mutated JSON under the address sanitizer.
///
/// It is `@unchecked Sendable` because of the pointers only: what they point to is written in `init` and never again.
final class ModelLayout: @unchecked Sendable {
    let rows: UnsafeBufferPointer<ModelRow>
    let extrasOffset: Int
    let keys: KeyIndex
    /// The first row of the body; `rows.count` if there is none.
    let firstRow: Int
    /// The row that takes the members which no other row declares.
    let additional: AdditionalMembers?
    private let text: UnsafeMutablePointer<UInt8>

    init(_ drafts: [ModelTableBuilder.Draft], extrasOffset: Int) {
        self.extrasOffset = extrasOffset
        let texts = drafts.map { EncodedRowText($0) }
        let byteCount = texts.reduce(0) { $0 + $1.bytes.count }
        text = .allocate(capacity: max(1, byteCount))
        let rows = UnsafeMutablePointer<ModelRow>.allocate(capacity: max(1, drafts.count))
        var end = text
        var next = drafts.count
        for (index, draft) in drafts.enumerated() {
            var row = draft.row
            texts[index].place(at: end, in: &row)
            end += texts[index].bytes.count
            (rows + index).initialize(to: row)
        }
        for index in drafts.indices.reversed() {
            rows[index].next = next
            if rows[index].isInBody { next = index }
        }
        firstRow = next
        self.rows = UnsafeBufferPointer(start: rows, count: drafts.count)
        additional = (0..<drafts.count).lazy.compactMap { AdditionalMembers(rows[$0], index: $0) }.first
        keys = KeyIndex(drafts.map { $0.row.isInBody ? $0.key : nil })
    }

    deinit {
        rows.deallocate()
        text.deallocate()
    }

    /// Initializes every member with what stands for a missing value.
    func initializeEmpty(_ model: UnsafeMutableRawPointer) {
        for row in rows { row.operations.initializeEmpty(model + row.offset) }
        (model + extrasOffset).initializeMemory(as: ModelExtras.self, to: ModelExtras())
    }

    func extras(of model: UnsafeRawPointer) -> UnsafePointer<ModelExtras> {
        (model + extrasOffset).assumingMemoryBound(to: ModelExtras.self)
    }
}

/// The bytes that belong to a row: its key, the key as it is written, and the value of a constant.
private struct EncodedRowText {
    var bytes: [UInt8]
    private let keyCount: Int
    private let constantCount: Int

    init(_ draft: ModelTableBuilder.Draft) {
        bytes = Array(draft.key.utf8)
        keyCount = bytes.count
        bytes += Array(JSONValue.string(draft.key).description.utf8) + [Byte.colon]
        let constant = draft.constant.map { Array($0.description.utf8) } ?? []
        constantCount = constant.count
        bytes += constant
    }

    /// Copies the bytes to `start` and lets the row point to them.
    func place(at start: UnsafeMutablePointer<UInt8>, in row: inout ModelRow) {
        start.update(from: bytes, count: bytes.count)
        let all = UnsafeBufferPointer(start: start, count: bytes.count)
        row.key = UnsafeBufferPointer(rebasing: all[..<keyCount])
        row.encoded = UnsafeBufferPointer(rebasing: all[keyCount...])
        row.constant = UnsafeBufferPointer(rebasing: all[(bytes.count - constantCount)...])
    }
}
