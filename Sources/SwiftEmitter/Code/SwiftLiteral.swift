/// Constants as Swift writes them.
enum SwiftLiteral {
    /// A string literal for any text.
    static func string(_ text: String) -> String {
        if let plain = plain(text) { return plain }
        var literal = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": literal += "\\\""
            case "\\": literal += "\\\\"
            case "\n": literal += "\\n"
            case "\r": literal += "\\r"
            case "\t": literal += "\\t"
            default:
                // Controls, and characters that show as nothing or turn the text round, are written as escapes.
                if scalar.value < 0x20 || scalar.properties.generalCategory.isInvisible {
                    literal += "\\u{\(String(scalar.value, radix: 16))}"
                } else {
                    literal.unicodeScalars.append(scalar)
                }
            }
        }
        return literal + "\""
    }

    /// The literal of a text without anything that needs an escape, as almost all are.
    private static func plain(_ text: String) -> String? {
        let literal = text.utf8.withContiguousStorageIfAvailable { bytes -> String? in
            let isPlain = bytes.allSatisfy { byte in
                (0x20..<0x7F).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
            }
            guard isPlain else { return nil }
            return String(unsafeUninitializedCapacity: bytes.count + 2) { buffer in
                // All of the bytes that the count says are initialised here.
                buffer.initializeElement(at: 0, to: UInt8(ascii: "\""))
                let end = buffer[1...].initialize(fromContentsOf: bytes)
                buffer.initializeElement(at: end, to: UInt8(ascii: "\""))
                return bytes.count + 2
            }
        }
        return literal ?? nil
    }
}

extension Unicode.GeneralCategory {
    fileprivate var isInvisible: Bool {
        switch self {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: true
        default: false
        }
    }
}
