import Source

extension Lowering {
    /// The tree of resources that the operations' names span; reports two calls with one name.
    func resourceTree(of operations: [Operation]) -> Resource {
        let tree = ResourceNode(path: [])
        var places: [String: SourceRange] = [:]
        for operation in operations {
            if let first = places[operation.qualifiedName] {
                report.error(
                    .methodClash,
                    "there is a method '\(operation.qualifiedName)' already",
                    at: operation.source,
                    hint: "give one of them another 'x-sdk-method'",
                    notes: [Diagnostic.Note(message: "first here", range: first)]
                )
                continue
            }
            places[operation.qualifiedName] = operation.source
            tree.insert(operation)
        }
        let root = tree.resource
        for resource in root.withDescendants {
            let children = Set(resource.children.compactMap(\.path.last))
            for operation in resource.operations where children.contains(operation.name) {
                report.error(
                    .methodClash,
                    "'\(operation.qualifiedName)' is a method and a resource with methods of its own",
                    at: operation.source
                )
            }
        }
        return root
    }
}

/// A resource in the making: children are found by their names, so that an API may have thousands.
private final class ResourceNode {
    private let path: [String]
    private var operations: [Operation] = []
    private var children: [ResourceNode] = []
    private var childrenByName: [String: ResourceNode] = [:]

    init(path: [String]) { self.path = path }

    func insert(_ operation: Operation) {
        guard path.count < operation.resource.count else { return operations.append(operation) }
        let name = operation.resource[path.count]
        let child = childrenByName[name] ?? ResourceNode(path: path + [name])
        if childrenByName.updateValue(child, forKey: name) == nil { children.append(child) }
        child.insert(operation)
    }

    var resource: Resource {
        Resource(path: path, operations: operations, children: children.map(\.resource))
    }
}
