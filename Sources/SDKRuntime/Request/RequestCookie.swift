/// The style of a cookie parameter (OpenAPI 3.2, section 4.12.2.2).
public enum CookieStyle: Sendable, Hashable {
    /// Values are percent-encoded.
    case form
    /// Values are sent as they are. One that a cookie cannot hold is refused.
    case cookie
}

/// A cookie that a request sends (RFC 6265, section 4.2).
struct RequestCookie: Sendable, Hashable {
    let name: String
    /// The value as it is sent.
    let value: String

    /// The cookies of one parameter: none for null and for empty arrays and objects.
    static func cookies(
        _ name: String,
        _ value: JSONValue,
        _ style: CookieStyle,
        explode: Bool
    ) throws -> [RequestCookie] {
        func text(_ value: JSONValue) throws -> String? {
            try ParameterText.scalar(value).map { try encode($0, style) }
        }
        func joined(_ texts: [String]) throws -> [RequestCookie] {
            texts.isEmpty ? [] : [RequestCookie(name: try encode(name, style), value: texts.joined(separator: ","))]
        }
        switch value {
        case .null, .bool, .number, .string:
            return try text(value).map { try joined([$0]) } ?? []
        case .array(let elements):
            let texts = try elements.compactMap(text)
            return explode ? try texts.flatMap { try joined([$0]) } : try joined(texts)
        case .object(let members):
            let pairs = try members.compactMap { key, value in
                try text(value).map { RequestCookie(name: try encode(key, style), value: $0) }
            }
            return explode ? pairs : try joined(pairs.flatMap { [$0.name, $0.value] })
        }
    }

    /// A cookie with a credential, which is sent as it is if a cookie can hold it.
    init(credential: String, named name: String) {
        self.init(
            name: name,
            value: credential.utf8.allSatisfy(Self.isCookieOctet)
                ? credential : PercentEncoding.queryComponent(credential)
        )
    }

    init(name: String, value: String) {
        self.name = name
        self.value = value
    }

    private static func encode(_ text: String, _ style: CookieStyle) throws -> String {
        switch style {
        case .form:
            return PercentEncoding.queryComponent(text)
        case .cookie:
            guard text.utf8.allSatisfy(isCookieOctet) else { throw NotACookie() }
            return text
        }
    }

    /// RFC 6265, section 4.1.1, `cookie-octet`.
    private static func isCookieOctet(_ byte: UInt8) -> Bool {
        (0x21...0x7E).contains(byte) && !#"",;\"#.utf8.contains(byte)
    }

    struct NotACookie: Error, CustomStringConvertible {
        var description: String { "it contains characters that a cookie cannot hold" }
    }
}

extension MergedHeaders {
    /// Adds cookies to the `Cookie` header. One that is there already stays as it is, and a header that was removed is
    /// not brought back.
    mutating func add(_ cookies: [RequestCookie]) {
        guard !cookies.isEmpty, !removed.contains("cookie") else { return }
        let given = value("Cookie").map { $0.isEmpty ? [] : [$0] } ?? []
        let added = cookies.filter { !hasCookie($0.name) }.map { "\($0.name)=\($0.value)" }
        apply(["Cookie": (given + added).joined(separator: "; ")])
    }

    /// Whether the `Cookie` header has a cookie of that name.
    func hasCookie(_ name: String) -> Bool {
        (value("Cookie") ?? "").split(separator: ";").contains { pair in
            pair.prefix { $0 != "=" }.trimmingWhitespace() == name
        }
    }
}
