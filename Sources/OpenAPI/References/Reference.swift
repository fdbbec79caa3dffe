package import Source

/// A `$ref`, taken apart: the file it names, if any, and the JSON Pointer (RFC 6901) or the anchor inside that file.
package struct Reference: Hashable, Sendable {
    /// The part before `#`, as it is written.
    package let uri: String
    /// The part before `#`, percent-decoded; empty for a reference inside the same file.
    package let file: String
    /// The fragment's tokens, unescaped; empty for the whole file.
    package let tokens: [String]
    /// The fragment where it is a plain name in place of a pointer (JSON Schema 2020-12, Core, section 8.2.2).
    package let anchor: String?

    /// A reference from the text of a `$ref`.
    package init(_ text: String) {
        let bytes = Array(text.utf8)
        let mark = bytes.firstIndex(of: UInt8(ascii: "#")) ?? bytes.endIndex
        uri = String(decoding: bytes[..<mark], as: UTF8.self)
        file = String(decoding: percentDecoded(bytes[..<mark]), as: UTF8.self)
        let fragment = percentDecoded(bytes[mark...].dropFirst())
        guard fragment.first == UInt8(ascii: "/") else {
            anchor = fragment.isEmpty ? nil : String(decoding: fragment, as: UTF8.self)
            tokens = []
            return
        }
        anchor = nil
        tokens = fragment.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            .map(Self.unescape)
    }

    /// Undoes the escapes of a pointer's token: `~1` is `/`, `~0` is `~` (RFC 6901, section 4).
    private static func unescape(_ token: ArraySlice<UInt8>) -> String {
        guard token.contains(UInt8(ascii: "~")) else { return String(decoding: token, as: UTF8.self) }
        var result: [UInt8] = []
        var bytes = token.makeIterator()
        while let byte = bytes.next() {
            guard byte == UInt8(ascii: "~") else {
                result.append(byte)
                continue
            }
            switch bytes.next() {
            case UInt8(ascii: "0"): result.append(UInt8(ascii: "~"))
            case UInt8(ascii: "1"): result.append(UInt8(ascii: "/"))
            case let other?: result += [UInt8(ascii: "~"), other]
            case nil: result.append(UInt8(ascii: "~"))
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}

extension YAMLNode {
    /// The `$ref` of an object, or the `$dynamicRef` of a schema, which is followed like one.
    package var reference: YAMLMember? {
        // Few objects have one, and this is asked of all.
        guard hasDollarKey else { return nil }
        return member("$ref") ?? member("$dynamicRef")
    }
}

extension YAMLMember {
    /// Whether it is a `$ref` or a `$dynamicRef`.
    package var isReference: Bool { hasKey("$ref") || hasKey("$dynamicRef") }
}

/// The text with its percent escapes decoded (RFC 3986, section 2.1); a `%` that begins none stays.
func percentDecoded(_ text: Substring) -> String {
    String(decoding: percentDecoded(Array(text.utf8)[...]), as: UTF8.self)
}

private func percentDecoded(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard bytes.contains(UInt8(ascii: "%")) else { return bytes }
    var result: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
        if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.endIndex,
            let high = Character(UnicodeScalar(bytes[index + 1])).hexDigitValue,
            let low = Character(UnicodeScalar(bytes[index + 2])).hexDigitValue
        {
            result.append(UInt8(high * 16 + low))
            index += 3
        } else {
            result.append(bytes[index])
            index += 1
        }
    }
    // Escapes can give what is no text.
    return Array(String(decoding: result, as: UTF8.self).utf8)[...]
}
