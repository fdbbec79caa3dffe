public import HTTPTypes

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Status and header fields of a response, and what the service says in them about the exchange.
public struct ResponseHead: Sendable {
    /// The status code.
    public let status: Int

    /// The header fields as received.
    public let headers: HTTPFields

    /// How many attempts of the call came before the one that the response answers.
    public let retriesTaken: Int

    /// The call that the response answers.
    let call: CallContext

    init(_ head: HTTPResponse, of call: CallContext, retriesTaken: Int) {
        status = head.status.code
        headers = head.headerFields
        self.retriesTaken = retriesTaken
        self.call = call
    }

    /// The service's identifier of the request.
    public var requestID: String? { headers.value(call.service.requestIDHeader) }

    /// The identifier of the workspace that the credential belongs to, if the service tells.
    public var workspaceID: String? { headers.value(call.service.workspaceIDHeader) }

    /// The value of a header field by its name, in any case: `header("retry-after")`. Values of several fields of one name are
    /// joined with `, `. Nil when there is none, and when that is no name.
    public func header(_ name: String) -> String? { headers.value(name) }

    /// The content type without its parameters, in lower case, such as `application/json`. Nil when there is none.
    public var mediaType: String? {
        MediaType(headers[.contentType])?.essence
    }
}

extension ResponseHead {
    /// An error about what came after the head, with all that the head says.
    ///
    /// - Parameter content: What the error keeps as its body.
    package func failure(_ kind: APIError.Kind, _ message: String, content: String = "") -> APIError {
        call.failure(kind, message, Data(content.utf8), in: self)
    }
}

extension ResponseHead {
    /// Whether the status is one of success (RFC 9110, section 15.3).
    var isSuccess: Bool { (200..<300).contains(status) }
}

extension HTTPFields {
    /// The value of a header whose name comes from a description, if that has one.
    func value(_ name: String?) -> String? {
        name.flatMap { HTTPField.Name($0) }.flatMap { self[$0] }
    }
}
