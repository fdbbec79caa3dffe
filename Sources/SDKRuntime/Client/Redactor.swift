import HTTPTypes

/// Keeps credentials out of everything that people read: log lines and errors.
package struct Redactor: Sendable {
    /// What stands in a credential's place.
    package static let mask = "***"

    /// Headers that carry credentials in any service.
    private static let commonHeaders: Set<String> = [
        "authorization", "proxy-authorization", "api-key", "x-api-key", "cookie", "set-cookie",
    ]

    /// How the names of headers end that carry credentials, whoever has thought of them: `X-Goog-Api-Key`, `X-Auth-Token`.
    private static let commonEndings = ["authorization", "api-key", "apikey", "-token", "-secret", "-password"]

    /// A shorter secret would mask ordinary text.
    private static let shortestSecret = 8

    private let headers: Set<String>
    private let queryParameters: Set<String>

    /// Every spelling of every secret, the longest first: one may be part of another.
    private var secrets: [String]

    /// - Parameter headers: The names of more headers whose values are secret.
    package init(credentials: [CredentialDescription], secrets: [String] = [], headers: Set<String> = []) {
        self.headers = Self.commonHeaders.union(credentials.compactMap(\.header).map { $0.lowercased() })
            .union(headers.map { $0.lowercased() })
        queryParameters = Set(
            credentials.compactMap { if case .query(let name) = $0.carrier { name } else { nil } }
        )
        self.secrets = []
        add(secrets)
    }

    /// A redactor that also knows some secrets.
    func adding(secrets: [String]) -> Redactor {
        var redactor = self
        redactor.add(secrets)
        return redactor
    }

    /// A redactor that also knows what the credential headers of a request carry, whoever has set them.
    package func adding(_ fields: HTTPFields) -> Redactor {
        var redactor = self
        redactor.add(
            fields.filter { isSecret(header: $0.name.canonicalName) }.flatMap { field in
                // A service echoes the token rather than the scheme before it (RFC 9110, section 11.6.2).
                [field.value, String(field.value.drop { $0 != " " }.dropFirst())]
                    + (field.name == .cookie ? Self.cookieValues(field.value) : [])
            }
        )
        return redactor
    }

    private static func cookieValues(_ text: String) -> [String] {
        text.split(separator: ";").map { $0.drop { $0 != "=" }.dropFirst().trimmingWhitespace() }
    }

    private mutating func add(_ added: [String]) {
        let spellings = added.filter { $0.count >= Self.shortestSecret }.flatMap(Self.spellings)
        guard !spellings.isEmpty else { return }
        secrets = Set(secrets + spellings).sorted { ($1.count, $0) < ($0.count, $1) }
    }

    /// A secret as it is, in a URL, and in JSON of those that escape slashes.
    private static func spellings(_ secret: String) -> [String] {
        [
            secret, secret.replacing("/", with: #"\/"#), PercentEncoding.queryComponent(secret),
            PercentEncoding.pathSegment(secret),
        ]
    }

    /// Whether a header's value is secret.
    package func isSecret(header name: String) -> Bool {
        let name = name.lowercased()
        return headers.contains(name) || Self.commonEndings.contains { name.hasSuffix($0) }
    }

    /// A text without the client's credentials.
    package func text(_ text: String) -> String {
        secrets.reduce(text, Self.masking)
    }

    /// Compares bytes: a combining character behind a secret makes another character of its last one, and hides nothing.
    private static func masking(_ text: String, _ secret: String) -> String {
        var (text, secret) = (text, secret)
        let masked: [UInt8]? = text.withUTF8 { text in
            secret.withUTF8 { secret in
                guard let first = secret.first else { return nil }
                var masked: [UInt8] = []
                var (index, kept) = (0, 0)
                while index + secret.count <= text.count {
                    guard text[index] == first, text[index..<index + secret.count].elementsEqual(secret) else {
                        index += 1
                        continue
                    }
                    masked += text[kept..<index]
                    masked += mask.utf8
                    index += secret.count
                    kept = index
                }
                return kept == 0 ? nil : masked + text[kept...]
            }
        }
        return masked.map { String(decoding: $0, as: UTF8.self) } ?? text
    }

    /// A URL without the client's credentials, and without any value of a query parameter that carries one.
    package func url(_ url: String) -> String {
        let parts = url.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !queryParameters.isEmpty else { return text(url) }
        let pairs = parts[1].split(separator: "&", omittingEmptySubsequences: false).map { pair in
            let name = pair.prefix { $0 != "=" }
            return queryParameters.contains(PercentEncoding.decode(name)) ? "\(name)=\(Self.mask)" : String(pair)
        }
        return text("\(parts[0])?\(pairs.joined(separator: "&"))")
    }

    /// Header fields on one line each, with masked credentials.
    func text(_ fields: HTTPFields) -> String {
        fields
            .map { field in
                let isSecret = isSecret(header: field.name.canonicalName)
                return "\(field.name.rawName): \(isSecret ? Self.mask : text(field.value))"
            }
            .joined(separator: "\n")
    }
}

extension Redactor: CustomStringConvertible, CustomReflectable {
    package var description: String { Self.mask }

    /// Nothing: a redactor knows every secret, and whatever holds it may be dumped.
    package var customMirror: Mirror { Mirror(self, children: []) }
}
