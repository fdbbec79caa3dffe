/// Reads the text of a JSONPath query (RFC 9535, appendix A).
struct JSONPathParser {
    private let bytes: [UInt8]
    private var position = 0
    /// How many brackets and parentheses are open: each takes stack.
    private var depth = 0
    private static let maximumDepth = 100

    /// The query that a text is.
    static func parse(_ text: String) throws(JSONPathSyntaxError) -> JSONPath {
        var parser = JSONPathParser(bytes: Array(text.utf8))
        guard parser.take("$") else {
            throw parser.error("a JSONPath begins with '$'")
        }
        let segments = try parser.segments()
        guard parser.isAtEnd else {
            if parser.isAtSpace { throw parser.error("a JSONPath has no white space around it") }
            throw parser.error("expected '.', '..' or '[' here")
        }
        return JSONPath(segments: segments)
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    // MARK: Segments

    mutating func segments() throws(JSONPathSyntaxError) -> [JSONPath.Segment] {
        var segments: [JSONPath.Segment] = []
        while true {
            let before = position
            skipSpace()
            guard let segment = try segment() else {
                position = before
                return segments
            }
            segments.append(segment)
        }
    }

    private mutating func segment() throws(JSONPathSyntaxError) -> JSONPath.Segment? {
        let start = position
        if peek == UInt8(ascii: "[") {
            let selectors = try bracketedSelectors()
            return JSONPath.Segment(isDescendant: false, selectors: selectors, range: start..<position)
        }
        guard take(".") else { return nil }
        let isDescendant = take(".")
        let selectors: [JSONPath.Selector]
        if isDescendant, peek == UInt8(ascii: "[") {
            selectors = try bracketedSelectors()
        } else if take("*") {
            selectors = [.wildcard]
        } else {
            selectors = [.name(try shorthandName())]
        }
        return JSONPath.Segment(isDescendant: isDescendant, selectors: selectors, range: start..<position)
    }

    /// A name after a dot: letters, `_`, digits behind the first, and everything that is not ASCII.
    private mutating func shorthandName() throws(JSONPathSyntaxError) -> String {
        let start = position
        while let byte = peek, byte.isNameByte || byte.isDecimalDigit && position > start { position += 1 }
        guard position > start else {
            throw error("expected a name or '*' after the dot", hint: "put other names in brackets: ['x-name']")
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func bracketedSelectors() throws(JSONPathSyntaxError) -> [JSONPath.Selector] {
        try open()
        defer { depth -= 1 }
        position += 1
        var selectors: [JSONPath.Selector] = []
        repeat {
            skipSpace()
            selectors.append(try selector())
            skipSpace()
        } while take(",")
        guard take("]") else { throw error("expected ',' or ']' here") }
        return selectors
    }

    private mutating func selector() throws(JSONPathSyntaxError) -> JSONPath.Selector {
        switch peek {
        case UInt8(ascii: "'"), UInt8(ascii: "\""): return .name(try string())
        case UInt8(ascii: "*"):
            position += 1
            return .wildcard
        case UInt8(ascii: "?"):
            position += 1
            skipSpace()
            return .filter(try filter())
        case let byte? where byte.isDecimalDigit || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "-"):
            return try indexOrSlice()
        default:
            let hint = peek?.isNameByte == true ? "put a name in quotes" : nil
            throw error(
                "expected a selector: a name in quotes, '*', an index, a slice, or '?' with a filter",
                hint: hint
            )
        }
    }

    private mutating func indexOrSlice() throws(JSONPathSyntaxError) -> JSONPath.Selector {
        let start = try integer()
        let afterStart = position
        skipSpace()
        guard take(":") else {
            position = afterStart
            guard let start else { throw error("expected an index") }
            return .index(start)
        }
        skipSpace()
        let end = try integer()
        let afterEnd = position
        skipSpace()
        guard take(":") else {
            position = afterEnd
            return .slice(start: start, end: end, step: 1)
        }
        let afterColon = position
        skipSpace()
        let step = try integer()
        if step == nil { position = afterColon }
        return .slice(start: start, end: end, step: step ?? 1)
    }

    /// An integer that JSON programs agree on (RFC 7493, section 2.2), or nil where there is none.
    private mutating func integer() throws(JSONPathSyntaxError) -> Int? {
        let start = position
        let isNegative = take("-")
        let digits = takeDigits()
        guard digits > 0 else {
            if isNegative { throw error("expected a digit") }
            return nil
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        let first = bytes[isNegative ? start + 1 : start]
        guard first != UInt8(ascii: "0") || digits == 1 && !isNegative else {
            throw error("'\(text)' is no index: write it without leading zero and minus", from: start)
        }
        guard let value = Int(text), abs(value) < 1 << 53 else {
            throw error("the index \(text) is too large", from: start)
        }
        return value
    }

    // MARK: Strings and numbers

    /// A text in single or double quotes.
    mutating func string() throws(JSONPathSyntaxError) -> String {
        let start = position
        guard let quote = peek else { throw error("expected a text in quotes") }
        position += 1
        var result: [UInt8] = []
        while let byte = peek, byte != quote {
            guard byte >= 0x20 else { throw error("a control character must be written as an escape, '\\n'") }
            position += 1
            if byte == UInt8(ascii: "\\") {
                result += String(try escape(quote)).utf8
            } else {
                result.append(byte)
            }
        }
        guard peek == quote else { throw error("the text that begins here has no end", from: start, to: start + 1) }
        position += 1
        return String(decoding: result, as: UTF8.self)
    }

    /// The character that an escape stands for, whose backslash has been taken.
    private mutating func escape(_ quote: UInt8) throws(JSONPathSyntaxError) -> Unicode.Scalar {
        let start = position - 1
        let byte = peek
        position += byte == nil ? 0 : 1
        switch byte {
        case quote: return Unicode.Scalar(quote)
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"):
            let first = try hexadecimal(start)
            if let scalar = Unicode.Scalar(first) { return scalar }
            if first < 0xDC00, take("\\"), take("u"), case let second = try hexadecimal(start),
                0xDC00...0xDFFF ~= second,
                let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + second - 0xDC00)
            {
                return scalar
            }
            throw error("half of a surrogate pair is no character", from: start)
        default:
            let hint = byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") ? "only the own quote is escaped" : nil
            throw error("unknown escape", from: start, hint: hint)
        }
    }

    private mutating func hexadecimal(_ start: Int) throws(JSONPathSyntaxError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = peek.flatMap({ Character(Unicode.Scalar($0)).hexDigitValue }) else {
                throw error("four hexadecimal digits belong behind '\\u'", from: start)
            }
            value = value << 4 | UInt32(digit)
            position += 1
        }
        return value
    }

    /// A number as JSON writes it.
    mutating func number() throws(JSONPathSyntaxError) -> Double {
        let start = position
        _ = take("-")
        let firstDigit = position
        let digits = takeDigits()
        guard digits > 0 else { throw error("expected a number") }
        guard digits == 1 || bytes[firstDigit] != UInt8(ascii: "0") else {
            throw error("a number has no leading zero", from: start)
        }
        if take(".") {
            guard takeDigits() > 0 else { throw error("expected a digit after the decimal point") }
        }
        if let byte = peek, byte | 0x20 == UInt8(ascii: "e") {
            position += 1
            if !take("-") { _ = take("+") }
            guard takeDigits() > 0 else { throw error("expected a digit of the exponent") }
        }
        return Double(String(decoding: bytes[start..<position], as: UTF8.self)) ?? .infinity
    }

    private mutating func takeDigits() -> Int {
        let start = position
        while peek?.isDecimalDigit == true { position += 1 }
        return position - start
    }
}

// MARK: - The text

extension JSONPathParser {
    var isAtEnd: Bool { position == bytes.count }

    var isAtSpace: Bool { peek.map { [0x20, 0x09, 0x0A, 0x0D].contains($0) } ?? false }

    var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    var offset: Int { position }

    mutating func skipSpace() {
        while isAtSpace { position += 1 }
    }

    /// Takes a text, when it comes next.
    mutating func take(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        let isNext = text.withUTF8Buffer { bytes[position...].prefix(count).elementsEqual($0) }
        if isNext { position += count }
        return isNext
    }

    /// Takes a word of lower-case letters, digits and `_`.
    mutating func takeWord() -> String {
        let start = position
        while let byte = peek, byte.isDecimalDigit || byte == UInt8(ascii: "_") || byte.isLowercaseLetter {
            position += 1
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    mutating func open() throws(JSONPathSyntaxError) {
        depth += 1
        guard depth <= Self.maximumDepth else { throw error("brackets are nested more than 100 levels deep") }
    }

    mutating func close() { depth -= 1 }

    /// An error at the next character, or at what has been read since an offset.
    func error(
        _ message: String,
        from start: Int? = nil,
        to end: Int? = nil,
        hint: String? = nil
    ) -> JSONPathSyntaxError {
        var last = end ?? (start == nil ? min(position + 1, bytes.count) : position)
        // A character of several bytes is underlined as a whole.
        while last < bytes.count, bytes[last] & 0xC0 == 0x80 { last += 1 }
        let first = start ?? position
        return JSONPathSyntaxError(message: message, range: first..<max(first, last), hint: hint)
    }
}

extension UInt8 {
    var isDecimalDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }
    fileprivate var isLowercaseLetter: Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= self }

    /// Whether the byte can begin a name without quotes: a letter, `_`, or a part of a character that is not ASCII.
    fileprivate var isNameByte: Bool { (self | 0x20).isLowercaseLetter || self == UInt8(ascii: "_") || self >= 0x80 }
}
