/// Hides NEL, U+2028 and U+2029 from libyaml, which follows YAML 1.1 and folds them as line breaks, and byte order marks,
/// which it refuses.
///
/// Each is replaced by a character of as many bytes that the text does not use, so that offsets stay the same, and put
/// back into the texts that come out.
struct CharacterStandIns {
    private struct Pair {
        let original: [UInt8]
        let standIn: [UInt8]
    }

    private let pairs: [Pair]

    /// Nil in the unheard-of case that the text uses every character that could stand in.
    init?(for bytes: [UInt8]) {
        // U+0340 to U+037F are rare or unassigned, U+E000 to U+E03F private.
        guard let two = Self.unusedTrailBytes(after: [0xCD], in: bytes).last,
            case let three = Self.unusedTrailBytes(after: [0xEE, 0x80], in: bytes), three.count >= 3
        else { return nil }
        pairs = [
            Pair(original: [0xC2, 0x85], standIn: [0xCD, two]),
            Pair(original: [0xE2, 0x80, 0xA8], standIn: [0xEE, 0x80, three[0]]),
            Pair(original: [0xE2, 0x80, 0xA9], standIn: [0xEE, 0x80, three[1]]),
            Pair(original: [0xEF, 0xBB, 0xBF], standIn: [0xEE, 0x80, three[2]]),
        ]
    }

    func hide(in bytes: inout [UInt8]) {
        for pair in pairs { Self.replace(pair.original, by: pair.standIn, in: &bytes, from: 0) }
    }

    /// Puts the characters back into what was appended to a buffer since it had a size.
    func restore(in bytes: inout [UInt8], from start: Int) {
        for pair in pairs { Self.replace(pair.standIn, by: pair.original, in: &bytes, from: start) }
    }

    private static func replace(_ old: [UInt8], by new: [UInt8], in bytes: inout [UInt8], from start: Int) {
        var index = start
        while index + old.count <= bytes.count {
            if bytes[index] == old[0], bytes[index..<index + old.count].elementsEqual(old) {
                bytes.replaceSubrange(index..<index + old.count, with: new)
                index += old.count
            } else {
                index += 1
            }
        }
    }

    private static func unusedTrailBytes(after prefix: [UInt8], in bytes: [UInt8]) -> [UInt8] {
        var isUsed = [Bool](repeating: false, count: 64)
        for index in bytes.indices where bytes[index].isContinuation && index >= prefix.count {
            if bytes[index - prefix.count..<index].elementsEqual(prefix) { isUsed[Int(bytes[index] & 0x3F)] = true }
        }
        return (0..<64).filter { !isUsed[$0] }.map { UInt8(0x80 | $0) }
    }
}
