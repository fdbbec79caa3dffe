#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A credential that a client has.
struct ClientCredential: Sendable {
    private enum Source: Sendable {
        case text(String, PlacedCredential)
        case provider(TokenProvider)

        init(_ description: CredentialDescription, _ text: String) {
            self = .text(text, PlacedCredential(description, text))
        }
    }

    let description: CredentialDescription
    /// Whether the client was given it, rather than finding it in the environment.
    let isArgument: Bool
    private let source: Source

    /// - Throws: ``APIError`` for a value of a type that is no credential.
    init(_ description: CredentialDescription, _ value: any CredentialValue) throws {
        self.description = description
        isArgument = true
        switch value {
        case let text as String: source = Source(description, text)
        case let basic as BasicCredential: source = Source(description, "\(basic.username):\(basic.password)")
        case let provider as TokenProvider: source = .provider(provider)
        default:
            throw APIError(.invalidArgument, "the argument '\(description.argument)' is no credential")
        }
    }

    init(_ description: CredentialDescription, variable: String) {
        self.description = description
        isArgument = false
        source = Source(description, variable)
    }

    /// Whether nothing but white space was given.
    var isBlank: Bool {
        if case .text(let text, _) = source { text.trimmingWhitespace().isEmpty } else { false }
    }

    /// What must not be shown to anyone, as far as it is known beforehand.
    var secrets: [String] {
        guard case .text(_, let placed) = source else { return [] }
        return placed.secrets
    }

    /// The credential as a request carries it.
    ///
    /// - Throws: What a ``TokenProvider`` throws.
    func placed(_ clock: ClientClock) async throws -> PlacedCredential {
        switch source {
        case .text(_, let placed):
            return placed
        case .provider(let provider):
            let token = try await provider.token(clock)
            var placed = PlacedCredential(description, token)
            placed.token = provider.isRefreshable ? ObtainedToken(provider: provider, value: token) : nil
            return placed
        }
    }
}

/// A credential as a request carries it.
struct PlacedCredential: Sendable {
    private(set) var headers = HeaderLayer()
    private(set) var cookies: [RequestCookie] = []
    private(set) var query: [QueryPair] = []
    /// What must not be shown to anyone.
    private(set) var secrets: [String]
    /// The token that it is, if it has been obtained.
    fileprivate(set) var token: ObtainedToken?

    init(_ description: CredentialDescription, _ text: String) {
        secrets = [text]
        switch description.carrier {
        case .header(let name):
            headers = [name: text]
        case .query(let name):
            let pair = "\(PercentEncoding.queryComponent(name))=\(PercentEncoding.queryComponent(text))"
            query = [QueryPair(parameter: name, name: name, text: pair)]
        case .cookie(let name):
            cookies = [RequestCookie(credential: text, named: name)]
        case .bearer:
            headers = ["Authorization": "Bearer \(text)"]
        case .basic:
            let encoded = Data(text.utf8).base64EncodedString()
            headers = ["Authorization": "Basic \(encoded)"]
            secrets += [encoded, String(text.drop { $0 != ":" }.dropFirst())]
        }
    }
}

/// A token that a provider has obtained.
struct ObtainedToken: Sendable {
    let provider: TokenProvider
    let value: String
}
