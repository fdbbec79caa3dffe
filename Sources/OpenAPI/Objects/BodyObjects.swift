package import Source

extension ObjectDescription {
    static let requestBody = ObjectDescription(
        "Request Body Object",
        allowsReference: true,
        fields: [
            Field("description", .string),
            Field("content", .map(.object(.mediaType)), .formal(reading: "there is no body then")),
            Field("required", .boolean),
        ]
    )

    static let mediaType = ObjectDescription(
        "Media Type Object",
        allowsReference: true,
        fields: [
            Field("schema", .schema),
            Field("itemSchema", .schema, since: .v3_2),
            Field("example", .any),
            Field("examples", .map(.object(.example)), isAnnotation: true),
            Field("encoding", .map(.object(.encoding))),
            Field("prefixEncoding", .array(.object(.encoding)), since: .v3_2),
            Field("itemEncoding", .object(.encoding), since: .v3_2),
        ]
    )

    static let encoding = ObjectDescription(
        "Encoding Object",
        fields: [
            Field("contentType", .string),
            Field("headers", .map(.object(.header))),
            Field("style", .oneOf(ParameterObject.styles, what: "parameter style")),
            Field("explode", .boolean),
            Field("allowReserved", .boolean),
            Field("encoding", .map(.object(.encoding)), since: .v3_2),
            Field("prefixEncoding", .array(.object(.encoding)), since: .v3_2),
            Field("itemEncoding", .object(.encoding), since: .v3_2),
        ]
    )
}

/// The body that a call sends (OpenAPI 3.2.0, section 4.13).
package struct RequestBodyObject: ObjectView {
    package let node: YAMLNode
    package init(_ node: YAMLNode) { self.node = node }

    package var description: String? { string("description") }
    package var isRequired: Bool { bool("required") ?? false }
    /// The forms of the body by media type.
    package var content: [YAMLMember] { members("content") }
}

/// The body in one media type (OpenAPI 3.2.0, section 4.14).
package struct MediaTypeObject: ObjectView {
    package let node: YAMLNode
    package init(_ node: YAMLNode) { self.node = node }

    package var schema: YAMLNode? { value("schema") }
}
