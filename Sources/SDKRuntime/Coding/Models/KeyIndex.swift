/// Finds the place of a key in a list of keys, comparing bytes.
///
/// Members mostly come in the declared order, so the key that is expected next is tried first. Any other key is looked up
/// in a table of open addresses, at a place computed from its length and its first and last bytes.
///
/// The engine's pointers end here and in ``ModelLayout``: the keys lie in one block that belongs to the index and is
/// written in `init` only, which is why it may be shared.
final class KeyIndex: @unchecked Sendable {
    private struct Key {
        let text: UnsafeBufferPointer<UInt8>
        /// The first eight bytes, zeros after the end, and the bits in which they lie.
        let head: UInt64
        let mask: UInt64
    }

    private let keys: UnsafeMutableBufferPointer<Key>
    private let block: UnsafeMutableBufferPointer<UInt8>
    /// The key at each address, or -1; the number of addresses is a power of two.
    private let slots: [Int32]

    /// - Parameter keys: The keys in order; nil for a place that has none. The first of equal keys counts.
    init(_ texts: [String?]) {
        let bytes = texts.map { Array(($0 ?? "").utf8) }
        keys = .allocate(capacity: texts.count)
        block = .allocate(capacity: bytes.reduce(8) { $0 + $1.count })
        var capacity = 4
        while capacity < texts.count * 2 { capacity *= 2 }
        var slots = [Int32](repeating: -1, count: capacity)
        var end = 0
        for (index, text) in bytes.enumerated() {
            let range = end..<end + text.count
            _ = UnsafeMutableBufferPointer(rebasing: block[range]).initialize(from: text)
            end = range.upperBound
            let key = UnsafeBufferPointer(rebasing: UnsafeBufferPointer(block)[range])
            keys.initializeElement(at: index, to: Key(text: key, head: Self.head(of: key), mask: Self.mask(key.count)))
            guard texts[index] != nil else { continue }
            var address = Self.address(head: keys[index].head, tail: Self.tail(of: key), count: key.count)
            while slots[address & (capacity - 1)] >= 0 { address += 1 }
            slots[address & (capacity - 1)] = Int32(index)
        }
        block[end...].initialize(repeating: 0)
        self.slots = slots
    }

    deinit {
        keys.deallocate()
        block.deallocate()
    }

    /// The place of the key whose text begins at the reader's position, or -1; moves the reader behind the key.
    @inline(__always)
    func find(in json: inout JSONReader, expected: Int) -> Int {
        if expected < keys.count {
            let key = keys.baseAddress.unsafelyUnwrapped + expected
            let count = key.pointee.text.count
            if count < json.end - json.position,
                JSONReader.word(at: json.position) & key.pointee.mask == key.pointee.head,
                Self.isRestEqual(key.pointee.text, json.position), json.position[count] == Byte.quote
            {
                json.position += count + 1
                return expected
            }
        }
        return lookUp(&json)
    }

    @inline(never)
    private func lookUp(_ json: inout JSONReader) -> Int {
        find(json.scanStringBody())
    }

    /// The place of the key that was read, or -1.
    func find(_ key: StringSpan) -> Int {
        if key.isEscaped { return find(key.text) }
        let head = JSONReader.word(at: key.start) & Self.mask(key.count)
        return find(UnsafeBufferPointer(start: key.start, count: key.count), head: head)
    }

    /// The place of a key, or -1.
    func find(_ key: String) -> Int {
        var key = key
        return key.withUTF8 { find($0, head: Self.head(of: $0)) }
    }

    private func find(_ key: UnsafeBufferPointer<UInt8>, head: UInt64) -> Int {
        var address = Self.address(head: head, tail: Self.tail(of: key), count: key.count)
        while true {
            let index = Int(slots[address & (slots.count - 1)])
            if index < 0 { return -1 }
            if keys[index].head == head, keys[index].text.count == key.count, isRestEqual(index, key) { return index }
            address += 1
        }
    }

    private func isRestEqual(_ index: Int, _ key: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let start = key.baseAddress else { return true }
        return Self.isRestEqual(keys[index].text, start)
    }

    /// Whether the bytes after the first eight are equal; the last step may look at some of them again.
    @inline(__always)
    private static func isRestEqual(_ key: UnsafeBufferPointer<UInt8>, _ other: UnsafePointer<UInt8>) -> Bool {
        guard key.count > 8, let start = key.baseAddress else { return true }
        var index = 8
        while index + 8 <= key.count {
            if JSONReader.word(at: start + index) != JSONReader.word(at: other + index) { return false }
            index += 8
        }
        return JSONReader.word(at: start + key.count - 8) == JSONReader.word(at: other + key.count - 8)
    }

    // MARK: - Hashing

    private static func head(of key: UnsafeBufferPointer<UInt8>) -> UInt64 {
        key.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
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
