import Source

/// Fields by their keys, each of which is looked for once for every member of every object of a document.
///
/// A key's length and first letter tell it from almost all others of its object, and cost less than a hash of the whole.
struct FieldTable: Sendable {
    /// The fields, those of one slot together.
    private let fields: [ObjectDescription.Field]
    /// Where the fields of each slot begin, and at the end, where those of the last one end.
    private let starts: [UInt8]

    private static let slotCount = 64

    /// - Parameter fields: Of several with one key, the first counts.
    init(_ fields: [ObjectDescription.Field]) {
        var slots = [[ObjectDescription.Field]](repeating: [], count: Self.slotCount)
        for field in fields { slots[Self.slot(of: field.key)].append(field) }
        self.fields = slots.flatMap(\.self)
        starts = slots.reduce(into: [0]) { $0.append($0[$0.count - 1] + UInt8($1.count)) }
    }

    subscript(key: String) -> ObjectDescription.Field? {
        let slot = Self.slot(of: key)
        for index in Int(starts[slot])..<Int(starts[slot + 1]) where fields[index].key == key { return fields[index] }
        return nil
    }

    private static func slot(of key: String) -> Int {
        let first = Int(key.firstByte ?? 0)
        return ((first ^ first >> 3) &+ key.utf8.count &* 5) & (slotCount - 1)
    }
}
