import OpenAPI
import Source

/// A Discriminator Object with what its values mean (OpenAPI 3.2.0, section 4.25).
struct Discriminator {
    let property: String
    /// The values that are spelled out, with the text that names a schema and, where it is a component, that schema.
    let mapping: [(key: String, text: String, schema: YAMLNode?, source: SourceRange)]
    /// What an unknown value means.
    let fallback: (text: String, schema: YAMLNode?)?

    /// The values that are spelled out for a schema.
    ///
    /// - Parameter reference: How the schema is referred to where the discriminator stands.
    func keys(of schema: YAMLNode, reference: String?) -> [String] {
        mapping.filter { $0.schema?.identity == schema.identity || (reference != nil && $0.text == reference) }
            .map(\.key)
    }

    func isFallback(_ schema: YAMLNode, reference: String?) -> Bool {
        guard let fallback else { return false }
        return fallback.schema?.identity == schema.identity || (reference != nil && fallback.text == reference)
    }
}

extension Lowering {
    /// The discriminator that a schema states.
    func discriminator(of schema: MergedSchema) -> Discriminator? {
        guard let object = schema.discriminator.map({ DiscriminatorObject($0.value) }),
            let property = object.propertyName
        else { return nil }
        let mapping = object.mapping.compactMap { member in
            member.value.string.map { text in
                (
                    key: member.key, text: text, schema: document.schema(mappedBy: member.value),
                    source: member.value.range
                )
            }
        }
        let fallback = object.defaultMapping.flatMap { value in
            value.string.map { (text: $0, schema: document.schema(mappedBy: value)) }
        }
        return Discriminator(property: property, mapping: mapping, fallback: fallback)
    }

    /// The values that are spelled out for a schema, as its property has them: a key of a mapping is text, `1` for an
    /// integer too.
    ///
    /// - Parameters:
    ///   - whole: The schema with all that it is put together from.
    ///   - reference: How the schema is referred to where the discriminator stands.
    func values(
        of discriminator: Discriminator,
        in whole: MergedSchema,
        _ schema: YAMLNode,
        reference: String? = nil
    ) -> [Literal] {
        let keys = discriminator.keys(of: schema, reference: reference)
        guard !keys.isEmpty, let property = whole.properties.first(where: { $0.name == discriminator.property }),
            let types = merged(property.schemas, at: whole.node).types, types != ["string"]
        else { return keys.map { .string($0) } }
        return keys.map { key in
            if types == ["boolean"], let truth = Bool(key) { return .boolean(truth) }
            guard types == ["integer"] || types == ["number"] else { return .string(key) }
            if let integer = Int64(key) { return .integer(String(integer)) }
            guard let number = Double(key), number.isFinite, types == ["number"] else { return .string(key) }
            return .number(String(number))
        }
    }

    /// Tells of values that mean a schema which is none of the alternatives.
    func reportUnknownMappings(of discriminator: Discriminator, _ alternatives: [Alternative]) {
        var targets: Set<YAMLNode.ID> = []
        for alternative in alternatives {
            guard let target = alternative.target else { continue }
            targets.insert(target.identity)
            // An alternative may be a union itself, or the base of others.
            let inner = usefulAlternatives(of: alternative.schema) ?? []
            targets.formUnion(inner.compactMap { document.resolve($0)?.identity })
            targets.formUnion((polymorphic.subtypes[target.identity] ?? []).map(\.schema.identity))
        }
        let references = Set(alternatives.compactMap(\.reference))
        for entry in discriminator.mapping {
            guard let schema = entry.schema, !targets.contains(schema.identity), !references.contains(entry.text) else {
                continue
            }
            reportOnce(
                .value,
                "'\(entry.key)' means a schema that is none of the alternatives",
                at: entry.source,
                hint: "it is passed over; add the schema to the list"
            )
        }
    }

    /// The property that tells the members of a union apart where none is stated: one whose value each of them fixes,
    /// each to another.
    func inferredDiscriminator(of alternatives: [Alternative]) -> String? {
        let objects = alternatives.filter(\.isObject)
        guard objects.count > 1, let first = objects.first else { return nil }
        return first.schema.properties.map(\.name).first { property in
            var seen: Set<Literal> = []
            return objects.allSatisfy { alternative in
                let values = constants(of: property, in: alternative.schema)
                return !values.isEmpty && values.allSatisfy { seen.insert($0).inserted }
            }
        }
    }

    /// The values that a schema allows for one of its properties; empty where it allows any.
    func constants(of property: String, in node: YAMLNode) -> [Literal] {
        constants(of: property, in: merged(node))
    }

    func constants(of property: String, in schema: MergedSchema) -> [Literal] {
        var visited: Set<YAMLNode.ID> = []
        return constants(of: property, in: schema, &visited)
    }

    private func constants(
        of property: String,
        in schema: MergedSchema,
        _ visited: inout Set<YAMLNode.ID>
    ) -> [Literal] {
        guard visited.insert(schema.node.identity).inserted else { return [] }
        if let found = schema.properties.first(where: { $0.name == property }) {
            for node in found.schemas.reversed() {
                let values = constantValues(of: node)
                if !values.isEmpty { return values }
            }
            return []
        }
        // A union of objects has the values of all its members, provided that each has some.
        guard let alternatives = usefulAlternatives(of: schema) else { return [] }
        var values: [Literal] = []
        for alternative in alternatives where !isNull(alternative) {
            guard let target = document.resolve(alternative) else { return [] }
            let found = constants(of: property, in: merged(target), &visited)
            guard !found.isEmpty else { return [] }
            values += found
        }
        return values
    }

    /// The values that a schema allows, where they are few: `const`, or `enum`.
    private func constantValues(of node: YAMLNode) -> [Literal] {
        guard let target = document.resolve(node), target.kind == .mapping else { return [] }
        let schema = target["const"] == nil && target["enum"] == nil && target["allOf"] == nil ? nil : merged(node)
        if let constant = schema?.constant?.value { return Literal(constant).map { [$0] } ?? [] }
        return (schema?.enumeration?.value.listElements ?? []).compactMap { Literal($0) }.filter { $0 != .null }
    }
}
