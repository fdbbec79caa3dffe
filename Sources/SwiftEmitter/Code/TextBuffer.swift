/// Text in the making, in UTF-8.
///
/// To append to a string costs several times as much as to copy its bytes, and to append to an array still twice: most parts
/// of a line have a handful of bytes. The buffer is an array that is full already, in which the bytes are written over.
struct TextBuffer {
    private var storage: [UInt8]
    /// How many bytes have been written.
    private(set) var count = 0

    /// - Parameter capacity: How many bytes there is room for at first.
    init(capacity: Int) { storage = [UInt8](repeating: 0, count: max(capacity, 64)) }

    /// What has been written.
    var bytes: ArraySlice<UInt8> { storage[..<count] }

    mutating func append(_ byte: UInt8) {
        makeRoom(for: 1)
        storage[count] = byte
        count += 1
    }

    mutating func append(_ text: String) {
        let length = text.utf8.count
        guard length > 0 else { return }
        text.withBytes { append($0) }
    }

    /// Appends a byte several times.
    mutating func append(_ byte: UInt8, count repetitions: Int) {
        makeRoom(for: repetitions)
        for index in count..<count + repetitions { storage[index] = byte }
        count += repetitions
    }

    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        makeRoom(for: bytes.count)
        storage.withUnsafeMutableBytes { buffer in
            // There is room: the part of the buffer is checked to be inside, and the bytes to fit into it.
            UnsafeMutableRawBufferPointer(rebasing: buffer[count..<count + bytes.count])
                .copyMemory(from: UnsafeRawBufferPointer(bytes))
        }
        count += bytes.count
    }

    private mutating func makeRoom(for more: Int) {
        guard storage.count - count < more else { return }
        storage += repeatElement(0, count: max(storage.count, more))
    }

    /// Forgets what has been written, and keeps the room.
    mutating func removeAll() { count = 0 }
}
