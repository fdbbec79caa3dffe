/// Reads JSON (RFC 8259) into the same tree as YAML, without recursion.
struct JSONReader {
    /// Where the text stopped to be JSON; nil for JSON, even when other errors were reported.
    private(set) var syntaxErrorOffset: Int?

    private let bytes: [UInt8]
    private var offset = 0
    private var builder: YAMLTreeBuilder
    /// The opening brackets that are not closed.
    private var openBrackets: [Int] = []

    /// - Parameter file: its text must be valid UTF-8.
    init(_ file: SourceFile, report: Report) {
        bytes = file.bytes
        builder = YAMLTreeBuilder(file: file, report: report)
    }

    mutating func read() -> YAMLNode? {
        do {
            try readDocument()
            return builder.finish()
        } catch {
            if case .syntax(let message, let range, let hint) = error {
                syntaxErrorOffset = range.lowerBound
                builder.fail(.jsonSyntax, message, at: range, hint: hint)
            }
            return nil
        }
    }

    private enum Failure: Error {
        case syntax(String, at: Range<Int>, hint: String?)
        case reported
    }

    private mutating func readDocument() throws(Failure) {
        skipWhitespace()
        try beginValue()
        while !openBrackets.isEmpty { try continueCollection() }
        skipWhitespace()
        guard offset == bytes.count else { throw failure("unexpected text after the end of the document") }
    }

    // MARK: Collections

    /// Reads a scalar, or the opening bracket of a collection.
    private mutating func beginValue() throws(Failure) {
        let start = offset
        switch bytes[ifPresent: offset] {
        case .openBrace, .openBracket:
            let isMapping = bytes[offset] == .openBrace
            guard builder.begin(mapping: isMapping, at: start..<start + 1) else { throw .reported }
            openBrackets.append(start)
            offset += 1
            skipWhitespace()
            if isAtClosingBracket {
                endCollection()
            } else {
                try readItem()
            }
        case .quote:
            let text = try readString()
            builder.addScalar(.string, text: text, isQuoted: true, range: start..<offset)
        case let first? where first.isDigit || first == UInt8(ascii: "-"):
            let kind = try readNumber()
            builder.addScalar(kind, text: YAMLTextSlice(start..<offset), isQuoted: false, range: start..<offset)
        case UInt8(ascii: "t"): try readWord("true", .bool)
        case UInt8(ascii: "f"): try readWord("false", .bool)
        case UInt8(ascii: "n"): try readWord("null", .null)
        default: throw failure("expected a value here")
        }
    }

    /// Reads what follows a value: a comma and the next item, or the closing bracket.
    private mutating func continueCollection() throws(Failure) {
        skipWhitespace()
        if isAtClosingBracket {
            endCollection()
            return
        }
        guard bytes[ifPresent: offset] == .comma else {
            if offset >= bytes.count, let opening = openBrackets.last {
                let name = Character(Unicode.Scalar(bytes[opening]))
                throw .syntax("this '\(name)' is never closed", at: opening..<opening + 1, hint: nil)
            }
            throw failure("expected ',' or '\(isInObject ? "}" : "]")' here")
        }
        let comma = offset
        offset += 1
        skipWhitespace()
        if isAtClosingBracket {
            throw .syntax("JSON allows no comma before a closing bracket", at: comma..<comma + 1, hint: "remove it")
        }
        try readItem()
    }

    private mutating func readItem() throws(Failure) {
        guard isInObject else {
            try beginValue()
            return
        }
        let start = offset
        guard bytes[ifPresent: offset] == .quote else {
            throw failure("expected a key in double quotes here")
        }
        let key = try readString()
        builder.setKey(key, isPlain: false, range: start..<offset)
        skipWhitespace()
        guard bytes[ifPresent: offset] == .colon else { throw failure("expected ':' after the key") }
        offset += 1
        skipWhitespace()
        try beginValue()
    }

    private mutating func endCollection() {
        offset += 1
        openBrackets.removeLast()
        _ = builder.end(at: offset)
    }

    private var isInObject: Bool {
        openBrackets.last.map { bytes[$0] == .openBrace } ?? false
    }

    private var isAtClosingBracket: Bool {
        bytes[ifPresent: offset] == (isInObject ? .closeBrace : .closeBracket)
    }

    // MARK: Scalars

    private mutating func readWord(_ word: String, _ kind: YAMLNode.Kind) throws(Failure) {
        let start = offset
        var end = start
        while let byte = bytes[ifPresent: end], byte | 0x20 >= UInt8(ascii: "a"), byte | 0x20 <= UInt8(ascii: "z") {
            end += 1
        }
        guard bytes[start..<end].elementsEqual(word.utf8) else {
            throw .syntax("expected a value here", at: start..<end, hint: "did you mean '\(word)'?")
        }
        offset = end
        builder.addScalar(kind, text: YAMLTextSlice(start..<end), isQuoted: false, range: start..<end)
    }

    private mutating func readNumber() throws(Failure) -> YAMLNode.Kind {
        let start = offset
        var kind = YAMLNode.Kind.integer
        if bytes[offset] == UInt8(ascii: "-") { offset += 1 }
        let firstDigit = offset
        try skipDigits()
        if bytes[firstDigit] == UInt8(ascii: "0"), offset > firstDigit + 1 {
            throw .syntax("a number in JSON cannot begin with a zero", at: start..<offset, hint: nil)
        }
        if bytes[ifPresent: offset] == UInt8(ascii: ".") {
            kind = .float
            offset += 1
            try skipDigits()
        }
        if let byte = bytes[ifPresent: offset], byte | 0x20 == UInt8(ascii: "e") {
            kind = .float
            offset += 1
            if let sign = bytes[ifPresent: offset], sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
                offset += 1
            }
            try skipDigits()
        }
        return kind
    }

    private mutating func skipDigits() throws(Failure) {
        guard bytes[ifPresent: offset]?.isDigit == true else { throw failure("expected a digit here") }
        while bytes[ifPresent: offset]?.isDigit == true { offset += 1 }
    }

    private mutating func readString() throws(Failure) -> YAMLTextSlice {
        var string = JSONStringReader(bytes, at: offset)
        do {
            let text = try string.read(into: &builder)
            offset = string.offset
            return text
        } catch {
            throw .syntax(error.message, at: error.range, hint: error.hint)
        }
    }

    private mutating func skipWhitespace() {
        while let byte = bytes[ifPresent: offset], byte.isWhitespace { offset += 1 }
    }

    private func failure(_ message: String) -> Failure {
        var end = offset
        if end < bytes.count { end += 1 }
        while bytes[ifPresent: end]?.isContinuation == true { end += 1 }
        return .syntax(message, at: offset..<end, hint: nil)
    }
}
