/// An absolute `http` or `https` URL in the parts that a request is made of.
struct RequestURL: Sendable, Hashable {
    /// `http` or `https`.
    let scheme: String
    /// Host and, if the URL has one, port.
    let authority: String
    /// The percent-encoded path: empty, or with its leading slash.
    var path: String
    /// The percent-encoded query without its question mark.
    var query: String?

    /// Whether a text is an absolute URL rather than a path.
    static func isAbsolute(_ text: String) -> Bool {
        let start = text.prefix(8).lowercased()
        return start.hasPrefix("http://") || start.hasPrefix("https://")
    }

    /// Reads a URL. Its fragment is dropped.
    ///
    /// - Parameter subject: What the URL is, for the message of the error.
    /// - Throws: ``APIError`` when the text is no URL that a request can be sent to.
    init(parsing text: String, subject: String) throws {
        guard Self.isAbsolute(text), let separator = text.firstRange(of: "://") else {
            throw APIError(.invalidArgument, "\(subject) does not begin with http:// or https://")
        }
        scheme = text[..<separator.lowerBound].lowercased()
        let rest = text[separator.upperBound...].prefix { $0 != "#" }
        let authority = rest.prefix { $0 != "/" && $0 != "?" }
        guard !authority.contains("@") else {
            throw APIError(.invalidArgument, "\(subject) contains a user name: pass credentials as headers")
        }
        guard Self.isAuthority(authority) else {
            throw APIError(.invalidArgument, "\(subject) has no valid host and port: '\(authority)'")
        }
        guard !rest.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }) else {
            throw APIError(.invalidArgument, "\(subject) contains white space or control characters")
        }
        self.authority = authority.lowercased()

        let target = rest.dropFirst(authority.count)
        let path = target.prefix { $0 != "?" }
        self.path = PercentEncoding.literalPath(path)
        let query = target.dropFirst(path.count + 1)
        self.query = query.isEmpty ? nil : PercentEncoding.literalQuery(query)
    }

    /// The URL of a path below this one: exactly one slash joins the two.
    func appending(path addition: String) -> RequestURL {
        var url = self
        let base = path.hasSuffix("/") ? String(path.dropLast(path.reversed().prefix { $0 == "/" }.count)) : path
        let rest = addition.drop { $0 == "/" }
        url.path = addition.isEmpty ? (path.isEmpty ? "/" : path) : "\(base)/\(rest)"
        return url
    }

    /// Path and query, as the first line of a request names them (RFC 9112, section 3.2.1).
    var requestTarget: String {
        let path = path.isEmpty ? "/" : path
        return query.map { "\(path)?\($0)" } ?? path
    }

    /// Whether two URLs have the same scheme, host and port (RFC 6454).
    func hasSameOrigin(as other: RequestURL) -> Bool {
        scheme == other.scheme && normalizedAuthority == other.normalizedAuthority
    }

    private var normalizedAuthority: Substring {
        let defaultPort = scheme == "https" ? ":443" : ":80"
        return authority.hasSuffix(defaultPort) ? authority.dropLast(defaultPort.count) : authority[...]
    }

    private static func isAuthority(_ text: Substring) -> Bool {
        let host: Substring
        let port: Substring
        if text.first == "[" {
            guard let close = text.firstIndex(of: "]") else { return false }
            host = text[text.index(after: text.startIndex)..<close]
            port = text[text.index(after: close)...]
            guard host.utf8.allSatisfy({ isHexDigit($0) || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") })
            else { return false }
        } else {
            host = text.prefix { $0 != ":" }
            port = text.dropFirst(host.count)
            guard host.utf8.allSatisfy(PercentEncoding.isUnreserved) else { return false }
        }
        return !host.isEmpty && (port.isEmpty || isPort(port))
    }

    private static func isPort(_ text: Substring) -> Bool {
        text.first == ":" && UInt16(text.dropFirst()) != nil && text.dropFirst().utf8.allSatisfy(isHexDigit)
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        PercentEncoding.isHexDigit(byte)
    }
}

extension RequestURL: CustomStringConvertible {
    var description: String {
        "\(scheme)://\(authority)\(path)" + (query.map { "?\($0)" } ?? "")
    }
}
