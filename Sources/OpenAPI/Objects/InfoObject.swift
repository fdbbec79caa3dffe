package import Source

extension ObjectDescription {
    static let info = ObjectDescription(
        "Info Object",
        fields: [
            Field("title", .text, .formal(reading: "the title is empty then")),
            Field("summary", .string, since: .v3_1),
            Field("description", .string),
            Field("termsOfService", .string),
            Field("contact", .object(.contact), isAnnotation: true),
            Field("license", .object(.license), isAnnotation: true),
            Field("version", .text, .formal(reading: "the version is empty then")),
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
            Field("name", .string, .formal(reading: "the license is ignored")),
            Field("identifier", .string, since: .v3_1),
            Field("url", .string),
        ]
    )
}

/// What the document says of the API as a whole (OpenAPI 3.2.0, section 4.2).
package struct InfoObject: ObjectView {
    package let node: YAMLNode
    package init(_ node: YAMLNode) { self.node = node }

    package var title: String? { string("title") }
    package var summary: String? { string("summary") }
    package var description: String? { string("description") }
    package var version: String? { string("version") }
}
