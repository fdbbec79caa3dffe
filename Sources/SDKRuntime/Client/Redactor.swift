import HTTPTypes

/// Keeps credentials out of everything that people read: log lines and errors.
package struct Redactor: Sendable {
    /// What stands in a credential's place.
    package static let mask = "***"

    /// Headers that carry credentials in any service.
    private static let commonHeaders: Set<String> = [
        "authorization", "proxy-authorization", "api-key", "x-api-key", "cookie", "set-cookie",
    ]

    /// A shorter secret would mask ordinary text.
    private static let shortestSecret = 8

    private let headers: Set<String>
    private let secrets: [String]

    package init(credentials: [CredentialDescription], secrets: [String]) {
        headers = Self.commonHeaders.union(credentials.map { $0.header.lowercased() })
        self.secrets = secrets.filter { $0.count >= Self.shortestSecret }
    }

    /// Whether a header's value is secret.
    package func isSecret(header name: String) -> Bool {
        headers.contains(name.lowercased())
    }

    /// A text without the client's credentials.
    package func text(_ text: String) -> String {
        secrets.reduce(text) { $0.replacing($1, with: Self.mask) }
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
