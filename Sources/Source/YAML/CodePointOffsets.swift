/// Turns libyaml's marks, which count code points, into byte offsets.
///
/// Marks come in nearly ascending order, so each is found by walking from the one before.
struct CodePointOffsets {
    private let bytes: [UInt8]
    private let isASCII: Bool
    private var index = 0
    private var offset = 0

    init(_ bytes: [UInt8], isASCII: Bool) {
        self.bytes = bytes
        self.isASCII = isASCII
    }

    mutating func byteOffset(of target: Int) -> Int {
        if isASCII { return min(target, bytes.count) }
        while index < target, offset < bytes.count {
            offset += 1
            while offset < bytes.count, bytes[offset].isContinuation { offset += 1 }
            index += 1
        }
        while index > target, offset > 0 {
            offset -= 1
            while offset > 0, bytes[offset].isContinuation { offset -= 1 }
            index -= 1
        }
        return offset
    }
}
