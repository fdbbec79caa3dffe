/// Finds the row of a key.
///
/// Most members come in the declared order, so the row after the last one is tried first. Any other key is looked up in a
/// table of open addresses, at a place computed from its length and its first and last bytes.
struct KeyIndex {
    private let rows: UnsafeBufferPointer<ModelRow>
    /// The row at each address, or -1; the number of addresses is a power of two.
    private let slots: [Int32]

    init(_ rows: UnsafeBufferPointer<ModelRow>) {
        self.rows = rows
        var capacity = 4
        while capacity < rows.count * 2 { capacity *= 2 }
        var slots = [Int32](repeating: -1, count: capacity)
        for (index, row) in rows.enumerated() where row.isInBody {
            var address = Self.address(head: row.keyHead, tail: Self.tail(of: row.key), count: row.key.count)
            while slots[address & (capacity - 1)] >= 0 { address += 1 }
            slots[address & (capacity - 1)] = Int32(index)
        }
        self.slots = slots
    }

    /// The row of the key whose text begins at the reader's position, or -1; moves the reader behind the key.
    @inline(__always)
    func find(in json: inout JSONReader, expected: Int) -> Int {
        if expected < rows.count {
            let count = rows[expected].key.count
            if count < json.end - json.position, isKey(of: expected, at: json.position),
                json.position[count] == Byte.quote
            {
                json.position += count + 1
                return expected
            }
        }
        return lookUp(&json)
    }

    @inline(never)
    private func lookUp(_ json: inout JSONReader) -> Int {
        let key = json.scanStringBody()
        if key.isEscaped {
            return find(key.text)
        }
        return find(UnsafeBufferPointer(start: key.start, count: key.count), isPadded: true)
    }

    /// The row of a key, or -1.
    func find(_ key: String) -> Int {
        Array(key.utf8).withUnsafeBufferPointer { find($0, isPadded: false) }
    }

    /// - Parameter isPadded: Whether eight bytes may be loaded at the start of a key that is shorter.
    private func find(_ key: UnsafeBufferPointer<UInt8>, isPadded: Bool) -> Int {
        guard let start = key.baseAddress else { return rows.firstIndex { $0.isInBody && $0.key.isEmpty } ?? -1 }
        let head =
            isPadded || key.count >= 8
            ? JSONReader.word(at: start) & Self.mask(key.count) : Self.head(of: key).word
        var address = Self.address(head: head, tail: Self.tail(of: key), count: key.count)
        while true {
            let index = Int(slots[address & (slots.count - 1)])
            if index < 0 { return -1 }
            let row = rows[index]
            if row.key.count == key.count, row.keyHead == head, isRestEqual(row.key, start) { return index }
            address += 1
        }
    }

    /// Whether the bytes of that row's key come next; as many are known to be there.
    @inline(__always)
    private func isKey(of index: Int, at position: UnsafePointer<UInt8>) -> Bool {
        let row = rows.baseAddress.unsafelyUnwrapped + index
        guard JSONReader.word(at: position) & row.pointee.keyMask == row.pointee.keyHead else { return false }
        return isRestEqual(row.pointee.key, position)
    }

    /// Whether the bytes after the first eight are equal.
    @inline(__always)
    private func isRestEqual(_ key: UnsafeBufferPointer<UInt8>, _ other: UnsafePointer<UInt8>) -> Bool {
        guard key.count > 8, let start = key.baseAddress else { return true }
        var index = 8
        while index + 8 <= key.count {
            if JSONReader.word(at: start + index) != JSONReader.word(at: other + index) { return false }
            index += 8
        }
        return JSONReader.word(at: start + key.count - 8) == JSONReader.word(at: other + key.count - 8)
    }

    // MARK: - Hashing

    /// The first eight bytes of a key, zeros after its end, and the bits in which they lie.
    static func head(of key: some Collection<UInt8>) -> (word: UInt64, mask: UInt64) {
        let word = key.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
        return (word, mask(key.count))
    }

    @inline(__always)
    private static func mask(_ count: Int) -> UInt64 {
        count >= 8 ? .max : 1 << (8 * UInt64(count)) - 1
    }

    /// The last eight bytes of a key that has as many, otherwise zero.
    @inline(__always)
    private static func tail(of key: UnsafeBufferPointer<UInt8>) -> UInt64 {
        guard key.count >= 8, let start = key.baseAddress else { return 0 }
        return JSONReader.word(at: start + key.count - 8)
    }

    @inline(__always)
    private static func address(head: UInt64, tail: UInt64, count: Int) -> Int {
        let mixed = (head ^ (tail << 29 | tail >> 35) ^ UInt64(count)) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: mixed >> 40)
    }
}
