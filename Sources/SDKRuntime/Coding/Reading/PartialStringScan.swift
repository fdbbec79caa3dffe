/// The search for the end of a string that may not have arrived yet. It goes on where it stopped.
struct PartialStringScan: Sendable {
    enum Result {
        case finished, unfinished
        case malformed(String)
    }

    /// The next byte to look at; at the end, the closing quote; in malformed text, the mistake.
    private(set) var position: Int
    private(set) var isEscaped = false

    /// A search that begins after an opening quote.
    init(after quote: Int) {
        position = quote + 1
    }

    mutating func advance(in text: UnsafeBufferPointer<UInt8>) -> Result {
        while position < text.count {
            switch text[position] {
            case Byte.quote:
                return .finished
            case Byte.backslash:
                isEscaped = true
                guard let length = Self.escapeLength(text[position...]) else {
                    return .malformed("invalid escape sequence")
                }
                guard length <= text.count - position else { return .unfinished }
                position += length
            case 0..<Byte.space:
                return .malformed("unescaped control character in a string")
            default:
                position += 1
            }
        }
        return .unfinished
    }

    /// How long an escape sequence is of which at least the backslash has arrived; nil for what cannot become one.
    private static func escapeLength(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        guard let escape = text.dropFirst().first else { return 2 }
        switch escape {
        case Byte.quote, Byte.backslash, Byte.slash, Byte.b, Byte.f, Byte.n, Byte.r, Byte.t: return 2
        case Byte.u: return text.dropFirst(2).prefix(4).allSatisfy(\.isHexDigit) ? 6 : nil
        default: return nil
        }
    }
}

extension UInt8 {
    fileprivate var isHexDigit: Bool {
        switch self {
        case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
        default: false
        }
    }
}
