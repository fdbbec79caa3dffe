public import HTTPTypes

/// An HTTP response whose body has not been read. ``SDKClient/asResponse(_:)`` hands it over.
///
/// When the last reference to ``body`` goes away, the exchange is closed.
public struct UnreadResponse: Sendable {
    /// The status code, one of success.
    public let status: Int

    /// The header fields as received.
    public let headers: HTTPFields

    /// The service's identifier of the request.
    public let requestID: String?

    /// The identifier of the workspace that the credential belongs to, if the service tells.
    public let workspaceID: String?

    /// The body as it arrives, content encodings removed. It can be read once.
    public let body: HTTPBodyStream

    init(_ response: TransportResponse, service: ServiceDescription) {
        status = response.head.status.code
        headers = response.head.headerFields
        requestID = response.head.headerFields.value(service.requestIDHeader)
        workspaceID = response.head.headerFields.value(service.workspaceIDHeader)
        body = response.body
    }
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
