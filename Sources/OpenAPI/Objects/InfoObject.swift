package import Source

extension ObjectDescription {
    static let info = ObjectDescription(
        "Info Object",
        fields: [
            Field("title", .text, isRequired: true),
            Field("summary", .string, since: .v3_1),
            Field("description", .string),
            Field("termsOfService", .string),
            Field("contact", .object(.contact)),
            Field("license", .object(.license)),
            Field("version", .text, isRequired: true),
        ]
    )

    static let contact = ObjectDescription(
        "Contact Object",
        fields: [
            Field("name", .string),
            Field("url", .string),
            Field("email", .string),
        ]
    )

    static let license = ObjectDescription(
        "License Object",
        fields: [
            Field("name", .string, isRequired: true),
            Field("identifier", .string, since: .v3_1),
            Field("url", .string),
        ]
    )
}

/// What the document says of the API as a whole (OpenAPI 3.2.0, section 4.2).
package struct InfoObject: ObjectView {
    package let node: YAMLNode
    package init(_ node: YAMLNode) { self.node = node }

    package var title: String? { text("title") }
    package var summary: String? { string("summary") }
    package var description: String? { string("description") }
    package var version: String? { text("version") }
}
