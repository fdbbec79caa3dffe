package import Source

extension ValueKind {
    /// Whether the node's shape is the one the kind asks for, without a look at what it holds.
    func fits(_ node: YAMLNode) -> Bool {
        switch self {
        case .any: true
        case .string, .oneOf: node.kind == .string
        case .schemaType: node.kind == .string || node.kind == .null
        case .boolean: node.kind == .bool
        case .number: node.kind == .integer || node.kind == .float
        case .integer: node.double.map { $0 >= 0 && $0 == $0.rounded() } ?? (node.kind == .integer)
        case .text: node.kind != .mapping && node.kind != .sequence && node.kind != .null
        case .array: node.kind == .sequence
        case .map, .object, .securityRequirement: node.kind == .mapping
        case .schema: node.kind == .mapping || node.kind == .bool
        case .either(let kinds): kinds.contains { $0.fits(node) }
        }
    }

    /// What the kind is called in a message.
    var name: String {
        switch self {
        case .any: "a value"
        case .string, .oneOf, .schemaType: "a string"
        case .boolean: "a boolean"
        case .number: "a number"
        case .integer: "a non-negative integer"
        case .text: "a string"
        case .array: "a sequence"
        case .map, .securityRequirement: "a mapping"
        case .object(let kind): kind.description.name.withArticle
        case .schema: ObjectKind.schema.description.name.withArticle
        case .either(let kinds): kinds.map(\.name).joined(separator: " or ")
        }
    }

    /// Whether the API has the same shape whatever the value is.
    var isDetail: Bool {
        switch self {
        case .any, .string, .boolean, .number, .integer, .text: true
        case .array(let element): element.isDetail
        case .either(let kinds): kinds.allSatisfy(\.isDetail)
        case .oneOf, .schemaType, .map, .object, .schema, .securityRequirement: false
        }
    }

    /// Whether null is a value of the kind, or a word for one.
    func allowsNull(_ node: YAMLNode) -> Bool {
        switch self {
        case .any: true
        case .schemaType: !node.text.isEmpty
        case .either(let kinds): kinds.contains { $0.allowsNull(node) }
        default: false
        }
    }

    /// Whether a node can be meant as the one element of a sequence of such values.
    func canStandForList(_ node: YAMLNode) -> Bool {
        switch self {
        case .any, .string, .text: node.scalarText != nil && node.kind != .bool
        case .oneOf, .schemaType: node.kind == .string
        case .securityRequirement: node.kind == .mapping || node.kind == .string
        case .object(let kind): node.hasKey(of: kind)
        case .schema: node.hasKey(of: .schema)
        case .either(let kinds): kinds.contains { $0.canStandForList(node) }
        case .boolean, .number, .integer, .array, .map: false
        }
    }

    /// Whether a mapping of such values belongs to the API alone, so that not even a wrong value is an extension.
    fileprivate var isSchemaLike: Bool {
        switch self {
        case .schema, .text: true
        case .either(let kinds): kinds.contains(where: \.isSchemaLike)
        default: false
        }
    }
}

extension YAMLMember {
    /// Whether the member of a map of such values is an extension. The keys of a map are names that an author chose
    /// freely, `x-api-key` among them; only a value that cannot be meant as an element is something else.
    func isExtension(of element: ValueKind) -> Bool {
        hasKeyPrefix("x-") && !element.fits(value) && !element.isSchemaLike
    }
}

extension YAMLNode {
    /// What the node is called in a message.
    package var kindName: String {
        switch kind {
        case .null: "null"
        case .bool: "a boolean"
        case .integer: "an integer"
        case .float: "a number"
        case .string: "a string"
        case .sequence: "a sequence"
        case .mapping: "a mapping"
        }
    }

    /// Whether the node is a reference, or has a key that objects of the kind may have.
    func hasKey(of kind: ObjectKind) -> Bool {
        members.contains { $0.key == "$ref" || kind.description.fieldsByKey[$0.key] != nil }
    }

    /// A short range to point at: the first key of a mapping, or the whole of anything else.
    package var headRange: SourceRange {
        members.first?.keyRange ?? range
    }
}

extension String {
    /// "an Info Object", "a Tag Object".
    var withArticle: String {
        guard let first = first else { return self }
        let vowels: Set<Character> = ["A", "E", "I", "O", "a", "e", "i", "o", "x"]
        return (vowels.contains(first) ? "an " : "a ") + self
    }
}
