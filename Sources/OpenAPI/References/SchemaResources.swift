import Source

/// The schemas of a file that have a name or an address of their own: `$id`, `$anchor` and `$dynamicAnchor` (JSON Schema
/// 2020-12, Core, section 8.2), and `$self` of the document (OpenAPI 3.2.0, section 4.1.1).
struct SchemaResources {
    /// The file as a whole, or a schema with an `$id`: what a reference without a fragment points to.
    struct Resource {
        let root: YAMLNode
        let base: BaseURI
        var anchors: [String: YAMLNode] = [:]
    }

    /// In the order in which they begin; the first is the file.
    private(set) var resources: [Resource]
    /// For the mappings inside another resource than the file, which one that is.
    private var numbers: [YAMLNode.ID: Int] = [:]

    /// The resource that a mapping is part of.
    func resource(of node: YAMLNode) -> Resource { resources[numbers[node.identity] ?? 0] }

    /// - Parameters:
    ///   - root: The root of the file's tree.
    ///   - path: The file's path.
    init(root: YAMLNode, path: String) {
        let base = BaseURI(path)
        resources = [Resource(root: root, base: root["$self"]?.string.map(base.resolve) ?? base)]
        // Most files have nothing of the kind.
        guard root.documentHasKey(among: ["$id", "$anchor", "$dynamicAnchor"]) else { return }
        var visited: Set<YAMLNode.ID> = []
        var waiting = [Visit(node: root, resource: 0, isMap: false)]
        while let visit = waiting.popLast() {
            guard visited.insert(visit.node.identity).inserted else { continue }
            waiting += enter(visit).reversed()
        }
    }

    private struct Visit {
        let node: YAMLNode
        let resource: Int
        /// Whether the keys are names that the author chose, so that `$id` is one of them.
        let isMap: Bool
    }

    /// Notes what a node says of itself.
    ///
    /// - Returns: What is to be visited below it.
    private mutating func enter(_ visit: Visit) -> [Visit] {
        let node = visit.node
        guard node.kind == .mapping else {
            return node.elements.filter(\.isCollection).map { Visit(node: $0, resource: visit.resource, isMap: false) }
        }
        var number = visit.resource
        if !visit.isMap {
            if let id = node["$id"]?.string, !id.hasPrefix("#") {
                let resource = Resource(root: node, base: resources[number].base.resolve(id))
                number = resources.count
                resources.append(resource)
            }
            // Before 2019-09 an `$id` of a fragment alone was an anchor.
            let names = [node["$anchor"], node["$dynamicAnchor"], node["$id"]].compactMap { $0?.string }
            for name in names where !name.isEmpty {
                let anchor = name.hasPrefix("#") ? String(name.dropFirst()) : name
                if resources[number].anchors[anchor] == nil { resources[number].anchors[anchor] = node }
            }
        }
        if number != 0 { numbers[node.identity] = number }
        return node.members.compactMap { member in
            guard member.value.isCollection, visit.isMap || !Self.data.contains(member.key) else { return nil }
            let isMap = !visit.isMap && Self.maps.contains(member.key) && member.value.kind == .mapping
            return Visit(node: member.value, resource: number, isMap: isMap)
        }
    }

    /// Keys whose values are data and no schemas.
    private static let data: Set<String> = ["const", "enum", "example", "examples", "dataValue", "value"]

    /// Keys below which stand names.
    private static let maps: Set<String> = [
        "$defs", "callbacks", "content", "definitions", "dependentSchemas", "headers", "links", "mediaTypes",
        "parameters", "pathItems", "paths", "patternProperties", "properties", "requestBodies", "responses", "schemas",
        "securitySchemes", "webhooks",
    ]
}

extension YAMLNode {
    fileprivate var isCollection: Bool { kind == .mapping || kind == .sequence }
}
