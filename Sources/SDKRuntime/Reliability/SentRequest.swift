import HTTPTypes

/// The request that an attempt has sent last, as messages tell of it.
///
/// With middleware and redirects one attempt may send several.
struct SentRequest: Sendable {
    /// The request as it went to the transport, credentials and all; before that, as it is going to.
    var head: HTTPRequest

    /// What it carries that must not be shown to anyone.
    var secrets: [String] = []

    /// The tokens that it carries, and where they came from.
    var tokens: [ObtainedToken] = []

    /// Why the response is the answer to the call although it points to another place.
    var redirectRefusal: String?

    private let clientRedactor: Redactor

    /// Scheme, authority and path with query, without the credentials of the query.
    private var target: (scheme: String?, authority: String?, path: String?)

    init(_ request: OutgoingRequest, _ clientRedactor: Redactor) {
        head = request.head
        target = (request.head.scheme, request.head.authority, request.head.path)
        self.clientRedactor = clientRedactor
    }

    /// Its URL, without the credentials of the query.
    var url: String { OutgoingRequest.url(target.scheme, target.authority, target.path) }

    /// Takes another request to go on with.
    mutating func replace(by next: OutgoingRequest) {
        head = next.head
        target = (next.head.scheme, next.head.authority, next.head.path)
    }

    /// Knows the secrets of the client and those that this request alone carries.
    var redactor: Redactor { clientRedactor.adding(secrets: secrets).adding(head.headerFields) }

    /// Method and URL, for messages.
    var label: String { "\(head.method.rawValue) \(redactor.url(OutgoingRequest(head: head).url))" }
}

extension SentRequest: CustomReflectable {
    /// Nothing: the request has credentials, and what holds this may be dumped.
    var customMirror: Mirror { Mirror(self, children: []) }
}
