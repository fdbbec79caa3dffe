/// The keys of a tree, each of which is one string, however many mappings have it.
struct YAMLKeys {
    private(set) var keys: [Key] = []

    struct Key {
        let text: String
        let isASCII: Bool
        let filter: YAMLKeyFilter

        init(_ text: String) {
            self.text = text
            filter = YAMLKeyFilter.of(text)
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
///
/// Objects of one kind have their keys in one order as a rule, so that the key which followed the last one before is
/// compared first, and a hash is made of the others only.
struct YAMLKeyIndex {
    /// By number, where a key was first, and which key followed it last.
    private var known: [(text: YAMLTextSlice, follower: Int)] = []
    private var last = 0
    private var slots = [Slot?](repeating: nil, count: 256)

    /// A key's number, with its hash.
    private struct Slot {
        let number: Int
        let hash: Int
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
        let key = Self.bytes(text, source, decoded)
        var number = last < known.count ? known[last].follower : 0
        if number >= known.count || !isKey(number, key, source, decoded) {
            number = numberByHash(of: key, text, in: &keys, source, decoded)
            if last < known.count { known[last].follower = number }
        }
        last = number
        return UInt32(number)
    }

    private mutating func numberByHash(
        of key: ArraySlice<UInt8>,
        _ text: YAMLTextSlice,
        in keys: inout YAMLKeys,
        _ source: [UInt8],
        _ decoded: [UInt8]
    ) -> Int {
        let hash = YAMLKeyTable.hash(key)
        var index = hash & (slots.count - 1)
        while let slot = slots[index] {
            if slot.hash == hash, isKey(slot.number, key, source, decoded) { return slot.number }
            index = (index + 1) & (slots.count - 1)
        }
        let number = Int(keys.add(String(decoding: key, as: UTF8.self)))
        slots[index] = Slot(number: number, hash: hash)
        known.append((text: text, follower: 0))
        if known.count * 2 > slots.count { grow() }
        return number
    }

    private func isKey(_ number: Int, _ key: ArraySlice<UInt8>, _ source: [UInt8], _ decoded: [UInt8]) -> Bool {
        let text = known[number].text
        return text.range.count == key.count && Self.bytes(text, source, decoded).elementsEqual(key)
    }

    private static func bytes(_ text: YAMLTextSlice, _ source: [UInt8], _ decoded: [UInt8]) -> ArraySlice<UInt8> {
        text.isDecoded ? decoded[text.range] : source[text.range]
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
