package import Source

extension MediaTypeObject {
    /// The schema of each of many values in a row (OpenAPI 3.2.0, section 4.14).
    package var itemSchema: YAMLNode? { node["itemSchema"].flatMap { $0.kind == .null ? nil : $0 } }
    /// How the members of the body are written, by name.
    package var encoding: [YAMLMember] { members("encoding") }
}

/// How one member of a body is written (OpenAPI 3.2.0, section 4.15).
package struct EncodingObject: ObjectView {
    package let node: YAMLNode
    package init(_ node: YAMLNode) { self.node = node }

    package var contentType: String? { string("contentType") }
    package var style: String? { string("style") }
    package var explode: Bool? { bool("explode") }
    package var allowsReserved: Bool { bool("allowReserved") ?? false }
    package var headers: [YAMLMember] { members("headers") }
}

/// A header of a response or a part (OpenAPI 3.2.0, section 4.21).
package struct HeaderObject: ObjectView {
    package let node: YAMLNode
    package init(_ node: YAMLNode) { self.node = node }

    package var description: String? { string("description") }
    package var isRequired: Bool { bool("required") ?? false }
    package var isDeprecated: Bool { bool("deprecated") ?? false }
    package var schema: YAMLNode? { node["schema"] }
    package var content: [YAMLMember] { members("content") }
    package var sdkName: String? { string("x-sdk-name") }
}

extension ResponseObject {
    package var headers: [YAMLMember] { members("headers") }
    package var links: [YAMLMember] { members("links") }
}

extension ServerObject {
    package var name: String? { string("name") }
    package var description: String? { string("description") }
}

extension OpenAPIObject {
    /// What the service sends on its own account, by name (OpenAPI 3.2.0, section 4.1).
    package var webhooks: [YAMLMember] { members("webhooks") }
}

extension PathItemObject {
    /// The operations of other HTTP methods, by method as it is spelled (OpenAPI 3.2.0, section 4.9).
    package var additionalOperations: [(method: String, key: SourceRange, operation: OperationObject)] {
        members("additionalOperations").compactMap { member in
            guard member.value.kind == .mapping else { return nil }
            return (member.key, member.keyRange, OperationObject(member.value))
        }
    }
}
