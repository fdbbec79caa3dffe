package import Source

/// What every call of the API has in common.
package struct Service: Hashable, Sendable {
    /// Where the API is served, or nil where the caller must say.
    package var baseURL: String?
    /// The path below which the API is served, where the spec leaves it to the caller on which host.
    package var basePath: String?
    /// Where it is served, by name; empty where that can only be one place.
    package var servers: [Server]
    package var credentials: [Credential]
    /// The credentials that a call wants: alternatives, each of which is a set of scheme names; an empty set is a call
    /// without. Nil where any one does.
    package var security: [[String]]?
    /// Headers that every request sends.
    package var headers: [NamedValue]
    package var product: String?
    package var telemetryPrefix: String?
    package var requestIDHeader: String?
    package var workspaceIDHeader: String?
    /// The header that tells the attempts of one call from those of another.
    package var idempotencyHeader: String?
    package var errorBody: ErrorBody
    package var queryArrays: QueryArrays
    /// The key that webhooks are signed with; nil where a client has none.
    package var webhookKey: WebhookKey?
    /// The rules for calls that take long, in the spec's order.
    package var longRequestRules: [LongRequestRule]

    /// How arrays and objects in a query are written.
    package enum QueryArrays: Hashable, Sendable {
        /// By the style of each parameter.
        case openAPI
        /// `a[]=1&a[]=2`, `f[k]=v`.
        case brackets
    }

    /// Where an error body holds what, as JSON Pointers (RFC 6901).
    package struct ErrorBody: Hashable, Sendable {
        package var type: String?
        package var message: String?
        package var code: String?
        /// The status that responses have for each type, in the spec's order.
        package var statuses: [Status]

        package init(type: String? = nil, message: String? = nil, code: String? = nil, statuses: [Status] = []) {
            self.type = type
            self.message = message
            self.code = code
            self.statuses = statuses
        }

        /// A type of error with its status.
        package struct Status: Hashable, Sendable {
            package var type: String
            package var code: Int
        }
    }

    /// Where a client has the key from that webhooks are signed with.
    package struct WebhookKey: Hashable, Sendable {
        /// The environment variable, without the prefix.
        package var environment: String?
    }
}

/// One way for a caller to show who it is.
package struct Credential: Hashable, Sendable {
    /// The spec's name of the scheme.
    package var name: String
    /// The name of the client's argument, in the spec's spelling.
    package var argument: String
    package var documentation: Documentation
    /// The environment variable, without the prefix.
    package var environment: String?
    package var carrier: Carrier
    package var source: SourceRange

    package enum Carrier: Hashable, Sendable {
        case header(name: String)
        case query(name: String)
        case cookie(name: String)
        /// `Authorization: Bearer …` (RFC 6750).
        case bearer
        /// `Authorization: Basic …` (RFC 7617).
        case basic
        /// A token that may have to be fetched (RFC 6749).
        case token
    }
}

/// A name with a value, both as they go on the wire.
package struct NamedValue: Hashable, Sendable {
    package var name: String
    package var value: String

    package init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}
