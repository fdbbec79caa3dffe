/// The keys of a tree, each of which is one string, however many mappings have it.
struct YAMLKeys {
    private(set) var keys: [Key] = []

    struct Key {
        let text: String
        let isASCII: Bool
        let filter: YAMLKeyFilter

        init(_ text: String) {
            self.text = text
            filter = YAMLKeyFilter(text)
            isASCII = text.utf8.allSatisfy { $0 < 0x80 }
        }

        /// Whether the key has the bytes of a text. Equal strings have them where one is ASCII; others can be equal in
        /// another way, with an accent that is a character of its own.
        func hasBytes(of text: String) -> Bool {
            self.text.utf8.count == text.utf8.count && self.text == text
                && (isASCII || self.text.utf8.elementsEqual(text.utf8))
        }
    }

    /// Adds a key that the tree may have already.
    mutating func add(_ text: String) -> UInt32 {
        keys.append(Key(text))
        return UInt32(keys.count - 1)
    }
}

/// Finds the numbers of keys while a tree is built: a hash table with open addressing, at most half full.
struct YAMLKeyIndex {
    /// A key's number, with the place where it was first, or an empty slot.
    private var slots = [Slot?](repeating: nil, count: 256)
    private var count = 0

    private struct Slot {
        let number: UInt32
        let hash: Int
        let text: YAMLTextSlice
    }

    /// The number of a key; a new one is added to the tree's.
    ///
    /// - Parameters:
    ///   - source: The bytes of the file.
    ///   - decoded: The bytes of texts that differ from their source.
    mutating func number(
        of text: YAMLTextSlice,
        in keys: inout YAMLKeys,
        source: [UInt8],
        decoded: [UInt8]
    ) -> UInt32 {
        let key = text.isDecoded ? decoded[text.range] : source[text.range]
        let hash = YAMLKeyTable.hash(key)
        var index = hash & (slots.count - 1)
        while let slot = slots[index] {
            if slot.hash == hash {
                let known = slot.text.isDecoded ? decoded[slot.text.range] : source[slot.text.range]
                if known.elementsEqual(key) { return slot.number }
            }
            index = (index + 1) & (slots.count - 1)
        }
        let number = keys.add(String(decoding: key, as: UTF8.self))
        slots[index] = Slot(number: number, hash: hash, text: text)
        count += 1
        if count * 2 > slots.count { grow() }
        return number
    }

    private mutating func grow() {
        let old = slots
        slots = [Slot?](repeating: nil, count: old.count * 2)
        for case let slot? in old {
            var index = slot.hash & (slots.count - 1)
            while slots[index] != nil { index = (index + 1) & (slots.count - 1) }
            slots[index] = slot
        }
    }
}
