public import HTTPTypes

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// The HTTP response that a value came with. ``SDKClient/withResponse(_:)`` hands it over.
public struct APIResponse: Sendable {
    /// The status code.
    public let status: Int

    /// The header fields as received.
    public let headers: HTTPFields

    /// The service's identifier of the request.
    public let requestID: String?

    /// The identifier of the workspace that the credential belongs to, if the service tells.
    public let workspaceID: String?

    /// The body as received, content encodings removed.
    public let body: Data

    init(head: HTTPResponse, body: Data, service: ServiceDescription) {
        status = head.status.code
        headers = head.headerFields
        requestID = service.requestIDHeader.flatMap { head.headerFields.value($0) }
        workspaceID = service.workspaceIDHeader.flatMap { head.headerFields.value($0) }
        self.body = body
    }
}

extension HTTPFields {
    /// The value of a header whose name comes from a description.
    fileprivate func value(_ name: String) -> String? {
        HTTPField.Name(name).flatMap { self[$0] }
    }
}
