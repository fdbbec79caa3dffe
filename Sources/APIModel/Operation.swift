package import Source

/// One call.
package struct Operation: Sendable {
    /// The path of the resource that the call belongs to, in the spec's spelling.
    package var resource: [String]
    /// The call's name in that resource, in the spec's spelling.
    package var name: String
    package var documentation: Documentation
    /// The HTTP method, in upper case (RFC 9110, section 9).
    package var httpMethod: String
    /// The path template, `/v1/sessions/{session_id}/resources` (OpenAPI 3.2.0, section 4.8.2).
    package var path: String
    /// The values of the call that are no part of the body; those in the path come first, in the template's order.
    package var parameters: [Parameter]
    /// Query members that every call sends.
    package var fixedQuery: [NamedValue]
    package var body: Body?
    package var response: ResponseContent
    /// What the spec says of the answer.
    package var responseText: String?
    package var source: SourceRange

    /// The call's full name in the spec's spelling, `beta.sessions.resources.add`.
    package var qualifiedName: String { (resource + [name]).joined(separator: ".") }
}

/// What a call sends as its body.
package enum Body: Sendable {
    /// A JSON object, whose properties are values of the call.
    case object(ObjectType)
    /// A JSON value that is given as one.
    case value(TypeReference, documentation: Documentation, isRequired: Bool)
}

/// What a successful call gives.
package enum ResponseContent: Hashable, Sendable {
    case empty
    case json(TypeReference, isNullable: Bool)
}
