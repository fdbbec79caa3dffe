extension ObjectDescription {
    static let xml = ObjectDescription(
        "XML Object",
        fields: [
            Field("nodeType", .string, since: .v3_2),
            Field("name", .string),
            Field("namespace", .string),
            Field("prefix", .string),
            Field("attribute", .boolean),
            Field("wrapped", .boolean),
        ]
    )
}
