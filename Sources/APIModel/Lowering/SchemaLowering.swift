import OpenAPI
import Source

extension Lowering {
    /// The type of a schema that is written in place.
    ///
    /// - Parameters:
    ///   - node: The schema, or a reference to one.
    ///   - name: The name that a type would get that the schema declares.
    ///   - owner: What such a type would be part of.
    /// - Returns: nil where the schema is wrong or beyond us, which has been reported.
    func type(of node: YAMLNode, name: String, owner: TypeDeclaration.Owner) -> LoweredType? {
        if let truth = node.bool {
            guard truth else {
                unsupported("a schema that allows no value", at: node.range)
                return nil
            }
            return LoweredType(reference: .json)
        }
        guard node.kind == .mapping, !document.isInvalid(node) else { return nil }
        if node.member("$ref") != nil { return referencedType(of: node) }
        return declaredType(of: SchemaObject(node), name: name, owner: owner)
    }

    /// The type of a schema with a place of its own: a component, or the target of a reference.
    func namedType(of node: YAMLNode) -> LoweredType? {
        if node.member("$ref") != nil { return referencedType(of: node) }
        return namedType(of: node, reachedBy: "")
    }

    private func referencedType(of node: YAMLNode) -> LoweredType? {
        guard let reference = node["$ref"]?.string, let target = document.resolve(node) else { return nil }
        for member in node.members where !Self.annotations.contains(member.key) && !member.key.hasPrefix("x-") {
            unsupported("'\(member.key)' beside a '$ref'", at: member.keyRange)
            return nil
        }
        guard var type = namedType(of: target, reachedBy: reference) else { return nil }
        let siblings = SchemaObject(node)
        type.documentation = Documentation(
            summary: siblings.title,
            text: siblings.description,
            isDeprecated: siblings.isDeprecated || type.documentation.isDeprecated
        )
        return type
    }

    private func namedType(of target: YAMLNode, reachedBy reference: String) -> LoweredType? {
        if let known = lowered[target.identity] { return known }
        let schema = SchemaObject(target)
        let name = schema.sdkName ?? schemaNames.name(of: target, reachedBy: reference)
        if declaresObject(schema), !document.isInvalid(target) {
            let type = LoweredType(
                reference: .named(reserveType()),
                isNullable: schema.types.contains("null"),
                documentation: Documentation(isDeprecated: schema.isDeprecated)
            )
            lowered[target.identity] = type
            pendingSchemas.append((schema, name, type))
            return type
        }
        guard namesInWork.insert(target.identity).inserted else {
            unsupported("a schema that contains itself", at: schema.headRange)
            return nil
        }
        defer { namesInWork.remove(target.identity) }
        guard let type = type(of: target, name: name, owner: .api) else { return nil }
        lowered[target.identity] = type
        return type
    }

    /// The type of a schema that is no reference.
    private func declaredType(
        of schema: SchemaObject,
        name: String,
        owner: TypeDeclaration.Owner
    ) -> LoweredType? {
        let documentation = Documentation(
            summary: schema.title,
            text: schema.description,
            isDeprecated: schema.isDeprecated
        )
        guard isSupported(schema) else { return nil }
        var type: LoweredType?
        if let alternatives = schema.anyOf ?? schema.oneOf {
            type = alternativesType(alternatives, of: schema, name: name, owner: owner, documentation)
        } else if schema.constant != nil || schema.enumeration != nil {
            type = enumerationType(of: schema, name: name, owner: owner, documentation)
        } else {
            type = plainType(of: schema, name: name, owner: owner, documentation)
        }
        type?.documentation = documentation
        return type
    }

    /// Whether the schema has no keyword that is beyond us; reports the first.
    func isSupported(_ schema: SchemaObject) -> Bool {
        for member in schema.node.members {
            guard let construct = Self.unsupportedKeywords[member.key] else { continue }
            unsupported(construct, at: member.keyRange)
            return false
        }
        for key in ["readOnly", "writeOnly"] where schema.node[key]?.bool == true {
            unsupported("'\(key)'", at: schema.keyRange(of: key))
            return false
        }
        if let additional = schema.additionalProperties, additional.kind == .mapping, !additional.members.isEmpty,
            !schema.properties.isEmpty
        {
            unsupported(
                "a schema for 'additionalProperties' beside 'properties'",
                at: schema.keyRange(of: "additionalProperties")
            )
            return false
        }
        return true
    }

    /// The type that `type` and `format` say.
    private func plainType(
        of schema: SchemaObject,
        name: String,
        owner: TypeDeclaration.Owner,
        _ documentation: Documentation
    ) -> LoweredType? {
        let types = schema.types
        let others = types.filter { $0 != "null" }
        let isNullable = others.count < types.count
        guard others.count <= 1 else {
            unsupported("a schema of several types", at: schema.range(of: "type"))
            return nil
        }
        let reference: TypeReference?
        switch others.first {
        case "string": reference = .scalar(stringScalar(of: schema))
        case "boolean": reference = .scalar(.boolean)
        case "integer": reference = .scalar(integerScalar(of: schema))
        case "number": reference = .scalar(numberScalar(of: schema))
        case "array": reference = arrayType(of: schema, name: name, owner: owner)
        case "object": reference = objectType(of: schema, name: name, owner: owner, documentation)
        case nil where schema.node["properties"] != nil || schema.additionalProperties != nil:
            reference = objectType(of: schema, name: name, owner: owner, documentation)
        case nil where schema.items != nil: reference = arrayType(of: schema, name: name, owner: owner)
        default: reference = .json
        }
        return reference.map { LoweredType(reference: $0, isNullable: isNullable) }
    }

    private func arrayType(of schema: SchemaObject, name: String, owner: TypeDeclaration.Owner) -> TypeReference? {
        guard let items = schema.items else { return .array(.json) }
        return type(of: items, name: name + "[]", owner: owner).map { .array($0.asElement) }
    }

    /// Keywords that only describe, which a reference may have beside it.
    private static let annotations: Set<String> = [
        "$ref", "title", "summary", "description", "deprecated", "example", "examples", "default", "$comment",
    ]

    /// Keywords that change the type and are beyond us, with what they are called in a message.
    private static let unsupportedKeywords: [String: String] = [
        "allOf": "'allOf'",
        "not": "'not'",
        "if": "a conditional schema ('if')",
        "dependentSchemas": "'dependentSchemas'",
        "prefixItems": "a tuple ('prefixItems')",
        "contains": "'contains'",
        "patternProperties": "'patternProperties'",
        "propertyNames": "'propertyNames'",
        "unevaluatedItems": "'unevaluatedItems'",
        "unevaluatedProperties": "'unevaluatedProperties'",
        "discriminator": "a discriminator",
        "nullable": "'nullable' (OpenAPI 3.0)",
        "$dynamicRef": "'$dynamicRef'",
        "$id": "'$id'",
    ]
}

extension LoweredType {
    /// The type as the element of an array or a map.
    var asElement: TypeReference { isNullable ? .nullable(reference) : reference }
}
