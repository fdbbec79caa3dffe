import OpenAPI
import Source

/// The schemas that requests and responses have in different shapes: those with properties that only one of them has, or
/// with files, and those that lead to such a schema.
struct DirectionalSchemas {
    private var marked: Set<YAMLNode.ID> = []

    /// Whether no schema of the document differs.
    var isEmpty: Bool { marked.isEmpty }

    /// - Parameter node: A schema with a place of its own.
    func contains(_ node: YAMLNode) -> Bool { !marked.isEmpty && marked.contains(node.identity) }

    init(_ document: Document) {
        guard Self.mayHaveMarks(document) else { return }
        var search = Search(document: document)
        search.walk(document.root.node, home: nil)
        while let target = search.pending.popLast() { search.walk(target, home: target.identity) }
        var pending = Array(search.direct)
        marked = search.direct
        while let id = pending.popLast() {
            for user in search.users[id] ?? [] where marked.insert(user).inserted { pending.append(user) }
        }
    }

    /// Whether anything in the document is a mark, wherever it stands: the walk finds out whether it counts.
    private static func mayHaveMarks(_ document: Document) -> Bool {
        document.fileCount > 1
            || document.root.node.documentHasMember(among: markKeys) { isMark($0.key, $0.value) }
    }

    private static let markKeys = ["type", "readOnly", "writeOnly", "format", "contentMediaType", "contentEncoding"]

    private static func isMark(_ key: String, _ value: YAMLNode) -> Bool {
        switch key {
        case "type": SchemaType.meansFile(value)
        case "readOnly", "writeOnly": value.booleanWord == true
        case "format": value.string == "binary"
        case "contentMediaType", "contentEncoding": value.kind == .string
        default: false
        }
    }

    /// The walk over all files of a document that finds the marks and who refers to whom.
    private struct Search {
        let document: Document
        var pending: [YAMLNode] = []
        /// The schemas that hold a mark themselves.
        var direct: Set<YAMLNode.ID> = []
        /// By schema, those that refer to it.
        var users: [YAMLNode.ID: [YAMLNode.ID]] = [:]
        private var seen: Set<YAMLNode.ID> = []

        init(document: Document) { self.document = document }

        /// - Parameter home: The schema with a place of its own that the node is part of.
        mutating func walk(_ node: YAMLNode, home: YAMLNode.ID?) {
            if node.kind == .mapping {
                if let target = document.resolvedReference(of: node) {
                    if let home { users[target.identity, default: []].append(home) }
                    if seen.insert(target.identity).inserted { pending.append(target) }
                }
                if let home, Self.hasMark(node) { direct.insert(home) }
            }
            node.forEachCollection { walk($0, home: home) }
        }

        private static func hasMark(_ node: YAMLNode) -> Bool {
            markKeys.contains { key in node[key].map { isMark(key, $0) } ?? false }
        }
    }
}

extension Lowering {
    /// Whether the direction that is being lowered has the property.
    func belongs(_ property: MergedProperty) -> Bool {
        guard !directional.isEmpty || hasMarks(property) else { return true }
        let unwanted = direction == .request ? "readOnly" : "writeOnly"
        return !property.schemas.contains { isMarked($0, unwanted) }
    }

    private func hasMarks(_ property: MergedProperty) -> Bool {
        property.schemas.contains { $0["readOnly"]?.booleanWord == true || $0["writeOnly"]?.booleanWord == true }
    }

    private func isMarked(_ schema: YAMLNode, _ key: String) -> Bool {
        if let mark = schema[key]?.booleanWord { return mark }
        guard let target = document.resolvedReference(of: schema) else { return false }
        return target[key]?.booleanWord ?? false
    }

    /// Remembers the type that a schema has in one direction, where the two differ.
    func noteVariant(_ key: LoweredKey, _ type: LoweredType) {
        guard let direction = key.direction, case .named(let id) = type.reference else { return }
        if direction == .request { requestVariants.append((key.node, id)) } else { responseVariants.insert(key.node) }
    }

    /// Gives the types of requests names of their own where the responses have another type of that name.
    func nameVariants() {
        for (node, id) in requestVariants where responseVariants.contains(node) {
            guard let type = types[id.index] else { continue }
            let name = type.name
            let isWords = name.contains("_") || name.contains("-")
            let names = ["Input", "Request", "RequestInput"].map { name + (isWords ? "_" + $0.lowercased() : $0) }
            // A schema of the document keeps its name.
            let free = names.first { !schemaWords.contains(NameWords.words(of: $0).joined()) }
            types[id.index] = type.named(free ?? names[0])
        }
    }
}

/// What a lowered type is found by: the schema, and the direction where it differs in the two.
struct LoweredKey: Hashable {
    let node: YAMLNode.ID
    let direction: Direction?
}
