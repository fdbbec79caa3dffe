public import HTTPTypes

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// The HTTP response that a value came with. ``SDKClient/withResponse(_:)`` hands it over.
public struct APIResponse: Sendable {
    /// Status and header fields.
    public let head: ResponseHead

    /// The body as received, content encodings removed. Empty for a response whose body is handed over as a stream.
    public let body: Data

    init(_ head: ResponseHead, body: Data) {
        self.head = head
        self.body = body
    }

    /// The status code.
    public var status: Int { head.status }

    /// The header fields as received.
    public var headers: HTTPFields { head.headers }

    /// The value of a header field by its name, in any case: `header("retry-after")`. Nil when there is none.
    public func header(_ name: String) -> String? { head.header(name) }

    /// The service's identifier of the request.
    public var requestID: String? { head.requestID }

    /// The identifier of the workspace that the credential belongs to, if the service tells.
    public var workspaceID: String? { head.workspaceID }

    /// How many attempts of the call came before the one that the response answers.
    public var retriesTaken: Int { head.retriesTaken }

    /// The content type without its parameters, in lower case. Nil when there is none.
    public var mediaType: String? { head.mediaType }
}
