/// Sixteen bits that tell of most keys that a mapping has not, without a look at its members.
///
/// Schemas are asked for dozens of keywords of which they have two or three.
struct YAMLKeyFilter {
    private var bits: UInt16

    /// The filter of a mapping without keys.
    init() { bits = 0 }

    /// The filter of one key: a bit for all keys with its length and first letter, which differs for the keywords that are
    /// most frequent, and another where it begins with a dollar sign.
    ///
    /// A function, because an initialiser takes its key over, which counts a reference at every look at a mapping.
    static func of(_ key: String) -> YAMLKeyFilter {
        let first = Int(key.firstByte ?? 0)
        var filter = YAMLKeyFilter()
        filter.bits = 1 << UInt16(truncatingIfNeeded: ((first ^ first >> 3) &+ key.utf8.count &* 5) % 15)
        if first == Int(UInt8(ascii: "$")) { filter.bits |= dollar }
        return filter
    }

    private static let dollar: UInt16 = 1 << 15

    mutating func insert(_ key: YAMLKeyFilter) { bits |= key.bits }

    /// False if the mapping has no such key; true if it may have one.
    func mayContain(_ key: YAMLKeyFilter) -> Bool { bits & key.bits == key.bits }

    /// Whether a key of the mapping begins with a dollar sign.
    var hasDollar: Bool { bits & Self.dollar != 0 }
}
