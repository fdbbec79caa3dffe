package import Source

extension ObjectDescription {
    static let openAPI = ObjectDescription(
        "OpenAPI Object",
        fields: [
            Field("openapi", .text, .necessary),
            Field("$self", .string, since: .v3_2),
            Field("info", .object(.info), .formal(reading: "the API has no title then")),
            Field("jsonSchemaDialect", .string, since: .v3_1),
            Field("servers", .array(.object(.server))),
            Field("paths", .object(.paths)),
            Field("webhooks", .map(.object(.pathItem)), since: .v3_1),
            Field("components", .object(.components)),
            Field("security", .securityRequirements),
            Field("tags", .array(.object(.tag)), isAnnotation: true),
            Field("externalDocs", .object(.externalDocumentation), isAnnotation: true),
        ],
        extensions: [
            Field("x-sdk-client", .object(.clientExtension))
        ]
    )
}

/// The root of a document (OpenAPI 3.2.0, section 4.1).
package struct OpenAPIObject: ObjectView {
    package let node: YAMLNode
    package init(_ node: YAMLNode) { self.node = node }

    package var info: InfoObject? { object("info") }
    package var servers: [ServerObject] { objects("servers") }
    package var components: ComponentsObject? { object("components") }
    /// The requirements that hold for every operation without its own: alternatives, each a set of scheme names.
    package var security: [SecurityRequirement] { securityRequirements("security") }
    package var client: ClientExtensionObject? { object("x-sdk-client") }
    /// The path items by path template, in the document's order.
    package var paths: [YAMLMember] { members("paths").filter(PathItemObject.isPath) }
}
