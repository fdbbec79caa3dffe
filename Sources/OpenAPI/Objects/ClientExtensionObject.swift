package import Source

extension ObjectDescription {
    static let clientExtension = ObjectDescription(
        "x-sdk-client object",
        fields: [
            Field("product", .string),
            Field("headers", .map(.text)),
            Field("telemetryPrefix", .string),
            Field("requestIdHeader", .string),
            Field("workspaceIdHeader", .string),
            Field("idempotencyHeader", .string),
            Field("queryArrays", .oneOf(["openAPI", "brackets"], what: "query array format")),
            Field("errorBody", .object(.errorBodyExtension)),
            Field("webhookKey", .object(.webhookKeyExtension)),
            Field("longRequests", .map(.object(.longRequestRuleExtension))),
        ]
    )

    static let errorBodyExtension = ObjectDescription(
        "x-sdk-client errorBody object",
        fields: [
            Field("type", .string),
            Field("message", .string),
            Field("code", .string),
            Field("statuses", .map(.integer)),
        ]
    )

    static let webhookKeyExtension = ObjectDescription(
        "x-sdk-client webhookKey object",
        fields: [
            Field("environment", .string)
        ]
    )
}

/// `x-sdk-client`: what every call of the API has in common and OpenAPI has no word for.
package struct ClientExtensionObject: ObjectView {
    package let node: YAMLNode
    package init(_ node: YAMLNode) { self.node = node }

    /// The product name in `User-Agent`.
    package var product: String? { string("product") }
    /// Headers that every request sends, with their values.
    package var headers: [YAMLMember] { node["headers"].map { Array($0.members) } ?? [] }
    /// The prefix of the headers that tell the platform of the caller; without it none are sent.
    package var telemetryPrefix: String? { string("telemetryPrefix") }
    /// The response header with the id of the request.
    package var requestIDHeader: String? { string("requestIdHeader") }
    /// The response header with the id of the workspace.
    package var workspaceIDHeader: String? { string("workspaceIdHeader") }
    /// The header that tells the attempts of one call from those of another.
    package var idempotencyHeader: YAMLNode? { node["idempotencyHeader"] }
    /// `brackets` where arrays and objects in a query are written `a[]=1` and `f[k]=v`, against OpenAPI's own styles.
    package var queryArrays: String? { string("queryArrays") }
    /// Where an error body holds its type, message and code.
    package var errorBody: ErrorBodyExtensionObject? { object("errorBody") }
    /// The key that the API signs its webhooks with, where a client is to have one.
    package var webhookKey: WebhookKeyExtensionObject? { object("webhookKey") }
}

/// `x-sdk-client.errorBody`: JSON Pointers (RFC 6901) into the body of a failed call.
package struct ErrorBodyExtensionObject: ObjectView {
    package let node: YAMLNode
    package init(_ node: YAMLNode) { self.node = node }

    package var type: String? { string("type") }
    package var message: String? { string("message") }
    package var code: String? { string("code") }
    /// The status that responses have for each type of error.
    package var statuses: [YAMLMember] { node["statuses"].map { Array($0.members) } ?? [] }
}

/// `x-sdk-client.webhookKey`: where a client has the key from that webhooks are signed with.
package struct WebhookKeyExtensionObject: ObjectView {
    package let node: YAMLNode
    package init(_ node: YAMLNode) { self.node = node }

    /// The environment variable, without the prefix.
    package var environment: String? { string("environment") }
}
