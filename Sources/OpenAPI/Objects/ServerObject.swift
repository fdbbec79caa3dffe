package import Source

extension ObjectDescription {
    static let server = ObjectDescription(
        "Server Object",
        fields: [
            Field("url", .string, .necessary),
            Field("description", .string, isAnnotation: true),
            Field("name", .string, since: .v3_2),
            Field("variables", .map(.object(.serverVariable))),
        ]
    )

    static let serverVariable = ObjectDescription(
        "Server Variable Object",
        fields: [
            Field("enum", .array(.text)),
            Field("default", .text, .formal(reading: "the first of 'enum' is the default, or nothing")),
            Field("description", .string),
        ]
    )
}

/// Where the API is served (OpenAPI 3.2.0, section 4.5).
package struct ServerObject: ObjectView {
    package let node: YAMLNode
    package init(_ node: YAMLNode) { self.node = node }

    package var url: String? { string("url") }
    package var variables: [YAMLMember] { members("variables") }
}
