/// The key of a path item, taken apart.
///
/// Some documents tell twins apart by a query or a fragment in the key, `/v1/messages?beta=true` and
/// `/v1/conversations#stream`: the query is sent with every call, the fragment never.
struct PathKey {
    /// The path template, without query and fragment.
    let template: String
    /// The members of the query, as they stand there.
    let query: [NamedValue]
    let fragment: String?
    let elements: [Element]
    /// What stands behind a colon at the end, `cancel` of `/v1/{name}:cancel`.
    let customVerb: String?

    enum Element: Hashable {
        case literal(String)
        case parameter(String)
    }

    init(_ key: String) {
        var rest = Substring(key)
        fragment = Self.cut(&rest, at: "#")
        query = (Self.cut(&rest, at: "?") ?? "").split(separator: "&").map { member in
            let parts = member.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return NamedValue(
                name: Self.decoded(parts.first ?? ""),
                value: parts.count > 1 ? Self.decoded(parts[1]) : ""
            )
        }
        template = String(rest)
        var elements = Self.elements(of: rest)
        var verb: String?
        if case .literal(let last)? = elements.last, let colon = last.lastIndex(of: ":") {
            let name = String(last[last.index(after: colon)...])
            if !NameWords.words(of: name).isEmpty {
                verb = name
                elements.removeLast()
                let before = String(last[..<colon])
                if !NameWords.words(of: before).isEmpty { elements.append(.literal(before)) }
            }
        }
        customVerb = verb
        self.elements = elements
    }

    var literals: [String] { elements.compactMap { if case .literal(let text) = $0 { text } else { nil } } }
    var parameters: [String] { elements.compactMap { if case .parameter(let name) = $0 { name } else { nil } } }

    /// Takes away what is behind the first mark that is in no braces, and the mark.
    private static func cut(_ text: inout Substring, at mark: Character) -> String? {
        var depth = 0
        for index in text.indices {
            switch text[index] {
            case "{": depth += 1
            case "}": depth -= 1
            case mark where depth <= 0:
                let tail = String(text[text.index(after: index)...])
                text = text[..<index]
                return tail
            default: break
            }
        }
        return nil
    }

    /// A part of a query without its percent escapes (RFC 3986, section 2.1).
    private static func decoded(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = Substring(text).utf8
        while let byte = rest.popFirst() {
            let digits = rest.prefix(2)
            if byte == UInt8(ascii: "%"), digits.count == 2, let value = UInt8(String(Substring(digits)), radix: 16) {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The literals that have words, and the parameters, in order; a slash in braces divides nothing.
    private static func elements(of path: Substring) -> [Element] {
        var elements: [Element] = []
        var text = ""
        var isInBraces = false
        func finish() {
            if isInBraces {
                if !text.isEmpty { elements.append(.parameter(text)) }
            } else if let words = word(text) {
                elements.append(.literal(words))
            }
            text = ""
        }
        for character in path {
            switch character {
            case "/" where !isInBraces: finish()
            case "{":
                finish()
                isInBraces = true
            case "}":
                finish()
                isInBraces = false
            default: text.append(character)
            }
        }
        finish()
        return elements
    }

    /// A literal without the suffix that names a format; nil without a word.
    private static func word(_ text: String) -> String? {
        var text = text
        for suffix in [".json", ".xml", ".html", ".csv"] where text.hasSuffix(suffix) { text.removeLast(suffix.count) }
        return NameWords.words(of: text).isEmpty ? nil : text
    }
}
