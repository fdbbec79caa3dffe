import Source

extension Lowering {
    /// The tree of resources that the operations' names span; reports two calls with one name.
    func resourceTree(of operations: [Operation]) -> Resource {
        var root = Resource(path: [])
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
            insert(operation, into: &root)
        }
        for resource in root.withDescendants {
            for operation in resource.operations {
                let name = operation.resource + [operation.name]
                guard resource.children.contains(where: { $0.path == name }) else { continue }
                report.error(
                    .methodClash,
                    "'\(operation.qualifiedName)' is a method and a resource with methods of its own",
                    at: operation.source
                )
            }
        }
        return root
    }

    private func insert(_ operation: Operation, into resource: inout Resource) {
        let depth = resource.path.count
        guard depth < operation.resource.count else { return resource.operations.append(operation) }
        let path = Array(operation.resource.prefix(depth + 1))
        let index = resource.children.firstIndex { $0.path == path }
        if let index {
            insert(operation, into: &resource.children[index])
        } else {
            var child = Resource(path: path)
            insert(operation, into: &child)
            resource.children.append(child)
        }
    }
}
