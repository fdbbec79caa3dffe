package import Source

extension ObjectDescription {
    static let schema = ObjectDescription(
        "Schema Object",
        allowsReference: true,
        fields: applicators + assertions + annotations + openAPI30,
        extensions: [
            Field("x-sdk-name", .string)
        ]
    )

    /// Keywords that hold further schemas (JSON Schema 2020-12, Core, section 10 and 11).
    private static let applicators: [Field] = {
        let schema = ValueKind.object(.schema)
        let schemaOrBoolean = ValueKind.either([.boolean, schema])
        return [
            Field("allOf", .array(schemaOrBoolean)),
            Field("anyOf", .array(schemaOrBoolean)),
            Field("oneOf", .array(schemaOrBoolean)),
            Field("not", schemaOrBoolean),
            Field("if", schemaOrBoolean, since: .v3_1),
            Field("then", schemaOrBoolean, since: .v3_1),
            Field("else", schemaOrBoolean, since: .v3_1),
            Field("dependentSchemas", .map(schemaOrBoolean), since: .v3_1),
            Field("prefixItems", .array(schemaOrBoolean), since: .v3_1),
            Field("items", schemaOrBoolean),
            Field("contains", schemaOrBoolean, since: .v3_1),
            Field("properties", .map(schemaOrBoolean)),
            Field("patternProperties", .map(schemaOrBoolean), since: .v3_1),
            Field("additionalProperties", schemaOrBoolean),
            Field("propertyNames", schemaOrBoolean, since: .v3_1),
            Field("unevaluatedItems", schemaOrBoolean, since: .v3_1),
            Field("unevaluatedProperties", schemaOrBoolean, since: .v3_1),
            Field("contentSchema", schemaOrBoolean, since: .v3_1),
            Field("$defs", .map(schemaOrBoolean), since: .v3_1),
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
            Field("dependentRequired", .map(.array(.text)), since: .v3_1),
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
        Field("xml", .object(.xml)),
        Field("externalDocs", .object(.externalDocumentation)),
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

    static let discriminator = ObjectDescription(
        "Discriminator Object",
        fields: [
            Field("propertyName", .string, isRequired: true),
            Field("mapping", .map(.string)),
            Field("defaultMapping", .string, since: .v3_2),
        ]
    )

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

/// The shape of a value (OpenAPI 3.2.0, section 4.24).
package struct SchemaObject: ObjectView {
    package let node: YAMLNode
    package init(_ node: YAMLNode) { self.node = node }

    static let types = ["null", "boolean", "object", "array", "number", "string", "integer"]

    package var title: String? { text("title") }
    package var description: String? { string("description") }
    package var format: String? { string("format") }
    package var isDeprecated: Bool { bool("deprecated") ?? false }
    package var properties: [YAMLMember] { node["properties"].map { Array($0.members) } ?? [] }
    package var required: [YAMLNode] { node["required"].map { Array($0.elements) } ?? [] }
    package var items: YAMLNode? { node["items"] }
    package var additionalProperties: YAMLNode? { node["additionalProperties"] }
    package var enumeration: [YAMLNode]? { node["enum"].map { Array($0.elements) } }
    package var constant: YAMLNode? { node["const"] }
    package var anyOf: [YAMLNode]? { node["anyOf"].map { Array($0.elements) } }
    package var oneOf: [YAMLNode]? { node["oneOf"].map { Array($0.elements) } }
    package var allOf: [YAMLNode]? { node["allOf"].map { Array($0.elements) } }
    /// `x-sdk-name`: the name of the type or the property, where it is not the one of the spec.
    package var sdkName: String? { string("x-sdk-name") }

    /// The names under `type`, one or several.
    package var types: [String] {
        guard let type = node["type"] else { return [] }
        return type.kind == .sequence ? type.elements.map(\.text) : [type.text]
    }

    /// Whether the schema itself says that its value may be null: by `type: [string, "null"]`, or as 3.0 writes it, by
    /// `nullable: true`.
    package var isNullable: Bool {
        types.contains("null") || bool("nullable") == true
    }

    /// The names under `type` other than `null`.
    package var typesWithoutNull: [String] { types.filter { $0 != "null" } }
}
