package import Source

extension ObjectDescription {
    static let paths = ObjectDescription(
        "Paths Object",
        fields: [],
        patterned: Pattern(
            expectation: "a path that begins with '/'",
            matches: { $0.hasPrefix("/") },
            value: .object(.pathItem)
        )
    )

    static let pathItem = ObjectDescription(
        "Path Item Object",
        allowsReference: true,
        fields: [
            Field("summary", .string),
            Field("description", .string),
        ]
            + PathItemObject.methods.map { method in
                Field(method, .object(.operation), since: method == "query" ? .v3_2 : .v3_0)
            } + [
                Field("additionalOperations", .map(.object(.operation)), since: .v3_2),
                Field("servers", .array(.object(.server))),
                Field("parameters", .array(.object(.parameter))),
            ]
    )
}

/// The operations of one path (OpenAPI 3.2.0, section 4.9).
package struct PathItemObject: ObjectView {
    package let node: YAMLNode
    /// The reference to the item, when it has further keys, which count as the item's own.
    private let reference: YAMLNode?

    package init(_ node: YAMLNode) { self.init(node, reachedFrom: node) }

    package init(_ node: YAMLNode, reachedFrom origin: YAMLNode) {
        self.node = node
        reference = origin.identity != node.identity && origin.members.count > 1 ? origin : nil
    }

    /// Whether a member of the Paths Object is a path, though it may lack the slash.
    static func isPath(_ member: YAMLMember) -> Bool {
        member.key.hasPrefix("/") || !member.key.hasPrefix("x-") && member.value.hasKey(of: .pathItem)
    }

    /// The keys that hold an operation: HTTP methods in lower case.
    static let methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"]

    /// The operations by HTTP method, in the document's order.
    package var operations: [(method: String, key: SourceRange, operation: OperationObject)] {
        let own = Self.operations(of: node)
        guard let reference else { return own }
        let beside = Self.operations(of: reference)
        return own.filter { operation in !beside.contains { $0.method == operation.method } } + beside
    }

    private static func operations(
        of node: YAMLNode
    ) -> [(method: String, key: SourceRange, operation: OperationObject)] {
        node.members.compactMap { member in
            guard methods.contains(member.key), member.value.kind == .mapping else { return nil }
            return (member.key, member.keyRange, OperationObject(member.value))
        }
    }

    package var parameters: [YAMLNode] {
        let beside = reference.flatMap { PathItemObject($0).list("parameters") }
        return (beside ?? []) + (list("parameters") ?? [])
    }

    package var servers: [ServerObject] {
        let beside: [ServerObject] = reference.map { PathItemObject($0).objects("servers") } ?? []
        return beside.isEmpty ? objects("servers") : beside
    }
}
