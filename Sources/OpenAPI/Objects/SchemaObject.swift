package import Source

extension ObjectDescription {
    static let schema = ObjectDescription(
        "Schema Object",
        allowsReference: true,
        fields: applicators + assertions + annotations + openAPI30,
        extensions: [
            Field("x-sdk-name", .string),
            Field("x-sdk-value-names", .map(.string)),
            Field("x-sdk-deprecated-values", .map(.string)),
            Field("x-sdk-keep-paths", .boolean),
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
        return [
            Field("type", .either([.schemaType, .array(.schemaType)])),
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

/// The shape of a value (OpenAPI 3.2.0, section 4.24): what is asked of one schema alone. What it is put together from, and
/// the type it gets, `MergedSchema` tells.
package struct SchemaObject: ObjectView {
    package let node: YAMLNode
    package init(_ node: YAMLNode) { self.node = node }

    package var title: String? { string("title") }
    package var description: String? { string("description") }
    package var format: String? { string("format") }
    package var isDeprecated: Bool { bool("deprecated") ?? false }
    /// The schema of an array's elements behind those of `prefixItems`.
    package var items: YAMLNode? { value("items").flatMap { $0.kind == .sequence ? nil : $0 } }
    /// `x-sdk-name`: the name of the type or the property, where it is not the one of the spec.
    package var sdkName: String? { string("x-sdk-name") }

    /// `x-sdk-keep-paths`: whether the names of files are sent with the directories in front of them.
    package var keepsPaths: Bool { bool("x-sdk-keep-paths") ?? false }

    /// The names under `type`, one or several.
    package var types: [String] {
        node["type"].map { SchemaType.all(named: $0).map(\.name) } ?? []
    }
}
