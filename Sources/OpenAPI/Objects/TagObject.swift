extension ObjectDescription {
    static let tag = ObjectDescription(
        "Tag Object",
        fields: [
            Field("name", .string, .formal(reading: "the tag is ignored")),
            Field("summary", .string, since: .v3_2),
            Field("description", .string),
            Field("externalDocs", .object(.externalDocumentation), isAnnotation: true),
            Field("parent", .string, since: .v3_2),
            Field("kind", .string, since: .v3_2),
        ]
    )
}
