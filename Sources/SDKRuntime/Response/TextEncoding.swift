#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The character encodings that text is read in, under the names of the IANA registry.
struct TextEncoding: Sendable {
    /// The preferred MIME name, in lower case.
    let name: String

    private let decodeUnmarked: @Sendable ([UInt8]) -> String?

    static let utf8 = TextEncoding(name: "utf-8") { bytes in
        let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        return String(bytes: content, encoding: .utf8)
    }

    private static let ascii = TextEncoding(name: "us-ascii") { bytes in
        bytes.allSatisfy { $0 < 0x80 } ? String(decoding: bytes, as: UTF8.self) : nil
    }

    private static let latin1 = TextEncoding(name: "iso-8859-1") { bytes in
        var text = String.UnicodeScalarView()
        text.append(contentsOf: bytes.lazy.map { Unicode.Scalar($0) })
        return String(text)
    }

    /// A mark decides on the byte order; without one, the first byte is the higher one (RFC 2781, section 4.3).
    private static let utf16 = TextEncoding(name: "utf-16") { bytes in
        decodeUTF16(bytes, isLittleEndian: bytes.starts(with: [0xFF, 0xFE]))
    }

    private static let utf16BigEndian = TextEncoding(name: "utf-16be") { decodeUTF16($0, isLittleEndian: false) }
    private static let utf16LittleEndian = TextEncoding(name: "utf-16le") { decodeUTF16($0, isLittleEndian: true) }

    private init(name: String, _ decode: @escaping @Sendable ([UInt8]) -> String?) {
        self.name = name
        decodeUnmarked = decode
    }

    /// The encoding of that name, if it is known. The name is in lower case.
    init?(_ name: String) {
        switch name {
        case "utf-8", "utf8": self = .utf8
        case "us-ascii", "ascii": self = .ascii
        case "iso-8859-1", "iso_8859-1", "latin1": self = .latin1
        case "utf-16": self = .utf16
        case "utf-16be": self = .utf16BigEndian
        case "utf-16le": self = .utf16LittleEndian
        default: return nil
        }
    }

    /// The text without a byte order mark; nil when the bytes are none in this encoding.
    func decode(_ data: Data) -> String? {
        decodeUnmarked(Array(data))
    }

    private static func decodeUTF16(_ bytes: [UInt8], isLittleEndian: Bool) -> String? {
        guard bytes.count.isMultiple(of: 2) else { return nil }
        var units = stride(from: 0, to: bytes.count, by: 2).lazy
            .map { index in
                let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
                return isLittleEndian ? second << 8 | first : first << 8 | second
            }
            .makeIterator()
        var decoder = UTF16()
        var text = String.UnicodeScalarView()
        while true {
            switch decoder.decode(&units) {
            case .scalarValue("\u{FEFF}") where text.isEmpty: continue
            case .scalarValue(let scalar): text.append(scalar)
            case .emptyInput: return String(text)
            case .error: return nil
            }
        }
    }
}
