/// Fields by their keys, each of which is looked for once for every member of every object of a document.
///
/// A key's length and first letter tell it from almost all others of its object, and cost less than a hash of the whole.
struct FieldTable: Sendable {
    private var slots: [[ObjectDescription.Field]]

    private static let slotCount = 64

    /// - Parameter fields: Of several with one key, the first counts.
    init(_ fields: [ObjectDescription.Field]) {
        slots = Array(repeating: [], count: Self.slotCount)
        for field in fields { slots[Self.slot(of: field.key)].append(field) }
    }

    subscript(key: String) -> ObjectDescription.Field? {
        slots[Self.slot(of: key)].first { $0.key == key }
    }

    private static func slot(of key: String) -> Int {
        let first = Int(key.utf8.first ?? 0)
        return ((first ^ first >> 3) &+ key.utf8.count &* 5) & (slotCount - 1)
    }
}
