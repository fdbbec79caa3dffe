package import Source

extension ObjectDescription {
    static let parameter = ObjectDescription(
        "Parameter Object",
        allowsReference: true,
        fields: [
            Field("name", .text, .necessary),
            Field(
                "in",
                .oneOf(ParameterObject.locations, what: ParameterObject.locationName),
                .necessary
            ),
            Field("description", .string),
            Field("required", .boolean),
            Field("deprecated", .boolean),
            Field("allowEmptyValue", .boolean),
        ] + serialization,
        extensions: [
            Field("x-sdk-name", .string)
        ]
    )

    static let header = ObjectDescription(
        "Header Object",
        allowsReference: true,
        fields: [
            Field("description", .string),
            Field("required", .boolean),
            Field("deprecated", .boolean),
        ] + serialization,
        extensions: [
            Field("x-sdk-name", .string)
        ]
    )

    /// The fields that Parameter and Header Object share: how the value is written.
    private static let serialization: [Field] = [
        Field("style", .oneOf(ParameterObject.styles, what: "parameter style")),
        Field("explode", .boolean),
        Field("allowReserved", .boolean),
        Field("schema", .schema),
        Field("content", .map(.object(.mediaType))),
        Field("example", .any),
        Field("examples", .map(.object(.example)), isAnnotation: true),
    ]
}

/// A value of a call that is no part of the body (OpenAPI 3.2.0, section 4.12).
package struct ParameterObject: ObjectView {
    package let node: YAMLNode
    package init(_ node: YAMLNode) { self.node = node }

    static let locations = ["query", "querystring", "header", "path", "cookie"]
    /// What a location is called in messages.
    static let locationName = "parameter location"
    /// The locations that Swagger 2.0 had beside these.
    static let formerLocations = ["formData", "body"]
    static let styles = [
        "matrix", "label", "simple", "form", "spaceDelimited", "pipeDelimited", "deepObject", "cookie",
    ]

    package var name: String? { string("name") }
    package var location: String? { choice("in", among: Self.locations) }
    package var description: String? { string("description") }
    package var isRequired: Bool { bool("required") ?? false }
    package var isDeprecated: Bool { bool("deprecated") ?? false }
    package var style: String? { choice("style", among: Self.styles) }
    package var explode: Bool? { bool("explode") }
    package var allowsReserved: Bool { bool("allowReserved") ?? false }
    package var schema: YAMLNode? { value("schema") }
    package var content: [YAMLMember] { members("content") }
    /// `x-sdk-name`: the argument's name in the spec's own spelling, where it is not the wire name.
    package var sdkName: String? { string("x-sdk-name") }
}
