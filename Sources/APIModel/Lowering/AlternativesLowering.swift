import OpenAPI
import Source

extension Lowering {
    /// The type of `anyOf` or `oneOf`: so far a nullable type, or the list of known values of an open enumeration.
    func alternativesType(
        _ alternatives: [YAMLNode],
        of schema: SchemaObject,
        name: String,
        owner: TypeDeclaration.Owner,
        _ documentation: Documentation
    ) -> LoweredType? {
        guard hasNothingBesideAlternatives(schema) else { return nil }
        let others = alternatives.filter { !isNull($0) }
        let isNullable = others.count < alternatives.count
        var type: LoweredType?
        if let only = others.first, others.count == 1 {
            type = self.type(of: only, name: name, owner: owner)
        } else if let known = knownValues(among: others) {
            type = enumerationType(of: known, isOpen: true, name: name, owner: owner, documentation)
        } else {
            unsupported("a union of types", at: schema.keyRange(of: schema.anyOf == nil ? "oneOf" : "anyOf"))
            return nil
        }
        if isNullable { type?.isNullable = true }
        return type
    }

    /// Whether the alternatives say all of the schema's type; reports the first keyword that says more.
    private func hasNothingBesideAlternatives(_ schema: SchemaObject) -> Bool {
        let keywords: Set<String> = [
            "type", "properties", "additionalProperties", "items", "enum", "const", "format", "required",
        ]
        let alternatives = schema.anyOf == nil ? "oneOf" : "anyOf"
        for member in schema.node.members {
            guard keywords.contains(member.key) || member.key == "oneOf" && alternatives == "anyOf" else { continue }
            unsupported("'\(member.key)' beside '\(alternatives)'", at: member.keyRange)
            return false
        }
        return true
    }

    private func isNull(_ node: YAMLNode) -> Bool {
        SchemaObject(node).types == ["null"]
    }

    /// The enumeration in `anyOf: [{type: string}, {type: string, enum: […]}]`, the spelling of an open one.
    private func knownValues(among alternatives: [YAMLNode]) -> SchemaObject? {
        guard alternatives.count == 2 else { return nil }
        let schemas = alternatives.compactMap { document.view($0, as: SchemaObject.self) }
        guard schemas.count == 2, schemas.allSatisfy({ $0.types == ["string"] }) else { return nil }
        let enumerations = schemas.filter { $0.enumeration != nil }
        let plain = schemas.filter { $0.enumeration == nil && $0.constant == nil && $0.format == nil }
        return plain.count == 1 ? enumerations.first : nil
    }
}
