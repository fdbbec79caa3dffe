package import Source

extension ObjectDescription {
    static let discriminator = ObjectDescription(
        "Discriminator Object",
        fields: [
            Field("propertyName", .string, .formal(reading: "the discriminator is ignored")),
            Field("mapping", .map(.string)),
            Field("defaultMapping", .string, since: .v3_2),
        ]
    )
}

/// Which property tells the members of a union apart (OpenAPI 3.2.0, section 4.25).
package struct DiscriminatorObject: ObjectView {
    package let node: YAMLNode
    package init(_ node: YAMLNode) { self.node = node }

    /// The name of the property. Swagger 2.0 has it in place of the object, and some later documents still do.
    package var propertyName: String? { node.string ?? string("propertyName") }
    /// By value of the property, which schema is meant: `Document.schema(mappedBy:)` gives it.
    package var mapping: [YAMLMember] { node["mapping"].map { Array($0.members) } ?? [] }
    /// What a value means that no mapping has; a value for `Document.schema(mappedBy:)`.
    package var defaultMapping: YAMLNode? { value("defaultMapping") }
}
