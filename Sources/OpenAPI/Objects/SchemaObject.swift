package import Source

extension ObjectDescription {
    static let schema = ObjectDescription(
        "Schema Object",
        allowsReference: true,
        fields: applicators + assertions + annotations + openAPI30,
        extensions: [
            Field("x-sdk-name", .string),
            Field("x-sdk-value-names", .map(.string)),
        ]
    )

    /// Keywords that hold further schemas (JSON Schema 2020-12, Core, section 10 and 11).
    private static let applicators: [Field] = {
        let list = ValueKind.array(.schema)
        let map = ValueKind.map(.schema)
        return [
            Field("allOf", list),
            Field("anyOf", list),
            Field("oneOf", list),
            Field("not", .schema),
            Field("if", .schema, since: .v3_1),
            Field("then", .schema, since: .v3_1),
            Field("else", .schema, since: .v3_1),
            Field("dependentSchemas", map, since: .v3_1),
            Field("prefixItems", list, since: .v3_1),
            Field("items", .either([.schema, list])),
            Field("contains", .schema, since: .v3_1),
            Field("properties", map),
            Field("patternProperties", map, since: .v3_1),
            Field("additionalProperties", .schema),
            Field("propertyNames", .schema, since: .v3_1),
            Field("unevaluatedItems", .schema, since: .v3_1),
            Field("unevaluatedProperties", .schema, since: .v3_1),
            Field("contentSchema", .schema, since: .v3_1),
            Field("$defs", map, since: .v3_1),
        ]
    }()

    /// Keywords that narrow a value (JSON Schema 2020-12, Validation, section 6).
    private static let assertions: [Field] = {
        let type = ValueKind.oneOf(SchemaObject.types, what: "schema type", rule: "schema-type")
        return [
            Field("type", .either([type, .array(type)])),
            Field("enum", .array(.any)),
            Field("const", .any, since: .v3_1),
            Field("multipleOf", .number),
            Field("maximum", .number),
            Field("exclusiveMaximum", .either([.boolean, .number])),
            Field("minimum", .number),
            Field("exclusiveMinimum", .either([.boolean, .number])),
            Field("maxLength", .integer),
            Field("minLength", .integer),
            Field("pattern", .string),
            Field("maxItems", .integer),
            Field("minItems", .integer),
            Field("uniqueItems", .boolean),
            Field("maxContains", .integer, since: .v3_1),
            Field("minContains", .integer, since: .v3_1),
            Field("maxProperties", .integer),
            Field("minProperties", .integer),
            Field("required", .array(.text)),
            Field("dependentRequired", .map(.array(.text)), isAnnotation: true, since: .v3_1),
        ]
    }()

    /// Keywords that describe (Validation, sections 7 to 9; OpenAPI 3.2.0, section 4.24; Core, section 8).
    private static let annotations: [Field] = [
        Field("title", .text),
        Field("description", .string),
        Field("default", .any),
        Field("deprecated", .boolean),
        Field("readOnly", .boolean),
        Field("writeOnly", .boolean),
        Field("format", .string),
        Field("contentEncoding", .string, since: .v3_1),
        Field("contentMediaType", .string, since: .v3_1),
        Field("examples", .any, since: .v3_1),
        Field("example", .any),
        Field("discriminator", .object(.discriminator)),
        Field("xml", .object(.xml), isAnnotation: true),
        Field("externalDocs", .object(.externalDocumentation), isAnnotation: true),
        Field("$schema", .string, since: .v3_1),
        Field("$id", .string, since: .v3_1),
        Field("$anchor", .string, since: .v3_1),
        Field("$dynamicAnchor", .string, since: .v3_1),
        Field("$dynamicRef", .string, since: .v3_1),
        Field("$vocabulary", .any, since: .v3_1),
        Field("$comment", .string, since: .v3_1),
    ]

    /// What only 3.0 has; later documents still use it.
    private static let openAPI30: [Field] = [
        Field("nullable", .boolean)
    ]
}

/// The shape of a value (OpenAPI 3.2.0, section 4.24).
package struct SchemaObject: ObjectView {
    package let node: YAMLNode
    package init(_ node: YAMLNode) { self.node = node }

    static let types = ["null", "boolean", "object", "array", "number", "string", "integer"]

    package var title: String? { string("title") }
    package var description: String? { string("description") }
    package var format: String? { string("format") }
    package var isDeprecated: Bool { bool("deprecated") ?? false }
    package var properties: [YAMLMember] { value("properties").map { Array($0.members) } ?? [] }
    package var required: [YAMLNode] { (scalars("required") ?? []).filter { $0.scalarText != nil } }
    /// The schema of an array's elements behind those of ``prefixItems``.
    package var items: YAMLNode? { value("items").flatMap { $0.kind == .sequence ? nil : $0 } }
    /// The schemas of an array's first elements; before 2020-12 a list under `items` said this.
    package var prefixItems: [YAMLNode]? {
        list("prefixItems") ?? node["items"].flatMap { $0.kind == .sequence ? Array($0.elements) : nil }
    }
    package var additionalProperties: YAMLNode? { value("additionalProperties") }
    /// The values under `enum`; nil for an empty list, which would allow nothing and is ignored.
    package var enumeration: [YAMLNode]? { scalars("enum").flatMap { $0.isEmpty ? nil : $0 } }
    package var constant: YAMLNode? { node["const"] }
    package var anyOf: [YAMLNode]? { list("anyOf") }
    package var oneOf: [YAMLNode]? { list("oneOf") }
    package var allOf: [YAMLNode]? { list("allOf") }
    /// `x-sdk-name`: the name of the type or the property, where it is not the one of the spec.
    package var sdkName: String? { string("x-sdk-name") }

    package var discriminator: DiscriminatorObject? {
        guard let value = value("discriminator") else { return nil }
        let discriminator = DiscriminatorObject(value)
        return discriminator.propertyName == nil ? nil : discriminator
    }

    /// The names under `type`, one or several.
    package var types: [String] {
        node["type"].map(Self.types(named:)) ?? []
    }

    /// The names in a value of `type`.
    package static func types(named type: YAMLNode) -> [String] {
        // An unquoted null is the type of that name; a type without a text was forgotten.
        return (type.kind == .sequence ? Array(type.elements) : [type])
            .filter { !$0.text.isEmpty }
            .map { $0.kind == .null ? "null" : $0.text }
    }

    /// Whether the schema itself says that its value may be null: by `type: [string, "null"]`, or as 3.0 writes it, by
    /// `nullable: true`.
    package var isNullable: Bool {
        types.contains("null") || bool("nullable") == true
    }

    /// The names under `type` other than `null`.
    package var typesWithoutNull: [String] { types.filter { $0 != "null" } }
}
