import OpenAPI
import Source

/// One of the schemas under `oneOf` or `anyOf`.
struct Alternative {
    /// As it stands in the list.
    let node: YAMLNode
    /// With what it refers to, and with what stands beside the list.
    let schema: MergedSchema
    /// The schema that it is a reference to and nothing else.
    let target: YAMLNode?

    var isObject: Bool { schema.isObject || !schema.properties.isEmpty }

    /// The text of the reference.
    var reference: String? { target == nil ? nil : node.reference?.value.string }
}

extension Lowering {
    /// The alternatives of a schema; nil where there are none that tell types apart.
    ///
    /// Lists whose alternatives only say what is required refine the object beside them, and are told by its
    /// documentation.
    func usefulAlternatives(of schema: MergedSchema) -> [YAMLNode]? {
        guard !schema.alternatives.isEmpty else { return nil }
        var lists = schema.alternatives.filter { list in
            !list.value.listElements.allSatisfy { alternative in
                alternative.kind == .mapping && alternative.members.allSatisfy { Self.refinesObject($0.key) }
            }
        }
        // All hold: types alone add nothing to what says more.
        let telling = lists.filter { !$0.value.listElements.allSatisfy(Self.onlySaysType) }
        let isTold = schema.types?.count == 1 || schema.items != nil || !schema.properties.isEmpty
        if isTold || !telling.isEmpty { lists = telling }
        guard let list = lists.first else { return nil }
        if let second = lists.dropFirst().first {
            reportOnce(
                .approximateType,
                "a second list of alternatives cannot be told by a Swift type",
                at: second.keyRange,
                hint: "the first one gives the type"
            )
        }
        return list.value.listElements
    }

    /// Whether a schema says no more than which JSON types there may be: a base has such a one where each schema that is
    /// made of it has its own.
    static func onlySaysType(_ node: YAMLNode) -> Bool {
        guard node.kind == .mapping else { return node.bool == true }
        return node.members.allSatisfy { member in
            switch member.key {
            case "type", "nullable": true
            case "items", "additionalProperties": member.value.bool == true || member.value.members.isEmpty
            case "anyOf", "oneOf": member.value.listElements.allSatisfy(onlySaysType)
            case "$ref", "$dynamicRef": false
            case let key: leavesType(key)
            }
        }
    }

    private static func refinesObject(_ key: String) -> Bool {
        ["required", "not", "minProperties", "maxProperties"].contains(key)
            || (leavesType(key) && key != "$ref" && key != "$dynamicRef")
    }

    /// The alternatives without those that are null, and with those of unions that are written inside.
    ///
    /// - Parameter open: The schemas whose alternatives are being looked at.
    func alternatives(
        _ nodes: [YAMLNode],
        of schema: MergedSchema,
        inside open: Set<YAMLNode.ID> = []
    ) -> (list: [Alternative], allowsNull: Bool) {
        var list: [Alternative] = []
        var allowsNull = false
        for node in nodes {
            guard node.kind == .mapping, !document.isInvalid(node) else {
                if node.bool == true {
                    list.append(Alternative(node: node, schema: MergedSchema(node), target: nil))
                }
                continue
            }
            if isNull(node) {
                allowsNull = true
                continue
            }
            let referred = soleReference(in: node).flatMap { document.resolve($0) }
            let alone = merged(node)
            // What is made of the schema has all that stands beside the list.
            let isWhole = schema.properties.isEmpty || alone.ancestors.contains { $0.identity == schema.node.identity }
            let target = isWhole ? referred : nil
            let whole = target == nil ? extended(schema, with: alone, at: node) : alone
            if target != nil, node["nullable"]?.booleanWord == true { allowsNull = true }
            if target == nil, whole.discriminator == nil, whole.enumeration == nil, whole.constant == nil,
                let inner = usefulAlternatives(of: whole)
            {
                let place = referred ?? node
                guard !open.contains(place.identity), place.identity != schema.node.identity else {
                    reportOnce(
                        .schemaCycle,
                        "this alternative leads back to the list that it is in",
                        at: node.headRange,
                        hint: "it is passed over"
                    )
                    continue
                }
                guard list.count < Self.mostMembers else {
                    reportOnce(
                        .approximateType,
                        "these alternatives would give a union of too many members",
                        at: node.headRange,
                        hint: "what stands beside them gives the type"
                    )
                    list.append(Alternative(node: node, schema: whole.withoutAlternatives, target: nil))
                    continue
                }
                let (members, isNullable) = alternatives(
                    inner,
                    of: whole.withoutAlternatives,
                    inside: open.union([place.identity, schema.node.identity])
                )
                list += members
                allowsNull = allowsNull || isNullable || whole.allowsNull
                continue
            }
            if target == nil, whole.allowsNull { allowsNull = true }
            list.append(Alternative(node: node, schema: whole, target: target))
        }
        return (list, allowsNull)
    }

    /// Lists beside properties multiply with those inside them: some way above what a document means, that ends.
    private static let mostMembers = 500

    /// The alternatives without those that are written in place and say what an earlier one says.
    func distinct(_ alternatives: [Alternative]) -> [Alternative] {
        var seen: Set<String> = []
        return alternatives.filter { alternative in
            guard alternative.target == nil, alternative.node.kind == .mapping else { return true }
            return seen.insert(Self.spelling(of: alternative.node)).inserted
        }
    }

    /// A text that is equal for equal nodes.
    private static func spelling(of node: YAMLNode) -> String {
        switch node.kind {
        case .mapping: "{" + node.members.map { $0.key.debugDescription + ":" + spelling(of: $0.value) }.joined() + "}"
        case .sequence: "[" + node.elements.map(spelling).joined(separator: ",") + "]"
        case .string: node.text.debugDescription
        default: node.text
        }
    }

    /// Whether a schema allows null and nothing else.
    func isNull(_ node: YAMLNode) -> Bool {
        guard node.kind == .mapping else { return false }
        if node.member("type") != nil {
            let types = SchemaObject(node).types
            return !types.isEmpty && types.allSatisfy { $0 == "null" }
        }
        if let constant = node["const"] { return constant.kind == .null }
        if let values = node["enum"] {
            return !values.elements.isEmpty && values.elements.allSatisfy { $0.kind == .null }
        }
        // OpenAPI 3.0 has no type for null: this is how some write it.
        return node["nullable"]?.booleanWord == true && node.members.allSatisfy { $0.key == "nullable" }
    }

    /// What stands beside a list of alternatives, with one of them.
    private func extended(_ schema: MergedSchema, with alone: MergedSchema, at node: YAMLNode) -> MergedSchema {
        guard schema.saysType else { return alone }
        var base = schema.base(at: node)
        base.add(alone)
        return base
    }
}
