/// What references are relative to: the path of a file, or the URI that a document or a schema gives itself.
struct BaseURI: Hashable, Sendable {
    /// The path or the URI, without a fragment.
    let text: String

    init(_ text: String) {
        self.text = text.firstIndex(of: "#").map { String(text[..<$0]) } ?? text
    }

    /// Whether this is a URI with a scheme, and not the path of a file (RFC 3986, section 3.1).
    var isAbsolute: Bool { Self.scheme(of: text) != nil }

    /// The base that a reference has, when it is relative to this one (RFC 3986, section 5.2).
    ///
    /// A path is resolved as a path, so that `..` may lead out of the folder where the command runs.
    func resolve(_ reference: String) -> BaseURI {
        if Self.scheme(of: reference) != nil { return BaseURI(reference) }
        guard isAbsolute else { return BaseURI(FilePaths.resolve(percentDecoded(reference[...]), besideFile: text)) }
        let (prefix, path) = parts
        let (relativePath, query) = Self.splitQuery(reference)
        if reference.hasPrefix("//") {
            return BaseURI((Self.scheme(of: text).map { $0 + ":" } ?? "") + reference)
        }
        if relativePath.isEmpty { return BaseURI(prefix + path + query) }
        let merged = relativePath.hasPrefix("/") ? relativePath : Self.folder(of: path) + relativePath
        return BaseURI(prefix + Self.withoutDots(merged) + query)
    }

    /// Scheme and authority, and the path.
    private var parts: (prefix: String, path: String) {
        let (whole, _) = Self.splitQuery(text)
        guard let scheme = Self.scheme(of: whole) else { return ("", whole) }
        let rest = whole.dropFirst(scheme.count + 1)
        guard rest.hasPrefix("//") else { return (scheme + ":", String(rest)) }
        let authority = rest.dropFirst(2).prefix { $0 != "/" }
        return (scheme + "://" + authority, String(rest.dropFirst(2 + authority.count)))
    }

    private static func splitQuery(_ text: String) -> (path: String, query: String) {
        guard let mark = text.firstIndex(of: "?") else { return (text, "") }
        return (String(text[..<mark]), String(text[mark...]))
    }

    private static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[...$0]) } ?? "/"
    }

    /// The path without `.` and `..` (RFC 3986, section 5.2.4).
    private static func withoutDots(_ path: String) -> String {
        var result: [Substring] = []
        let segments = path.split(separator: "/", omittingEmptySubsequences: false)
        for (index, segment) in segments.enumerated() {
            let isLast = index == segments.count - 1
            switch segment {
            case ".": if isLast { result.append("") }
            case "..":
                if result.count > 1 { result.removeLast() }
                if isLast { result.append("") }
            default: result.append(segment)
            }
        }
        return result.joined(separator: "/")
    }

    private static func scheme(of text: String) -> String? {
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let scheme = text[..<colon].utf8
        let isLetter = { (byte: UInt8) in UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 }
        guard let first = scheme.first, isLetter(first) else { return nil }
        let isScheme = scheme.allSatisfy { byte in
            isLetter(byte) || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || "+-.".utf8.contains(byte)
        }
        return isScheme ? String(text[..<colon]) : nil
    }
}
