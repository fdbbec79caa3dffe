/// The layout of a large mapping's hash table: open addressing over member numbers, at most half full.
enum YAMLKeyTable {
    /// Mappings with more members have a table; in smaller ones a linear search is as quick.
    static let threshold = 16

    static let emptySlot = UInt32.max

    /// A power of two.
    static func capacity(for count: Int) -> Int {
        var capacity = 64
        while capacity < count * 2 { capacity *= 2 }
        return capacity
    }

    /// The slots for unique keys, each with the number of its key.
    static func slots(for keys: [String]) -> [UInt32] {
        let capacity = capacity(for: keys.count)
        var slots = [UInt32](repeating: emptySlot, count: capacity)
        for (number, key) in keys.enumerated() {
            var slot = hash(key.utf8) & (capacity - 1)
            while slots[slot] != emptySlot { slot = (slot + 1) & (capacity - 1) }
            slots[slot] = UInt32(number)
        }
        return slots
    }

    /// Seeded anew in each process, so that no document can be made of colliding keys.
    ///
    /// Words of seven bytes are mixed by the two halves of a product, as wyhash does it: `Hasher` takes several times as
    /// long for keys, which are short.
    static func hash(_ bytes: some Sequence<UInt8>) -> Int {
        var state = seed
        var word: UInt64 = 1
        for byte in bytes {
            // The leading 1 tells words of different lengths apart.
            if word >> 56 != 0 {
                state = mix(state ^ word)
                word = 1
            }
            word = word << 8 | UInt64(byte)
        }
        return Int(truncatingIfNeeded: mix(mix(state ^ word)))
    }

    private static func mix(_ value: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: multiplier)
        return product.high ^ product.low
    }

    private static let seed = UInt64.random(in: .min ... .max)
    private static let multiplier = UInt64.random(in: .min ... .max) | 1
}
