import OpenAPI
import Source

/// The schemas that others are made of by `allOf` and that tell their kind by a discriminator: the bases of inheritance
/// (OpenAPI 3.2.0, section 4.25.3).
struct PolymorphicSchemas {
    /// By base, the schemas with `allOf` that refer to it, in the document's order.
    private(set) var subtypes: [YAMLNode.ID: [Subtype]] = [:]

    /// A schema that is made of a base, by a reference that leads to it.
    struct Subtype {
        let name: String
        let schema: YAMLNode
    }

    init(_ document: Document) {
        let components = document.root.components?.schemas ?? []
        var bases: Set<YAMLNode.ID> = []
        for component in components {
            guard let node = document.resolve(component.value), node.kind == .mapping else { continue }
            if Self.statesDiscriminator(node) { bases.insert(node.identity) }
        }
        guard !bases.isEmpty else { return }
        for component in components {
            guard let node = document.resolve(component.value), node.kind == .mapping else { continue }
            var seen: Set<YAMLNode.ID> = [node.identity]
            for base in Self.ancestors(of: node, document, &seen) where bases.contains(base) {
                subtypes[base, default: []].append(Subtype(name: component.key, schema: node))
            }
        }
    }

    /// Whether a schema tells its kind by a discriminator: its own, or that of a branch written inside it.
    static func statesDiscriminator(_ node: YAMLNode) -> Bool {
        if let discriminator = node["discriminator"], DiscriminatorObject(discriminator).propertyName != nil {
            return true
        }
        return node["allOf"]?.listElements.contains {
            $0.kind == .mapping && $0.reference == nil && statesDiscriminator($0)
        } ?? false
    }

    /// The schemas that a schema's `allOf` leads to, directly or not.
    private static func ancestors(
        of node: YAMLNode,
        _ document: Document,
        _ seen: inout Set<YAMLNode.ID>
    ) -> [YAMLNode.ID] {
        var found: [YAMLNode.ID] = []
        for branch in node["allOf"]?.listElements ?? [] {
            guard let target = document.resolve(branch), target.kind == .mapping,
                seen.insert(target.identity).inserted
            else { continue }
            if branch.reference != nil { found.append(target.identity) }
            found += ancestors(of: target, document, &seen)
        }
        return found
    }
}

extension Lowering {
    /// The schemas that a value of the schema may be in its place, with the values of the discriminator that mean them;
    /// empty unless it is the base of some.
    func subtypes(of schema: MergedSchema) -> [PolymorphicMember] {
        guard schema.discriminator != nil, schema.alternatives.isEmpty,
            let found = polymorphic.subtypes[schema.node.identity], let discriminator = discriminator(of: schema)
        else { return [] }
        // A subtype that is a base itself stands for its own subtypes.
        return
            found
            .filter {
                polymorphic.subtypes[$0.schema.identity] == nil
                    || !PolymorphicSchemas.statesDiscriminator($0.schema)
            }
            .map { subtype in
                let values = self.values(of: discriminator, in: merged(subtype.schema), subtype.schema)
                return PolymorphicMember(
                    name: subtype.name,
                    schema: subtype.schema,
                    values: values.isEmpty ? [.string(subtype.name)] : values
                )
            }
    }

    /// A schema that takes the place of its base.
    struct PolymorphicMember {
        let name: String
        let schema: YAMLNode
        let values: [Literal]
    }

    /// The union of the schemas that are made of a base.
    func polymorphicType(
        of schema: MergedSchema,
        _ subtypes: [PolymorphicMember],
        at place: TypePlace,
        _ documentation: Documentation
    ) -> LoweredType? {
        let id = place.id ?? reserveType()
        let property = discriminator(of: schema)?.property ?? ""
        // The values that the base lists are those of all of its subtypes.
        let shared = constants(of: property, in: schema)
        let members = subtypes.compactMap { subtype -> UnionType.Member? in
            guard let type = namedType(of: subtype.schema) else { return nil }
            let constants = constants(of: property, in: subtype.schema)
            let values = constants.isEmpty || (constants == shared && constants.count > 1) ? subtype.values : constants
            let whole = merged(subtype.schema)
            noteDiscriminator(property, of: whole, type.reference, values: values, isSpelledOut: false)
            return UnionType.Member(
                name: values.count == 1 && Self.readsAsName(values[0].text) ? values[0].text : subtype.name,
                type: type.reference,
                values: values
            )
        }
        let union = UnionType(discriminator: discriminator(of: schema)?.property, members: members)
        declare(
            .union(union),
            at: TypePlace(name: place.name, owner: place.owner, id: id),
            documentation,
            schema.node.headRange
        )
        return LoweredType(reference: .named(id))
    }

    /// The values that the properties of a schema have because of the bases that it is made of: each base tells its
    /// subtypes apart by one.
    func inheritedConstants(of schema: MergedSchema) -> [String: Literal] {
        guard !polymorphic.subtypes.isEmpty else { return [:] }
        var constants: [String: Literal] = [:]
        for ancestor in schema.ancestors {
            guard let subtypes = polymorphic.subtypes[ancestor.identity],
                let subtype = subtypes.first(where: { $0.schema.identity == schema.node.identity }),
                let discriminator = discriminator(of: merged(ancestor))
            else { continue }
            let values = self.values(of: discriminator, in: schema, schema.node)
            guard values.count <= 1 else { continue }
            constants[discriminator.property] = values.first ?? .string(subtype.name)
        }
        return constants
    }
}
