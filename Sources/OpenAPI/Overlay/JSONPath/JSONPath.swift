/// A JSONPath query (RFC 9535): which nodes of a document are meant.
struct JSONPath: Hashable, Sendable {
    let segments: [Segment]

    /// One step on the way, `.paths`, `['/pets']`, `[?@.deprecated]` or `..get` (section 2.5).
    struct Segment: Hashable, Sendable {
        /// Whether it selects among all that is below a node, and not among its children alone.
        let isDescendant: Bool
        let selectors: [Selector]
        /// Its place in the query's text, by UTF-8 offsets.
        let range: Range<Int>
    }

    /// What a segment takes of a node's children (section 2.3).
    enum Selector: Hashable, Sendable {
        case name(String)
        case wildcard
        case index(Int)
        case slice(start: Int?, end: Int?, step: Int)
        case filter(Filter)
    }

    /// What a child must be like (section 2.3.5).
    indirect enum Filter: Hashable, Sendable {
        case or([Filter])
        case and([Filter])
        case not(Filter)
        /// Whether a query selects anything.
        case exists(Query)
        case comparison(Operand, Comparison, Operand)
        /// One of the functions whose result is true or false.
        case function(Function)
    }

    enum Comparison: String, Hashable, Sendable {
        case equal = "=="
        case notEqual = "!="
        case lessOrEqual = "<="
        case greaterOrEqual = ">="
        case less = "<"
        case greater = ">"
    }

    /// One side of a comparison, or an argument that is a value.
    indirect enum Operand: Hashable, Sendable {
        case literal(Literal)
        /// A query for one node at most.
        case query(Query)
        case function(Function)
    }

    enum Literal: Hashable, Sendable {
        case null
        case boolean(Bool)
        case number(Double)
        case string(String)
    }

    /// A query inside a filter: from the root, `$`, or from the child that is looked at, `@`.
    struct Query: Hashable, Sendable {
        let isRelative: Bool
        let segments: [Segment]

        /// Whether it selects one node at most (section 2.3.5.1).
        var isSingular: Bool {
            segments.allSatisfy { segment in
                guard !segment.isDescendant, segment.selectors.count == 1 else { return false }
                return switch segment.selectors[0] {
                case .name, .index: true
                case .wildcard, .slice, .filter: false
                }
            }
        }
    }

    /// A call of a function (section 2.4).
    enum Function: Hashable, Sendable {
        case length(Operand)
        case count(Query)
        case value(Query)
        case match(Operand, Pattern)
        case search(Operand, Pattern)

        /// Whether the result is true or false, and no value to compare.
        var isLogical: Bool {
            switch self {
            case .match, .search: true
            case .length, .count, .value: false
            }
        }
    }

    /// A regular expression: one that the query says, or one that stands in the document.
    enum Pattern: Hashable, Sendable {
        case literal(IRegexp)
        case operand(Operand)
    }
}

/// What is wrong with the text of a query, a path or a regular expression in it.
struct JSONPathSyntaxError: Error, Hashable {
    let message: String
    /// The place in the text, by UTF-8 offsets.
    let range: Range<Int>
    var hint: String?
}
