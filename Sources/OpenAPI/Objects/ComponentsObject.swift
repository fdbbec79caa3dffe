package import Source

extension ObjectDescription {
    static let components = ObjectDescription(
        "Components Object",
        fields: [
            Field("schemas", .map(.schema)),
            Field("responses", .map(.object(.response))),
            Field("parameters", .map(.object(.parameter))),
            Field("examples", .map(.object(.example)), isAnnotation: true),
            Field("requestBodies", .map(.object(.requestBody))),
            Field("headers", .map(.object(.header))),
            Field("securitySchemes", .map(.object(.securityScheme))),
            Field("links", .map(.object(.link)), isAnnotation: true),
            Field("callbacks", .map(.object(.callback))),
            Field("pathItems", .map(.object(.pathItem)), since: .v3_1),
            Field("mediaTypes", .map(.object(.mediaType)), since: .v3_2),
        ]
    )
}

/// The reusable objects of a document, by kind and name (OpenAPI 3.2.0, section 4.7).
package struct ComponentsObject: ObjectView {
    package let node: YAMLNode
    package init(_ node: YAMLNode) { self.node = node }

    package var schemas: [YAMLMember] { members("schemas") }
    package var securitySchemes: [YAMLMember] { members("securitySchemes") }
}
