/// Sixteen bits that tell of most keys that a mapping has not, without a look at its members.
///
/// Schemas are asked for dozens of keywords of which they have two or three.
struct YAMLKeyFilter {
    private var bits: UInt16 = 0

    mutating func insert(_ key: some Collection<UInt8>) { bits |= Self.bit(for: key) }

    /// False if the mapping has no such key; true if it may have one.
    func mayContain(_ key: some Collection<UInt8>) -> Bool { bits & Self.bit(for: key) != 0 }

    /// The bit of all keys with one length and first letter, which differs for the keywords that are most frequent.
    private static func bit(for key: some Collection<UInt8>) -> UInt16 {
        let first = Int(key.first ?? 0)
        return 1 << UInt16(truncatingIfNeeded: ((first ^ first >> 3) &+ key.count &* 5) & 15)
    }
}
