import Foundation

/// A gzip file (RFC 1952) of zeros that never ends: 159 bytes for each that is sent.
///
/// It is made by hand, because no library compresses without an end: one DEFLATE block (RFC 1951) with fixed codes that
/// says zero once, and then for ever "the byte before, 258 times".
enum EndlessZeros {
    /// What comes first.
    static let head = Data([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF] + bytes.prefix(2))

    /// What comes then, again and again: 2 MB of zeros.
    static let cycle = Data((0..<1000).flatMap { _ in bytes.dropFirst(2) })

    /// The first two bytes, and the thirteen after which the bits repeat.
    private static let bytes: [UInt8] = {
        let blockStart = "010"
        let zero = "00110000"
        let repetition = "11000101" + "00000"
        let bits = blockStart + zero + String(repeating: repetition, count: 9)
        return stride(from: 0, to: 15 * 8, by: 8).map { start in
            bits.dropFirst(start).prefix(8).reversed().reduce(0) { $0 << 1 | ($1 == "1" ? 1 : 0) }
        }
    }()
}
