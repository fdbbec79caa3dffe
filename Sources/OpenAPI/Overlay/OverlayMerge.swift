import Source

/// How a value is merged into another (Overlay Specification 1.1.0, section 4.4.4).
enum OverlayMerge {
    /// Merges a value into a node: members into an object, elements into an array; a scalar takes the place of one.
    ///
    /// - Returns: false when there is no such merging.
    static func merge(_ value: EditableNode, into node: EditableNode) -> Bool {
        switch (node.kind, value.kind) {
        case (.mapping, .mapping):
            mergeMembers(of: value, into: node)
        case (.mapping, _):
            return false
        case (.sequence, .sequence):
            node.append(contentsOf: value.elements)
        case (.sequence, _):
            node.append(value)
        case (_, .mapping), (_, .sequence):
            return false
        default:
            // A node whose place is gone was replaced by an action above it.
            _ = node.replace(with: value)
        }
        return true
    }

    /// Objects are merged, arrays joined, and everything else is replaced.
    private static func mergeMembers(of value: EditableNode, into node: EditableNode) {
        var changes: [EditableNode.Member] = []
        for member in value.members {
            switch (node[member.key], member.value) {
            case (let old?, let new) where old.kind == .mapping && new.kind == .mapping:
                mergeMembers(of: new, into: old)
            case (let old?, let new) where old.kind == .sequence && new.kind == .sequence:
                old.append(contentsOf: new.elements)
            default:
                changes.append(member)
            }
        }
        node.set(changes)
    }
}

/// Watches how much overlays add: a few actions that copy the document into itself would make it as large as one likes.
struct OverlayGrowth {
    private static let maximumNodes = 1_000_000
    private static let maximumDepth = 1_000
    private var nodes = 0
    private var extents: [YAMLNode.ID: Extent] = [:]

    /// The size of a value with all that is below it.
    private struct Extent {
        var nodes = 1
        var height = 0

        mutating func add(_ child: Extent) {
            nodes += child.nodes
            height = max(height, child.height + 1)
        }
    }

    /// Why a value cannot be added to some nodes; nil when it can, which is then counted.
    mutating func problem(ofMerging value: EditableNode, into targets: [EditableNode]) -> String? {
        let extent = extent(of: value)
        // Neither factor is beyond the tens of millions.
        nodes += extent.nodes * targets.count
        guard nodes <= Self.maximumNodes else { return "the overlays up to here add more than 1,000,000 values" }
        let depth = targets.map(\.depth).max() ?? 0
        guard depth + extent.height <= Self.maximumDepth else {
            return "values are nested more than 1,000 levels deep"
        }
        return nil
    }

    private mutating func extent(of node: EditableNode) -> Extent {
        guard node.isChanged else { return extent(of: node.origin) }
        var result = Extent()
        for child in node.children { result.add(extent(of: child)) }
        return result
    }

    private mutating func extent(of node: YAMLNode) -> Extent {
        guard node.kind == .mapping || node.kind == .sequence else { return Extent() }
        if let known = extents[node.identity] { return known }
        var result = Extent()
        for element in node.elements { result.add(extent(of: element)) }
        for member in node.members { result.add(extent(of: member.value)) }
        extents[node.identity] = result
        return result
    }
}
