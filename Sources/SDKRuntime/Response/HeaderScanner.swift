/// Reads the pieces that header fields are made of (RFC 9110, section 5.6), from left to right.
///
/// What does not follow the grammar is read as far as it makes sense: senders get it wrong.
struct HeaderScanner {
    private let bytes: [UInt8]
    private var position = 0

    init(_ text: some StringProtocol) {
        bytes = Array(text.utf8)
    }

    var isAtEnd: Bool { position >= bytes.count }

    private var next: UInt8? { isAtEnd ? nil : bytes[position] }

    /// Moves over a byte if it comes next.
    mutating func skip(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        position += 1
        return true
    }

    /// Moves over spaces and tabs (`OWS`).
    mutating func skipWhitespace() {
        while next == 0x20 || next == 0x09 { position += 1 }
    }

    /// The text up to the first of some bytes, which is not consumed, or up to the end.
    mutating func readText(upTo ends: [UInt8]) -> String {
        let start = position
        while let byte = next, !ends.contains(byte) { position += 1 }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    /// The content of a quoted string that begins here, its escapes undone; nil when none begins here.
    mutating func readQuotedString() -> String? {
        guard skip(Byte.quote) else { return nil }
        var content: [UInt8] = []
        while let byte = next, byte != Byte.quote {
            position += 1
            if byte == Byte.backslash, let escaped = next {
                position += 1
                content.append(escaped)
            } else {
                content.append(byte)
            }
        }
        _ = skip(Byte.quote)
        return String(decoding: content, as: UTF8.self)
    }

    /// Parameters, each with a semicolon before it (RFC 9110, section 5.6.6); they end at a comma. Names are in lower
    /// case.
    mutating func readParameters() -> [(name: String, value: String)] {
        var parameters: [(name: String, value: String)] = []
        while true {
            skipWhitespace()
            guard skip(Self.semicolon) else { return parameters }
            skipWhitespace()
            let name = readText(upTo: [Self.equals, Self.semicolon, Byte.comma]).trimmingWhitespace().lowercased()
            guard skip(Self.equals) else {
                if !name.isEmpty { parameters.append((name, "")) }
                continue
            }
            skipWhitespace()
            let value = readQuotedString() ?? readText(upTo: [Self.semicolon, Byte.comma]).trimmingWhitespace()
            parameters.append((name, value))
            // Whatever follows a quoted string is no part of the grammar.
            _ = readText(upTo: [Self.semicolon, Byte.comma])
        }
    }

    /// The elements of a list (RFC 9110, section 5.6.1): commas in quoted strings do not separate, an element that is a
    /// quoted string as a whole is its content, and empty elements do not count.
    mutating func readList() -> [String] {
        var elements: [String] = []
        while !isAtEnd {
            skipWhitespace()
            if let element = readElement() { elements.append(element) }
            _ = skip(Byte.comma)
        }
        return elements
    }

    /// An element up to the comma that ends it; nil when it is empty.
    private mutating func readElement() -> String? {
        let start = position
        if let content = readQuotedString() {
            skipWhitespace()
            if isAtEnd || next == Byte.comma { return content }
        }
        while let byte = next, byte != Byte.comma {
            if byte == Byte.quote {
                _ = readQuotedString()
            } else {
                position += 1
            }
        }
        let element = String(decoding: bytes[start..<position], as: UTF8.self).trimmingWhitespace()
        return element.isEmpty ? nil : element
    }

    static let semicolon = UInt8(ascii: ";")
    static let equals = UInt8(ascii: "=")
}
