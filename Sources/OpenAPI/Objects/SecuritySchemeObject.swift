package import Source

extension ObjectDescription {
    static let securityScheme = ObjectDescription(
        "Security Scheme Object",
        allowsReference: true,
        fields: [
            Field(
                "type",
                .oneOf(SecuritySchemeObject.types, what: "security scheme type"),
                .necessary
            ),
            Field("description", .string),
            Field("name", .string),
            Field("in", .oneOf(SecuritySchemeObject.locations, what: "API key location")),
            Field("scheme", .string),
            Field("bearerFormat", .string),
            Field("flows", .object(.oauthFlows), isAnnotation: true),
            Field("openIdConnectUrl", .string),
            Field("oauth2MetadataUrl", .string, since: .v3_2),
            Field("deprecated", .boolean, since: .v3_2),
        ],
        extensions: [
            Field("x-sdk-argument", .string),
            Field("x-sdk-environment", .string),
        ]
    )

    static let oauthFlows = ObjectDescription(
        "OAuth Flows Object",
        fields: [
            Field("implicit", .object(.oauthFlow)),
            Field("password", .object(.oauthFlow)),
            Field("clientCredentials", .object(.oauthFlow)),
            Field("authorizationCode", .object(.oauthFlow)),
            Field("deviceAuthorization", .object(.oauthFlow), since: .v3_2),
        ]
    )

    static let oauthFlow = ObjectDescription(
        "OAuth Flow Object",
        fields: [
            Field("authorizationUrl", .string),
            Field("deviceAuthorizationUrl", .string, since: .v3_2),
            Field("tokenUrl", .string),
            Field("refreshUrl", .string),
            Field("scopes", .map(.text), .formal(reading: "there are none then")),
        ]
    )
}

/// How a caller shows who it is (OpenAPI 3.2.0, section 4.27).
package struct SecuritySchemeObject: ObjectView {
    package let node: YAMLNode
    package init(_ node: YAMLNode) { self.node = node }

    static let types = ["apiKey", "http", "mutualTLS", "oauth2", "openIdConnect"]
    static let locations = ["query", "header", "cookie"]

    package var type: String? { choice("type", among: Self.types) }
    package var description: String? { string("description") }
    package var name: String? { string("name") }
    package var location: String? { choice("in", among: Self.locations) }
    package var scheme: String? { string("scheme") }
    /// `x-sdk-argument`: the name of the client's argument.
    package var argument: String? { string("x-sdk-argument") }
    /// `x-sdk-environment`: the environment variable, without the prefix that `codegen.yaml` gives.
    package var environment: String? { string("x-sdk-environment") }
}
