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
        let id = reserveType()
        let object = ObjectType(properties: properties(of: schema, owner: .type(id)))
        fill(id, .object(object), name: name, owner: owner, documentation, schema.headRange)
        return .named(id)
    }

    /// Whether a schema is made a type with properties, which can be told without a look at these.
    func declaresObject(_ schema: SchemaObject) -> Bool {
        guard !schema.properties.isEmpty, Set(schema.types).subtracting(["null", "object"]).isEmpty else {
            return false
        }
        let others = ["anyOf", "oneOf", "enum", "const"]
        return !others.contains { schema.node[$0] != nil } && isSupported(schema)
    }

    /// Makes the parts of the types that only have a place so far.
    func finishSchemas() {
        while let (schema, name, type) = pendingSchemas.popLast() {
            guard case .named(let id) = type.reference else { continue }
            let object = ObjectType(properties: properties(of: schema, owner: .type(id)))
            let documentation = Documentation(
                summary: schema.title,
                text: schema.description,
                isDeprecated: schema.isDeprecated
            )
            fill(id, .object(object), name: name, owner: .api, documentation, schema.headRange)
        }
    }

    /// The properties of an object schema, in its order.
    func properties(of schema: SchemaObject, owner: TypeDeclaration.Owner) -> [Property] {
        let required = Set(schema.required.map(\.text))
        let properties = schema.properties
        let names = Set(properties.map(\.key))
        for node in schema.required where !names.contains(node.text) {
            let near = suggestions.closest(to: node.text, among: properties.map(\.key))
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
        // A name beside a reference is the target's.
        let givenName = isReference(member.value) ? nil : SchemaObject(member.value).sdkName
        let name = givenName ?? member.key
        guard var type = type(of: member.value, name: name, owner: owner) else { return nil }
        if let constant = type.constant, !isRequired {
            // The property is a switch, which the caller may leave off: the type does not tell its one value.
            let note = "The only value is `\(constant.text)`."
            type.documentation.text = type.documentation.text.map { $0 + "\n\n" + note } ?? note
        }
        return Property(
            wireName: member.key,
            name: name,
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
