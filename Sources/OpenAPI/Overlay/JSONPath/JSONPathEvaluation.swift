import Source

/// Finds what a JSONPath query selects in a document (RFC 9535, section 2).
struct JSONPathEvaluation {
    private let root: EditableNode
    /// Segments multiply: `$..*..*` looks at a node once for each that is above it.
    private var stepsLeft: Int
    /// The regular expressions that stand in the document; nil for a text that is none.
    private var expressions: [String: IRegexp?] = [:]

    /// The query asks for more than can be done in reasonable time.
    struct TooMuchWork: Error {}

    /// - Parameter steps: How many nodes and characters may be looked at.
    init(root: EditableNode, steps: Int = 10_000_000) {
        self.root = root
        stepsLeft = steps
    }

    /// The nodes that a query selects, in the standard's order; one that is selected twice is there twice.
    mutating func nodes(of path: JSONPath) throws(TooMuchWork) -> [EditableNode] {
        try nodes(of: path.segments[...], from: [root])
    }

    /// The nodes that some segments select, beginning at others.
    mutating func nodes(
        of segments: ArraySlice<JSONPath.Segment>,
        from start: [EditableNode]
    ) throws(TooMuchWork) -> [EditableNode] {
        var nodes = start
        for segment in segments {
            var selected: [EditableNode] = []
            for node in nodes {
                if segment.isDescendant {
                    try selectBelow(node, segment.selectors, into: &selected)
                } else {
                    try select(node, segment.selectors, into: &selected)
                }
            }
            nodes = selected
        }
        return nodes
    }

    private mutating func spend(_ steps: Int) throws(TooMuchWork) {
        stepsLeft -= min(steps, stepsLeft + 1)
        guard stepsLeft >= 0 else { throw TooMuchWork() }
    }

    /// Selects among the children of a node and of all below it, from the top down.
    private mutating func selectBelow(
        _ node: EditableNode,
        _ selectors: [JSONPath.Selector],
        into result: inout [EditableNode]
    ) throws(TooMuchWork) {
        try select(node, selectors, into: &result)
        for child in node.children { try selectBelow(child, selectors, into: &result) }
    }

    private mutating func select(
        _ node: EditableNode,
        _ selectors: [JSONPath.Selector],
        into result: inout [EditableNode]
    ) throws(TooMuchWork) {
        try spend(1)
        for selector in selectors {
            switch selector {
            case .name(let name):
                if let child = node[name] { result.append(child) }
            case .wildcard:
                try spend(node.children.count)
                result += node.children
            case .index(let index):
                let elements = node.elements
                let position = index < 0 ? elements.count + index : index
                if elements.indices.contains(position) { result.append(elements[position]) }
            case .slice(let start, let end, let step):
                let elements = node.elements
                let positions = Self.positions(start, end, step, count: elements.count)
                try spend(positions.count)
                result += positions.map { elements[$0] }
            case .filter(let filter):
                for child in node.children where try isTrue(filter, for: child) { result.append(child) }
            }
        }
    }

    /// The positions that a slice selects (section 2.3.4.2.2).
    private static func positions(_ start: Int?, _ end: Int?, _ step: Int, count: Int) -> [Int] {
        let normalized = { (bound: Int) in bound < 0 ? count + bound : bound }
        if step > 0 {
            let lower = min(max(normalized(start ?? 0), 0), count)
            let upper = min(max(normalized(end ?? count), 0), count)
            return Array(stride(from: lower, to: upper, by: step))
        }
        guard step < 0 else { return [] }
        let upper = min(max(normalized(start ?? count - 1), -1), count - 1)
        let lower = min(max(end.map(normalized) ?? -1, -1), count - 1)
        return Array(stride(from: upper, to: lower, by: step))
    }

    // MARK: Filters

    private mutating func isTrue(_ filter: JSONPath.Filter, for node: EditableNode) throws(TooMuchWork) -> Bool {
        try spend(1)
        switch filter {
        case .or(let filters):
            for filter in filters { if try isTrue(filter, for: node) { return true } }
            return false
        case .and(let filters):
            for filter in filters { guard try isTrue(filter, for: node) else { return false } }
            return true
        case .not(let filter): return try !isTrue(filter, for: node)
        case .exists(let query): return try !nodes(of: query, for: node).isEmpty
        case .comparison(let left, let comparison, let right):
            return try compare(try value(of: left, for: node), comparison, try value(of: right, for: node))
        case .function(.match(let text, let pattern)): return try matches(text, pattern, for: node, isSearch: false)
        case .function(.search(let text, let pattern)): return try matches(text, pattern, for: node, isSearch: true)
        case .function: return false
        }
    }

    private mutating func nodes(of query: JSONPath.Query, for node: EditableNode) throws(TooMuchWork) -> [EditableNode]
    {
        try nodes(of: query.segments[...], from: [query.isRelative ? node : root])
    }

    private mutating func value(
        of operand: JSONPath.Operand,
        for node: EditableNode
    ) throws(TooMuchWork) -> JSONPathValue {
        switch operand {
        case .literal(.null): return .null
        case .literal(.boolean(let value)): return .boolean(value)
        case .literal(.number(let value)): return .number(value)
        case .literal(.string(let value)): return .string(value)
        case .query(let query): return try nodes(of: query, for: node).first.map(JSONPathValue.init) ?? .nothing
        case .function(.count(let query)): return .number(Double(try nodes(of: query, for: node).count))
        case .function(.value(let query)):
            let nodes = try nodes(of: query, for: node)
            return nodes.count == 1 ? JSONPathValue(nodes[0]) : .nothing
        case .function(.length(let operand)): return try value(of: operand, for: node).length
        case .function(.match), .function(.search): return .nothing
        }
    }

    private mutating func compare(
        _ left: JSONPathValue,
        _ comparison: JSONPath.Comparison,
        _ right: JSONPathValue
    ) throws(TooMuchWork) -> Bool {
        switch comparison {
        case .equal: return try isEqual(left, right)
        case .notEqual: return try !isEqual(left, right)
        case .less: return left.isLess(than: right)
        case .greater: return right.isLess(than: left)
        case .lessOrEqual: return left.isLess(than: right) ? true : try isEqual(left, right)
        case .greaterOrEqual: return right.isLess(than: left) ? true : try isEqual(left, right)
        }
    }

    /// Whether two values are equal (section 2.3.5.2.2), objects whatever the order of their members.
    private mutating func isEqual(_ left: JSONPathValue, _ right: JSONPathValue) throws(TooMuchWork) -> Bool {
        try spend(1)
        switch (left, right) {
        case (.nothing, .nothing), (.null, .null): return true
        case (.boolean(let left), .boolean(let right)): return left == right
        case (.number(let left), .number(let right)): return left == right
        case (.string(let left), .string(let right)): return left.utf8.elementsEqual(right.utf8)
        case (.array(let left), .array(let right)):
            guard left.elements.count == right.elements.count else { return false }
            for (left, right) in zip(left.elements, right.elements) {
                guard try isEqual(JSONPathValue(left), JSONPathValue(right)) else { return false }
            }
            return true
        case (.object(let left), .object(let right)):
            guard left.members.count == right.members.count else { return false }
            for member in left.members {
                guard let other = right[member.key] else { return false }
                guard try isEqual(JSONPathValue(member.value), JSONPathValue(other)) else { return false }
            }
            return true
        default: return false
        }
    }

    private mutating func matches(
        _ operand: JSONPath.Operand,
        _ pattern: JSONPath.Pattern,
        for node: EditableNode,
        isSearch: Bool
    ) throws(TooMuchWork) -> Bool {
        guard case .string(let text) = try value(of: operand, for: node) else { return false }
        let expression: IRegexp?
        switch pattern {
        case .literal(let literal): expression = literal
        case .operand(let operand):
            guard case .string(let source) = try value(of: operand, for: node) else { return false }
            try spend(source.utf8.count)
            if expressions[source] == nil { expressions[source] = .some(IRegexp(source)) }
            expression = expressions[source] ?? nil
        }
        guard let expression else { return false }
        try spend(expression.cost(of: text))
        return isSearch ? expression.isFound(in: text) : expression.matches(text)
    }
}

/// A value in a comparison: that of a node, a literal, or nothing where a query selects nothing.
enum JSONPathValue {
    case nothing
    case null
    case boolean(Bool)
    case number(Double)
    case string(String)
    case array(EditableNode)
    case object(EditableNode)

    init(_ node: EditableNode) {
        switch node.kind {
        case .null: self = .null
        case .bool: self = .boolean(node.origin.bool ?? false)
        case .integer, .float: self = .number(node.origin.double ?? .nan)
        case .string: self = .string(node.origin.text)
        case .sequence: self = .array(node)
        case .mapping: self = .object(node)
        }
    }

    /// What the function `length` gives (section 2.4.4): characters of a text, elements, members.
    var length: JSONPathValue {
        switch self {
        case .string(let text): .number(Double(text.unicodeScalars.count))
        case .array(let node): .number(Double(node.elements.count))
        case .object(let node): .number(Double(node.members.count))
        case .nothing, .null, .boolean, .number: .nothing
        }
    }

    /// Numbers by value and texts by the numbers of their characters; nothing else has an order.
    func isLess(than other: JSONPathValue) -> Bool {
        switch (self, other) {
        case (.number(let left), .number(let right)): left < right
        case (.string(let left), .string(let right)):
            left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars)
        default: false
        }
    }
}
