/// Where a writer stands, found by looking at what it has written: nobody keeps a path while nothing goes wrong.
struct WrittenPath {
    private(set) var components: [CodingPathComponent] = []

    /// Looks at JSON text that stops where a value is about to begin.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        var frames: [ContainerFrame] = []
        var index = 0
        while index < bytes.count {
            switch bytes[index] {
            case Byte.openBrace:
                frames.append(ContainerFrame())
            case Byte.openBracket:
                frames.append(ContainerFrame(index: 0))
            case Byte.closeBrace, Byte.closeBracket:
                _ = frames.popLast()
            case Byte.comma:
                if let last = frames.indices.last, frames[last].index >= 0 { frames[last].index += 1 }
            case Byte.quote:
                let first = index + 1
                index = Self.closingQuote(in: bytes, from: first)
                let isKey = index + 1 < bytes.count && bytes[index + 1] == Byte.colon
                if isKey, let last = frames.indices.last, let start = bytes.baseAddress {
                    frames[last].key = start + first
                }
            default:
                break
            }
            index += 1
        }
        guard let start = bytes.baseAddress else { return }
        let end = start + bytes.count
        components = frames.compactMap { $0.component(before: end) }
    }

    private static func closingQuote(in bytes: UnsafeBufferPointer<UInt8>, from first: Int) -> Int {
        var index = first
        while index < bytes.count, bytes[index] != Byte.quote {
            index += bytes[index] == Byte.backslash ? 2 : 1
        }
        return index
    }
}
