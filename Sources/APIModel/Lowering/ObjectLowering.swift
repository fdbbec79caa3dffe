import OpenAPI
import Source

/// An object schema that has a type whose parts are still to be made.
struct PendingSchema {
    let schema: MergedSchema
    let name: String
    let type: LoweredType
    let direction: Direction
}

extension Lowering {
    /// The type of `type: object`: a declared type, or a map where only the values of free keys are described.
    func objectType(of schema: MergedSchema, at place: TypePlace, _ documentation: Documentation) -> TypeReference? {
        guard !schema.properties.isEmpty else { return mapType(of: schema, at: place) }
        let id = place.id ?? reserveType()
        let object = object(of: schema, owner: .type(id))
        declare(
            .object(object),
            at: TypePlace(name: place.name, owner: place.owner, id: id),
            documentation,
            schema.node.headRange
        )
        return .named(id)
    }

    /// The type of an object without declared properties.
    private func mapType(of schema: MergedSchema, at place: TypePlace) -> TypeReference? {
        guard let values = additionalSchemas(of: schema) else { return .map(.json) }
        return valueType(of: values, at: TypePlace(name: place.name + "[]", owner: place.owner)).map { .map($0) }
    }

    /// The schemas of members that are not declared; nil where they may be anything, or nothing is said.
    private func additionalSchemas(of schema: MergedSchema) -> [YAMLNode]? {
        var schemas = schema.patternProperties.map(\.value)
        if let additional = schema.additionalProperties?.value, additional.kind == .mapping {
            schemas.append(additional)
        }
        let described = schemas.filter { $0.kind == .mapping && !$0.members.isEmpty }
        return described.isEmpty || described.count < schemas.count ? nil : described
    }

    /// One type for the values of all of the schemas.
    private func valueType(of schemas: [YAMLNode], at place: TypePlace) -> TypeReference? {
        if let only = schemas.first, schemas.count == 1 {
            return type(of: only, name: place.name, owner: place.owner)?.asElement
        }
        guard let first = schemas.first else { return .json }
        return alternativesType(schemas, of: MergedSchema(first), at: place, Documentation())?.asElement
    }

    /// Whether a schema is made a type with properties, which can be told without a look at these.
    func declaresObject(_ schema: MergedSchema) -> Bool {
        !schema.properties.isEmpty && schema.isObject && schema.enumeration == nil && schema.constant == nil
            && usefulAlternatives(of: schema) == nil
    }

    /// Makes the parts of the types that only have a place so far.
    func finishSchemas() {
        while let pending = pendingSchemas.popLast() {
            guard case .named(let id) = pending.type.reference else { continue }
            self.in(pending.direction) {
                let object = object(of: pending.schema, owner: .type(id))
                let place = TypePlace(name: pending.name, owner: .api, id: id)
                let documentation = documentation(of: pending.schema, name: pending.name)
                declare(.object(object), at: place, documentation, pending.schema.node.headRange)
            }
        }
    }

    /// The properties of an object schema, in its order, and what it says of further members.
    func object(of schema: MergedSchema, owner: TypeDeclaration.Owner) -> ObjectType {
        let required = schema.requiredNames
        let areRequired = schema.properties.map { required.contains($0.name) }
        if areRequired.count(where: \.self) < required.count { reportUndeclared(of: schema) }
        let inherited = inheritedConstants(of: schema)
        var properties: [Property] = []
        properties.reserveCapacity(schema.properties.count)
        for (property, isRequired) in zip(schema.properties, areRequired) {
            // The schema's own word counts more than what its base makes of its name.
            let value = inherited[property.name].flatMap {
                constants(of: property.name, in: schema).count == 1 ? nil : $0
            }
            let made = self.property(
                property,
                isRequired: isRequired,
                inherited: value,
                owner: owner
            )
            if let made { properties.append(made) }
        }
        var additional: TypeReference?
        if let schemas = additionalSchemas(of: schema) {
            additional = valueType(of: schemas, at: TypePlace(name: "additionalProperties[]", owner: owner))
        }
        return ObjectType(properties: properties, additional: additional)
    }

    /// Tells of names under `required` that are no property, unless other members are described as well.
    private func reportUndeclared(of schema: MergedSchema) {
        guard schema.hasProperties, schema.additionalProperties?.value.kind != .mapping,
            schema.patternProperties.isEmpty
        else { return }
        let names = Set(schema.properties.map(\.name))
        for node in schema.required where !names.contains(node.text) {
            let near = suggestions.closest(to: node.text, among: schema.properties.map(\.name))
            reportOnce(
                .requiredProperty,
                "'\(node.text)' is required but is no property",
                at: node.range,
                hint: near.map { "did you mean '\($0)'?" }
            )
        }
    }

    private func property(
        _ property: MergedProperty,
        isRequired: Bool,
        inherited: Literal?,
        owner: TypeDeclaration.Owner
    ) -> Property? {
        guard belongs(property) else { return nil }
        // A name beside a reference is the target's.
        let node = property.schemas.last
        let givenName = node.flatMap { $0.reference == nil ? SchemaObject($0).sdkName : nil }
        let name = givenName ?? property.name
        let given = inherited.map { constantType($0, of: property) }
        guard var type = given ?? propertyType(property, name: name, owner: owner) else { return nil }
        if let constant = type.constant, !isRequired {
            // The property is a switch, which the caller may leave off: the type does not tell its one value.
            type.documentation.notes.append(Self.onlyValue(constant))
        }
        let presence = presence(of: type, isRequired: isRequired)
        let defaultValue = defaultValue(of: type, presence: presence)
        if let value = type.defaultValue.flatMap(Self.shortText), type.constant == nil {
            type.documentation.notes.append("Default: \(Self.code(value)).")
        }
        return Property(
            wireName: property.name,
            name: name,
            documentation: type.documentation,
            type: type.reference,
            presence: presence,
            defaultValue: defaultValue,
            standardValue: type.defaultValue.flatMap { Literal($0) },
            keepsPaths: keepsPaths(property, type.reference),
            source: property.keyRange
        )
    }

    /// The type of a property whose value a base gives, whatever list of values it has there.
    private func constantType(_ value: Literal, of property: MergedProperty) -> LoweredType {
        let schema = merged(property.schemas, at: property.schemas.last ?? document.root.node)
        return LoweredType(
            reference: value.type,
            constant: value,
            documentation: Documentation(summary: schema.title, text: schema.text, isDeprecated: schema.isDeprecated)
        )
    }

    /// The type of a property that several parts of a schema may speak of.
    private func propertyType(_ property: MergedProperty, name: String, owner: TypeDeclaration.Owner) -> LoweredType? {
        guard let last = property.schemas.last else { return nil }
        // A part that only describes adds nothing to a type.
        let typed =
            property.schemas.count == 1
            ? property.schemas
            : property.schemas.filter { schema in
                schema.kind != .mapping
                    || schema.members.contains {
                        $0.key == "$ref" || $0.key == "$dynamicRef" || !Self.leavesType($0.key)
                    }
            }
        guard typed.count > 1 else {
            guard var type = type(of: typed.first ?? last, name: name, owner: owner) else { return nil }
            if property.schemas.count > 1, let text = last["description"]?.string { type.documentation.text = text }
            return type
        }
        if let whole = wholeReference(among: typed) ?? onlyReference(among: typed) {
            return type(of: whole, name: name, owner: owner)
        }
        return declaredType(of: merged(typed, at: last), at: TypePlace(name: name, owner: owner))
    }

    /// The one of several references that says all that the others do: each of them refers to the same, or to a base of
    /// what it refers to.
    private func wholeReference(among nodes: [YAMLNode]) -> YAMLNode? {
        var targets: [YAMLNode] = []
        for node in nodes {
            guard let reference = soleReference(in: node), let target = document.resolve(reference) else { return nil }
            targets.append(target)
        }
        let all = Set(targets.map(\.identity))
        return nodes.indices.last { index in
            all.count == 1
                || all.isSubset(of: [targets[index].identity] + merged(targets[index]).ancestors.map(\.identity))
        }
        .map { nodes[$0] }
    }

    /// The reference beside schemas that only say which JSON types there may be.
    private func onlyReference(among nodes: [YAMLNode]) -> YAMLNode? {
        let rest = nodes.filter { !Self.onlySaysType($0) }
        guard let only = rest.first, rest.count == 1, soleReference(in: only) != nil else { return nil }
        return only
    }

    private func presence(of type: LoweredType, isRequired: Bool) -> Property.Presence {
        switch (isRequired, type.isNullable) {
        // An optional constant is a switch that the caller may leave off: its value is then a choice.
        case (true, false): type.constant.map { .constant($0) } ?? .required
        case (true, true): .nullable
        case (false, false): .optional
        case (false, true): .optionalNullable
        }
    }

    // MARK: - Defaults

    /// What an initialiser takes where the caller gives nothing. What may be left out is left out, so that the API's own
    /// default counts, whatever it is by then.
    func defaultValue(of type: LoweredType, presence: Property.Presence) -> DefaultValue? {
        guard presence == .required || presence == .nullable, let node = type.defaultValue else { return nil }
        switch (type.reference, node.kind) {
        case (.array, .sequence) where node.elements.isEmpty: return .emptyArray
        case (.map, .mapping) where node.members.isEmpty: return .emptyMap
        default: break
        }
        guard let literal = Literal(node) else { return nil }
        switch (type.reference, literal) {
        case (_, .null): return type.isNullable ? .literal(.null) : nil
        case (.scalar(.string), .string), (.scalar(.boolean), .boolean): return .literal(literal)
        case (.scalar(.double), .integer(let text)), (.scalar(.double), .number(let text)):
            return Double(text)?.isFinite == true ? .literal(literal) : nil
        case (.scalar(.float), .number(let text)):
            return Float(text)?.isFinite == true ? .literal(literal) : nil
        case (.scalar(let scalar), .integer(let text)) where scalar.holds(text): return .literal(literal)
        case (.named(let id), _):
            guard case .enumeration(let enumeration)? = types[id.index]?.shape,
                enumeration.values.contains(where: { $0.literal == literal })
            else { return nil }
            return .literal(literal)
        default: return nil
        }
    }
}

extension TypeReference.Scalar {
    /// Whether an integer type holds the number.
    fileprivate func holds(_ text: String) -> Bool {
        switch self {
        case .integer, .int64: Int64(text) != nil
        case .int32: Int32(text) != nil
        case .int16: Int16(text) != nil
        case .int8: Int8(text) != nil
        case .uint8: UInt8(text) != nil
        case .uint16: UInt16(text) != nil
        case .uint32: UInt32(text) != nil
        case .uint64: UInt64(text) != nil
        default: false
        }
    }
}
