import OpenAPI
import Source

extension Lowering {
    /// The type of `type: object`: a declared type, or a map where only the values of free keys are described.
    func objectType(
        of schema: SchemaObject,
        name: String,
        owner: TypeDeclaration.Owner,
        _ documentation: Documentation
    ) -> TypeReference? {
        let additional = schema.additionalProperties
        guard !schema.properties.isEmpty else {
            guard let additional, additional.kind == .mapping else { return .map(.json) }
            return type(of: additional, name: name + "[]", owner: owner).map { .map($0.asElement) }
        }
        if let additional, additional.kind == .mapping, !additional.members.isEmpty {
            unsupported(
                "a schema for 'additionalProperties' beside 'properties'",
                at: schema.keyRange(of: "additionalProperties")
            )
            return nil
        }
        let id = reserveType()
        schemasInWork[schema.node.identity] = id
        defer { schemasInWork[schema.node.identity] = nil }
        let object = ObjectType(properties: properties(of: schema, owner: .type(id)))
        fill(id, .object(object), name: name, owner: owner, documentation, schema.headRange)
        return .named(id)
    }

    /// The properties of an object schema, in its order.
    func properties(of schema: SchemaObject, owner: TypeDeclaration.Owner) -> [Property] {
        let required = Set(schema.required.map(\.text))
        let properties = schema.properties
        let names = Set(properties.map(\.key))
        for node in schema.required where !names.contains(node.text) {
            let near = Spelling.closest(to: node.text, among: properties.map(\.key))
            report.warning(
                .requiredProperty,
                "'\(node.text)' is required but is no property",
                at: node.range,
                hint: near.map { "did you mean '\($0)'?" }
            )
        }
        return properties.compactMap { member in
            property(member, isRequired: required.contains(member.key), owner: owner)
        }
    }

    private func property(_ member: YAMLMember, isRequired: Bool, owner: TypeDeclaration.Owner) -> Property? {
        guard let type = type(of: member.value, name: member.key, owner: owner) else { return nil }
        return Property(
            wireName: member.key,
            name: SchemaObject(member.value).sdkName.flatMap { isReference(member.value) ? nil : $0 } ?? member.key,
            documentation: type.documentation,
            type: type.reference,
            presence: presence(of: type, isRequired: isRequired),
            source: member.keyRange
        )
    }

    private func isReference(_ node: YAMLNode) -> Bool { node.member("$ref") != nil }

    private func presence(of type: LoweredType, isRequired: Bool) -> Property.Presence {
        switch (isRequired, type.isNullable) {
        // An optional constant is a switch that the caller may leave off: its value is then a choice.
        case (true, false): type.constant.map { .constant($0) } ?? .required
        case (true, true): .nullable
        case (false, false): .optional
        case (false, true): .optionalNullable
        }
    }
}
