public import HTTPTypes

/// An HTTP response whose body has not been read. ``SDKClient/asResponse(_:)`` hands it over.
///
/// When the last reference to ``body`` goes away, the exchange is closed.
public struct UnreadResponse: Sendable {
    /// Status and header fields.
    public let head: ResponseHead

    /// The body as it arrives, content encodings removed. It can be read once.
    public let body: HTTPBodyStream

    init(_ head: ResponseHead, body: HTTPBodyStream) {
        self.head = head
        self.body = body
    }

    /// The status code, one of success.
    public var status: Int { head.status }

    /// The header fields as received.
    public var headers: HTTPFields { head.headers }

    /// The service's identifier of the request.
    public var requestID: String? { head.requestID }

    /// The identifier of the workspace that the credential belongs to, if the service tells.
    public var workspaceID: String? { head.workspaceID }

    /// How many attempts of the call came before the one that the response answers.
    public var retriesTaken: Int { head.retriesTaken }
}

/// Takes the response of a call that goes through a client made by ``SDKClient/asResponse(_:)``.
actor ResponseReceiver {
    private(set) var response: UnreadResponse?

    func take(_ response: UnreadResponse) {
        self.response = response
    }
}

/// Ends a call whose response has been handed over, in place of a value.
struct ResponseHandedOver: Error {}
