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
        requestID = head.headerFields.value(service.requestIDHeader)
        workspaceID = head.headerFields.value(service.workspaceIDHeader)
        self.body = body
    }
}

extension HTTPFields {
    /// The value of a header whose name comes from a description, if that has one.
    func value(_ name: String?) -> String? {
        name.flatMap { HTTPField.Name($0) }.flatMap { self[$0] }
    }
}
