package import Source

/// One call.
///
/// A class, because every stage goes through all calls: a reference costs less to hand over than its parts.
package final class Operation: Sendable {
    /// The path of the resource that the call belongs to, in the spec's spelling.
    package let resource: [String]
    /// The call's name in that resource, in the spec's spelling.
    package let name: String
    /// The call's full name in the spec's spelling, `beta.sessions.resources.add`.
    package let qualifiedName: String
    package let documentation: Documentation
    /// The HTTP method, as it goes on the wire (RFC 9110, section 9).
    package let httpMethod: String
    /// The path template, `/v1/sessions/{session_id}/resources` (OpenAPI 3.2.0, section 4.8.2).
    package let path: String
    /// Where the call goes that is served elsewhere than the rest of the API: a URL, or a path below the base URL's host.
    package let server: String?
    /// The values of the call that are no part of the body; those in the path come first, in the template's order.
    package let parameters: [Parameter]
    /// Query members that every call sends.
    package let fixedQuery: [NamedValue]
    package let body: Body?
    package let response: Response
    /// What calls that fail are answered with, in the spec's order.
    package let errors: [ErrorResponse]
    /// The credentials that this call wants, in place of the service's; see ``Service/security``.
    package let security: [[String]]?
    package let pagination: Pagination?
    package let source: SourceRange

    init(
        resource: [String],
        name: String,
        qualifiedName: String,
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
        pagination: Pagination?,
        source: SourceRange
    ) {
        self.resource = resource
        self.name = name
        self.qualifiedName = qualifiedName
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
        self.pagination = pagination
        self.source = source
    }
}
