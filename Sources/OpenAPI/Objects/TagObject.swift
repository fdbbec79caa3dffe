extension ObjectDescription {
    static let tag = ObjectDescription(
        "Tag Object",
        fields: [
            Field("name", .string, isRequired: true),
            Field("summary", .string, since: .v3_2),
            Field("description", .string),
            Field("externalDocs", .object(.externalDocumentation)),
            Field("parent", .string, since: .v3_2),
            Field("kind", .string, since: .v3_2),
        ]
    )
}
