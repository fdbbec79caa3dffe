extension APIError {
    // <!-- swift
    // let error = APIError(.rateLimit, "")
    // func slowDown() {}
    // func report(_ error: APIError) {}
    // -->
    /// What happened. Kinds form a tree: an ``overloaded`` is an ``internalServer`` is an ``apiStatus``.
    ///
    /// In a `switch`, a broader kind also accepts the finer ones below it, so that the finer ones come first:
    ///
    /// ```swift
    /// switch error.kind {
    /// case .rateLimit, .overloaded: slowDown()
    /// case .apiStatus: report(error)
    /// default: throw error
    /// }
    /// ```
    public struct Kind: Sendable, Hashable, CustomStringConvertible {
        /// The names from the broadest kind down to this one.
        private let path: [String]

        private init(_ name: String, under parent: Kind? = nil) {
            path = (parent?.path ?? []) + [name]
        }

        /// Whether this kind is `other` or a finer kind of it.
        public func matches(_ other: Kind) -> Bool {
            path.starts(with: other.path)
        }

        /// Lets a `switch` over kinds match the way ``matches(_:)`` does.
        public static func ~= (pattern: Kind, kind: Kind) -> Bool {
            kind.matches(pattern)
        }

        /// The kind's own name, such as `rateLimit`.
        public var description: String { path.last ?? "" }
    }
}

extension APIError.Kind {
    /// The request cannot be made from what the caller gave. Nothing was sent.
    public static let invalidArgument = Self("invalidArgument")
    /// The value of a path parameter would lead to another path than the operation's.
    public static let invalidPathParameter = Self("invalidPathParameter", under: .invalidArgument)
    /// More than one credential was given.
    public static let conflictingCredentials = Self("conflictingCredentials", under: .invalidArgument)
    /// No credential was found. Nothing was sent.
    public static let missingCredentials = Self("missingCredentials", under: .invalidArgument)
    /// No key was given to check webhooks with.
    public static let missingWebhookKey = Self("missingWebhookKey", under: .invalidArgument)
    /// The key to check webhooks with is none: `whsec_` and base64 are expected.
    public static let invalidWebhookKey = Self("invalidWebhookKey", under: .invalidArgument)
    /// The response would take too long to be sent all at once; see ``LongRequestRule``. Nothing was sent.
    public static let streamingRequired = Self("streamingRequired", under: .invalidArgument)

    /// No connection came about, or it broke.
    public static let connection = Self("connection")
    /// The service did not answer in time.
    public static let timeout = Self("timeout", under: .connection)

    /// The response cannot be read as what the operation returns.
    public static let decoding = Self("decoding")
    /// An event of a stream makes no sense after those before it.
    public static let unexpectedEventOrder = Self("unexpectedEventOrder", under: .decoding)
    /// An event of a stream is about a part that is not there, or not next.
    public static let unexpectedIndex = Self("unexpectedIndex", under: .decoding)
    /// What a stream brings was wanted, and the stream has not been read to the end of it, or ended before.
    public static let incompleteStream = Self("incompleteStream")
    /// The body of a response, which can be read once, was to be read again; or that of a request to be sent again.
    public static let alreadyConsumed = Self("alreadyConsumed")
    /// A page names a next page that has been fetched before.
    public static let repeatedPage = Self("repeatedPage")
    /// What was asked for is not there yet: the service is still working on it.
    public static let resultsNotReady = Self("resultsNotReady")
    /// A file could not be read to be sent, or not be written.
    public static let file = Self("file")

    /// It is not certain that the service has sent a webhook: do not act on it.
    public static let webhookVerification = Self("webhookVerification")
    /// A header field of a webhook is missing.
    public static let missingHeaders = Self("missingHeaders", under: .webhookVerification)
    /// A header field of a webhook is not what it has to be.
    public static let invalidHeaders = Self("invalidHeaders", under: .webhookVerification)
    /// No signature of a webhook is one of the key, the time and the bytes that were received.
    public static let signatureMismatch = Self("signatureMismatch", under: .webhookVerification)
    /// A webhook was sent too long ago: it may be one that someone has kept and sends again.
    public static let timestampTooOld = Self("timestampTooOld", under: .webhookVerification)
    /// A webhook claims to be from the future.
    public static let timestampTooNew = Self("timestampTooNew", under: .webhookVerification)

    /// The service answered with a status that is no success.
    public static let apiStatus = Self("apiStatus")
    /// Status 400.
    public static let badRequest = Self("badRequest", under: .apiStatus)
    /// Status 401.
    public static let authentication = Self("authentication", under: .apiStatus)
    /// Status 402.
    public static let paymentRequired = Self("paymentRequired", under: .apiStatus)
    /// Status 403.
    public static let permissionDenied = Self("permissionDenied", under: .apiStatus)
    /// Status 404.
    public static let notFound = Self("notFound", under: .apiStatus)
    /// Status 408.
    public static let requestTimeout = Self("requestTimeout", under: .apiStatus)
    /// Status 409.
    public static let conflict = Self("conflict", under: .apiStatus)
    /// Status 412.
    public static let preconditionFailed = Self("preconditionFailed", under: .apiStatus)
    /// Status 413.
    public static let contentTooLarge = Self("contentTooLarge", under: .apiStatus)
    /// Status 422.
    public static let unprocessableEntity = Self("unprocessableEntity", under: .apiStatus)
    /// Status 429.
    public static let rateLimit = Self("rateLimit", under: .apiStatus)
    /// Status 431.
    public static let headerFieldsTooLarge = Self("headerFieldsTooLarge", under: .apiStatus)
    /// Status 499.
    public static let clientClosedRequest = Self("clientClosedRequest", under: .apiStatus)
    /// Any status from 500.
    public static let internalServer = Self("internalServer", under: .apiStatus)
    /// Status 501.
    public static let notImplemented = Self("notImplemented", under: .internalServer)
    /// Status 503.
    public static let serviceUnavailable = Self("serviceUnavailable", under: .internalServer)
    /// Status 504.
    public static let gatewayTimeout = Self("gatewayTimeout", under: .internalServer)
    /// Status 529.
    public static let overloaded = Self("overloaded", under: .internalServer)

    /// The kind of a status that is no success.
    public static func status(_ status: Int) -> Self {
        switch status {
        case 400: .badRequest
        case 401: .authentication
        case 402: .paymentRequired
        case 403: .permissionDenied
        case 404: .notFound
        case 408: .requestTimeout
        case 409: .conflict
        case 412: .preconditionFailed
        case 413: .contentTooLarge
        case 422: .unprocessableEntity
        case 429: .rateLimit
        case 431: .headerFieldsTooLarge
        case 499: .clientClosedRequest
        case 501: .notImplemented
        case 503: .serviceUnavailable
        case 504: .gatewayTimeout
        case 529: .overloaded
        case 500...: .internalServer
        default: .apiStatus
        }
    }
    /// The kind of status errors that an error's type names, whatever the notation: `rateLimit` for `rate_limit_error`.
    init?(errorType type: String) {
        var name = type.filter { $0.isLetter || $0.isNumber }.lowercased()
        if name.hasSuffix("error") { name.removeLast("error".count) }
        guard let kind = Self.statusKinds.first(where: { $0.description.lowercased() == name }) else { return nil }
        self = kind
    }

    /// The kinds that statuses have.
    private static let statusKinds = (400..<600).map(status)
}
