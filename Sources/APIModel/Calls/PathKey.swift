/// The key of a path item, taken apart.
///
/// Some documents tell twins apart by a query or a fragment in the key, `/v1/messages?beta=true` and
/// `/v1/conversations#stream`: the query is sent with every call, the fragment never.
struct PathKey {
    /// The key, with the slash that some documents leave out.
    let key: String
    /// The path template, without query and fragment, and with bare names in its braces.
    let template: String
    /// The members of the query, as they stand there.
    let query: [NamedValue]
    let fragment: String?
    let elements: [Element]
    /// What stands behind a colon at the end, `cancel` of `/v1/{name}:cancel`.
    let customVerb: String?
    /// The arguments of functions in the path, `period` of `getActivity(period='{period}')`; no part of the elements.
    let arguments: [String]
    /// Whether the last literal had a namespace in front of it, `microsoft.graph.assignLicense`.
    let endsInQualifiedName: Bool
    /// The format that the last segment's suffix names, `csv` of `/reports/{id}.csv`; no part of the elements.
    let format: String?
    /// The variables whose values may span segments: `path` of `{+path}`, `{path*}`, `{path=files/**}` and `{path:.+}`.
    let spanningNames: Set<String>

    enum Element: Hashable {
        case literal(String)
        case parameter(String)
    }

    init(_ key: String) {
        let key = key.hasPrefix("/") ? key : "/" + key
        self.key = key
        var rest = Substring(key)
        guard !Self.isPlain(key) else {
            template = key
            (query, fragment, spanningNames, customVerb, format) = ([], nil, [], nil, nil)
            (arguments, endsInQualifiedName) = ([], false)
            elements = Self.elements(of: rest)
            return
        }
        fragment = Self.cut(&rest, at: "#")
        query = (Self.cut(&rest, at: "?") ?? "").split(separator: "&").map { member in
            let parts = member.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return NamedValue(
                name: Self.decoded(parts.first ?? ""),
                value: parts.count > 1 ? Self.decoded(parts[1]) : ""
            )
        }
        spanningNames = Self.spanningNames(in: rest)
        rest = Substring(Self.withBareNames(rest))
        template = String(rest)
        format = Self.formats.first { rest.hasSuffix("." + $0) }
        let calls = ODataCalls(rest)
        (arguments, endsInQualifiedName) = (calls.arguments, calls.endsInQualifiedName)
        var elements = Self.elements(of: Substring(calls.path))
        var verb = calls.function
        if verb == nil, case .literal(let last)? = elements.last, let colon = last.lastIndex(of: ":") {
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
    var parameters: [String] {
        elements.compactMap { if case .parameter(let name) = $0 { name } else { nil } } + arguments
    }

    /// The name of a variable without the operator and the modifier of a URI Template (RFC 6570, sections 2.2 and 2.4), and
    /// without the pattern that some documents put in the braces: `path` of `{+path}`, `{path*}`, `{path=files/*}` and
    /// `{path:.*}`.
    static func variable(_ expression: String) -> String {
        var name = Substring(expression).prefix { $0 != "=" && $0 != ":" }
        if let first = name.first, "+/;?&*".contains(first) { name.removeFirst() }
        if let last = name.last, "*+".contains(last) { name.removeLast() }
        return name.isEmpty ? expression : String(name)
    }

    /// Whether the value of an expression in braces may have slashes that divide segments: by the operator of reserved
    /// expansion (RFC 6570, section 3.2.3), or by a pattern or a mark that some frameworks put there.
    private static func spansSegments(_ expression: Substring) -> Bool {
        if let first = expression.first, "+*".contains(first) { return true }
        if let last = expression.last, "*+".contains(last) { return true }
        if let pattern = expression.firstIndex(of: "=") { return expression[pattern...].contains("/") }
        return expression.hasSuffix(":path") || expression.hasSuffix(":.*") || expression.hasSuffix(":.+")
    }

    private static func spanningNames(in path: Substring) -> Set<String> {
        var names: Set<String> = []
        var rest = path
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let expression = rest[rest.index(after: open)..<close]
            if spansSegments(expression) { names.insert(variable(String(expression))) }
            rest = rest[rest.index(after: close)...]
        }
        return names
    }

    private static func withBareNames(_ path: Substring) -> String {
        var result = ""
        var rest = path
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            result += rest[...open] + variable(String(rest[rest.index(after: open)..<close])) + "}"
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }

    /// Whether a key has nothing but segments and the names of variables, as most have.
    private static func isPlain(_ key: String) -> Bool {
        let bytes = Array(key.utf8)
        return bytes.indices.allSatisfy { index in
            switch bytes[index] {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "}"):
                true
            case UInt8(ascii: "/"): index == 0 || bytes[index - 1] != UInt8(ascii: "{")
            case UInt8(ascii: "{"): true
            default: false
            }
        }
    }

    private static let formats = ["json", "xml", "html", "csv"]

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
        var bytes: [UInt8] = []
        var isInBraces = false
        func finish() {
            let text = String(decoding: bytes, as: UTF8.self)
            if isInBraces {
                if !text.isEmpty { elements.append(.parameter(text)) }
            } else if let words = word(text) {
                elements.append(.literal(words))
            }
            bytes = []
        }
        for byte in Array(path.utf8) {
            switch byte {
            case UInt8(ascii: "/") where !isInBraces: finish()
            case UInt8(ascii: "{"):
                finish()
                isInBraces = true
            case UInt8(ascii: "}"):
                finish()
                isInBraces = false
            default: bytes.append(byte)
            }
        }
        finish()
        return elements
    }

    /// A literal without the suffix that names a format; nil without a word.
    private static func word(_ text: String) -> String? {
        var text = text
        if text.utf8.contains(UInt8(ascii: ".")) {
            for format in formats where text.hasSuffix("." + format) { text.removeLast(format.count + 1) }
        }
        return NameWords.words(of: text).isEmpty ? nil : text
    }
}
