import OpenAPI
import Source

/// A Discriminator Object with what its values mean (OpenAPI 3.2.0, section 4.25).
struct Discriminator {
    let property: String
    /// The values that are spelled out, with the text that names a schema and, where it is a component, that schema.
    let mapping: [(value: Literal, text: String, schema: YAMLNode?)]
    /// What an unknown value means.
    let fallback: (text: String, schema: YAMLNode?)?

    /// The values that are spelled out for a schema.
    ///
    /// - Parameter reference: How the schema is referred to where the discriminator stands.
    func values(of schema: YAMLNode, reference: String? = nil) -> [Literal] {
        mapping.filter { $0.schema?.identity == schema.identity || (reference != nil && $0.text == reference) }
            .map(\.value)
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
                (value: Literal.string(member.key), text: text, schema: document.schema(mappedBy: member.value))
            }
        }
        let fallback = object.defaultMapping.flatMap { value in
            value.string.map { (text: $0, schema: document.schema(mappedBy: value)) }
        }
        return Discriminator(property: property, mapping: mapping, fallback: fallback)
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
