package import Source

extension ObjectDescription {
    static let paginationExtension = ObjectDescription(
        "x-sdk-pagination object",
        fields: [
            Field("items", .string),
            Field("cursor", .object(.pageStepExtension)),
            Field("ids", .object(.pageStepExtension)),
            Field("page", .object(.pageStepExtension)),
            Field("offset", .object(.pageStepExtension)),
            Field("url", .object(.pageStepExtension)),
            Field("link", .boolean),
            Field("none", .boolean),
        ]
    )

    static let pageStepExtension = ObjectDescription(
        "x-sdk-pagination step",
        fields: [
            Field("parameter", .string),
            Field("body", .string),
            Field("next", .string),
            Field("after", .string),
            Field("before", .string),
            Field("first", .text),
            Field("last", .string),
            Field("more", .string),
        ]
    )

    static let streamExtension = ObjectDescription(
        "x-sdk-stream object",
        fields: [
            Field("when", .map(.any)),
            Field("terminator", .text),
            Field("ignoredEvents", .array(.text)),
            Field("errorEvents", .array(.text)),
        ]
    )
}

extension OperationObject {
    package var tags: [String] { node["tags"].map { $0.elements.compactMap(\.string) } ?? [] }
    /// The callbacks by name (OpenAPI 3.2.0, section 4.18).
    package var callbacks: [YAMLMember] { members("callbacks") }
    /// `x-sdk-pagination`: how a list is read page by page.
    package var pagination: PaginationExtensionObject? { object("x-sdk-pagination") }
    /// `x-sdk-stream`: what events of a stream mean.
    package var stream: StreamExtensionObject? { object("x-sdk-stream") }
}

/// `x-sdk-pagination`: where the items of a page are, and how the next one is asked for.
package struct PaginationExtensionObject: ObjectView {
    package let node: YAMLNode
    package init(_ node: YAMLNode) { self.node = node }

    /// The way to the array of items, member names with dots between; none where the page is that array.
    package var items: String? { string("items") }
    /// The ways of asking for the next page, by name; one of them counts.
    package var steps: [(kind: String, key: SourceRange, step: PageStepExtensionObject)] {
        node.members.compactMap { member in
            guard Self.kinds.contains(member.key), member.value.kind == .mapping || member.value.bool == true else {
                return nil
            }
            return (member.key, member.keyRange, PageStepExtensionObject(member.value))
        }
    }
    /// Whether the operation is not to be read page by page, whatever it looks like.
    package var isNone: Bool { bool("none") ?? false }

    private static let kinds: Set<String> = ["cursor", "ids", "page", "offset", "url", "link"]
}

/// One way of asking for the next page.
package struct PageStepExtensionObject: ObjectView {
    package let node: YAMLNode
    package init(_ node: YAMLNode) { self.node = node }

    package var parameter: YAMLNode? { node["parameter"] }
    /// The member of a JSON body that takes the name of the next page, in place of a query parameter.
    package var body: YAMLNode? { node["body"] }
    package var next: YAMLNode? { node["next"] }
    package var after: YAMLNode? { node["after"] }
    package var before: YAMLNode? { node["before"] }
    package var first: YAMLNode? { node["first"] }
    package var last: YAMLNode? { node["last"] }
    package var more: YAMLNode? { node["more"] }
}

/// `x-sdk-stream`: what asks for a stream, which data ends it, and which events are no values.
package struct StreamExtensionObject: ObjectView {
    package let node: YAMLNode
    package init(_ node: YAMLNode) { self.node = node }

    /// By member of the body or the query, the value that asks for a stream.
    package var when: YAMLMember? { node.member("when").flatMap { $0.value.kind == .mapping ? $0 : nil } }
    package var terminator: String? { node["terminator"]?.text }
    package var ignoredEvents: [String] { node["ignoredEvents"]?.elements.map(\.text) ?? [] }
    package var errorEvents: [String] { node["errorEvents"]?.elements.map(\.text) ?? [] }
}
