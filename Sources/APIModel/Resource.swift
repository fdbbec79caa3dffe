/// A place in the tree by which callers find operations: `beta.sessions.resources`.
package struct Resource: Sendable {
    /// The path from the root, in the spec's spelling; empty for the root.
    package var path: [String]
    package var operations: [Operation]
    package var children: [Resource]

    package init(path: [String], operations: [Operation] = [], children: [Resource] = []) {
        self.path = path
        self.operations = operations
        self.children = children
    }

    /// The first operation of the resource, or else of those below it.
    package var firstOperation: Operation? {
        operations.first ?? children.lazy.compactMap(\.firstOperation).first
    }

    /// The resource and all below it, parents before children.
    package var withDescendants: [Resource] {
        [self] + children.flatMap(\.withDescendants)
    }
}
