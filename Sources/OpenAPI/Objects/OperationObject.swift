package import Source

extension ObjectDescription {
    static let operation = ObjectDescription(
        "Operation Object",
        fields: [
            Field("tags", .array(.string)),
            Field("summary", .string),
            Field("description", .string),
            Field("externalDocs", .object(.externalDocumentation), isAnnotation: true),
            Field("operationId", .string),
            Field("parameters", .array(.object(.parameter))),
            Field("requestBody", .object(.requestBody)),
            Field("responses", .object(.responses)),
            Field("callbacks", .map(.object(.callback))),
            Field("deprecated", .boolean),
            Field("security", .securityRequirements),
            Field("servers", .array(.object(.server))),
        ],
        extensions: [
            Field("x-sdk-method", .string),
            Field("x-sdk-query", .map(.text)),
            Field("x-sdk-header-values", .map(.text)),
            Field("x-sdk-pagination", .object(.paginationExtension)),
            Field("x-sdk-stream", .object(.streamExtension)),
            Field("x-sdk-long-requests", .object(.longRequestsExtension)),
            Field("x-sdk-results-url", .object(.resultsURLExtension)),
        ]
    )

    static let callback = ObjectDescription(
        "Callback Object",
        allowsReference: true,
        fields: [],
        patterned: Pattern(expectation: "a runtime expression", matches: { _ in true }, value: .object(.pathItem))
    )

    static let externalDocumentation = ObjectDescription(
        "External Documentation Object",
        fields: [
            Field("description", .string),
            Field("url", .string, .formal(reading: "it is ignored")),
        ]
    )
}

/// One call of the API (OpenAPI 3.2.0, section 4.10).
package struct OperationObject: ObjectView {
    package let node: YAMLNode
    package init(_ node: YAMLNode) { self.node = node }

    package var summary: String? { string("summary") }
    package var description: String? { string("description") }
    package var operationID: String? { string("operationId") }
    package var parameters: [YAMLNode] { list("parameters") ?? [] }
    package var requestBody: YAMLNode? { value("requestBody") }
    /// The responses by status code or range of codes, and `default`.
    package var responses: [YAMLMember] {
        members("responses").filter { $0.key == "default" || ResponseObject.isStatus($0.key) }
    }
    package var isDeprecated: Bool { bool("deprecated") ?? false }
    package var servers: [ServerObject] { objects("servers") }

    /// The requirements of this operation alone, or nil where those of the document hold.
    package var security: [SecurityRequirement]? { value("security") == nil ? nil : securityRequirements("security") }

    /// `x-sdk-method`: the call in the SDK, resource path and method name, `beta.sessions.resources.add`.
    package var method: YAMLNode? { node["x-sdk-method"] }
    /// `x-sdk-query`: query members that every call sends, whatever the caller gives.
    package var fixedQuery: [YAMLMember] { node["x-sdk-query"].map { Array($0.members) } ?? [] }
    /// `x-sdk-header-values`: by header name, the value that every call appends to the caller's.
    package var headerValues: [YAMLMember] { node["x-sdk-header-values"].map { Array($0.members) } ?? [] }
}
