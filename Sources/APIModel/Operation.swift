package import Source

/// One call.
package struct Operation: Sendable {
    /// The path of the resource that the call belongs to, in the spec's spelling.
    package let resource: [String]
    /// The call's name in that resource, in the spec's spelling.
    package private(set) var name: String
    /// The call's full name in the spec's spelling, `beta.sessions.resources.add`.
    package private(set) var qualifiedName: String
    package var documentation: Documentation
    /// The HTTP method, as it goes on the wire (RFC 9110, section 9).
    package var httpMethod: String
    /// The path template, `/v1/sessions/{session_id}/resources` (OpenAPI 3.2.0, section 4.8.2).
    package var path: String
    /// Where the call goes that is served elsewhere than the rest of the API: a URL, or a path below the base URL's host.
    package var server: String?
    /// The values of the call that are no part of the body; those in the path come first, in the template's order.
    package var parameters: [Parameter]
    /// Query members that every call sends.
    package var fixedQuery: [NamedValue]
    /// Members of the body that every call sends, whose properties are set by calls alone.
    package var fixedMembers: [FixedMember] = []
    package var body: Body?
    package var response: Response
    /// What calls that fail are answered with, in the spec's order.
    package var errors: [ErrorResponse]
    /// The credentials that this call wants, in place of the service's; see ``Service/security``.
    package var security: [[String]]?
    package var pagination: Pagination?
    /// Where the answer is, if another call says that.
    package var resultsURL: ResultsURL?
    /// The rule that the call follows where it may take long.
    package var longRequest: LongRequest?
    package var source: SourceRange

    /// The full name of the call whose parameters this one takes, where that is another method of the same operation.
    package var paramsOwner: String?

    /// Gives the call another name in its resource.
    mutating func rename(_ name: String) {
        self.name = name
        qualifiedName = (resource + [name]).joined(separator: ".")
    }
}

/// A member of a body with the value that a call gives it.
package struct FixedMember: Hashable, Sendable {
    package var wireName: String
    package var value: Literal

    package init(wireName: String, value: Literal) {
        self.wireName = wireName
        self.value = value
    }
}
