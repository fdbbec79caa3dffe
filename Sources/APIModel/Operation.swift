package import Source

/// One call.
///
/// A class, because all that walks over the calls is handed each of them, and a reference costs less than its parts. Only
/// the lowering changes a call, before anyone else sees it: that is why it is sendable.
package final class Operation: @unchecked Sendable {
    /// The path of the resource that the call belongs to, in the spec's spelling.
    package let resource: [String]
    /// The call's name in that resource, in the spec's spelling.
    package let name: String
    /// The call's full name in the spec's spelling, `beta.sessions.resources.add`.
    package let qualifiedName: String
    package internal(set) var documentation: Documentation
    /// The HTTP method, as it goes on the wire (RFC 9110, section 9).
    package let httpMethod: String
    /// The path template, `/v1/sessions/{session_id}/resources` (OpenAPI 3.2.0, section 4.8.2).
    package let path: String
    /// Where the call goes that is served elsewhere than the rest of the API: a URL, or a path below the base URL's host.
    package let server: String?
    /// The values of the call that are no part of the body; those in the path come first, in the template's order.
    package internal(set) var parameters: [Parameter]
    /// Query members that every call sends.
    package internal(set) var fixedQuery: [NamedValue]
    /// Members of the body that every call sends, whose properties are set by calls alone.
    package internal(set) var fixedMembers: [FixedMember] = []
    package internal(set) var body: Body?
    package let response: Response
    /// What calls that fail are answered with, in the spec's order.
    package let errors: [ErrorResponse]
    /// The credentials that this call wants, in place of the service's; see ``Service/security``.
    package let security: [[String]]?
    package internal(set) var pagination: Pagination?
    /// Where the answer is, if another call says that.
    package internal(set) var resultsURL: ResultsURL?
    /// The rule that the call follows where it may take long.
    package internal(set) var longRequest: LongRequest?
    package let source: SourceRange

    /// The full name of the call whose parameters this one takes, where that is another method of the same operation.
    package private(set) var paramsOwner: String?

    init(
        name: CallName,
        documentation: Documentation,
        httpMethod: String,
        path: String,
        server: String?,
        parameters: [Parameter],
        fixedQuery: [NamedValue],
        body: Body?,
        response: Response,
        errors: [ErrorResponse],
        security: [[String]]?,
        source: SourceRange
    ) {
        resource = name.resource
        self.name = name.method
        qualifiedName = name.path.joined(separator: ".")
        self.documentation = documentation
        self.httpMethod = httpMethod
        self.path = path
        self.server = server
        self.parameters = parameters
        self.fixedQuery = fixedQuery
        self.body = body
        self.response = response
        self.errors = errors
        self.security = security
        self.source = source
    }

    /// A further call of the same operation, which takes what this one takes.
    func sibling(named name: String, _ documentation: Documentation, _ response: Response) -> Operation {
        let sibling = Operation(
            name: CallName(resource: resource, method: name),
            documentation: documentation,
            httpMethod: httpMethod,
            path: path,
            server: server,
            parameters: parameters,
            fixedQuery: fixedQuery,
            body: body,
            response: response,
            errors: errors,
            security: security,
            source: source
        )
        sibling.paramsOwner = qualifiedName
        return sibling
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
