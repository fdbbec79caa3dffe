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
            isASCII = Array(text.utf8).allSatisfy { $0 < 0x80 }
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
    /// A key's number plus one, with 32 bits of its hash in front, which also say where it is looked for; 0 for none.
    private var slots = [UInt64](repeating: 0, count: 256)

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
        // Buffers, because slices of the arrays would count the references to these, for each key of a document.
        source.withUnsafeBufferPointer { source in
            decoded.withUnsafeBufferPointer { decoded in
                UInt32(number(of: text, in: &keys, Texts(source: source, decoded: decoded)))
            }
        }
    }

    /// The bytes of all texts, for as long as the arrays are borrowed.
    private struct Texts {
        let source: UnsafeBufferPointer<UInt8>
        let decoded: UnsafeBufferPointer<UInt8>

        func bytes(of text: YAMLTextSlice) -> UnsafeBufferPointer<UInt8> {
            UnsafeBufferPointer(rebasing: (text.isDecoded ? decoded : source)[text.range])
        }
    }

    private mutating func number(of text: YAMLTextSlice, in keys: inout YAMLKeys, _ texts: Texts) -> Int {
        let key = texts.bytes(of: text)
        var number = last < known.count ? known[last].follower : 0
        if number >= known.count || !isKey(number, key, texts) {
            number = numberByHash(of: key, text, in: &keys, texts)
            if last < known.count { known[last].follower = number }
        }
        last = number
        return number
    }

    private mutating func numberByHash(
        of key: UnsafeBufferPointer<UInt8>,
        _ text: YAMLTextSlice,
        in keys: inout YAMLKeys,
        _ texts: Texts
    ) -> Int {
        let hash = UInt64(truncatingIfNeeded: YAMLKeyTable.hash(key)) >> 32
        var index = Int(hash) & (slots.count - 1)
        while slots[index] != 0 {
            let number = Int(slots[index] & 0xFFFF_FFFF) - 1
            if slots[index] >> 32 == hash, isKey(number, key, texts) { return number }
            index = (index + 1) & (slots.count - 1)
        }
        let number = Int(keys.add(String(decoding: key, as: UTF8.self)))
        slots[index] = hash << 32 | UInt64(number + 1)
        known.append((text: text, follower: 0))
        if known.count * 2 > slots.count { grow() }
        return number
    }

    private func isKey(_ number: Int, _ key: UnsafeBufferPointer<UInt8>, _ texts: Texts) -> Bool {
        let text = known[number].text
        return text.range.count == key.count && texts.bytes(of: text).isEqual(to: key)
    }

    private mutating func grow() {
        let old = slots
        slots = [UInt64](repeating: 0, count: old.count * 2)
        for slot in old where slot != 0 {
            var index = Int(slot >> 32) & (slots.count - 1)
            while slots[index] != 0 { index = (index + 1) & (slots.count - 1) }
            slots[index] = slot
        }
    }
}
