import OpenAPI
import Source

/// The type of a schema, with what the place that uses it wants to know.
struct LoweredType {
    var reference: TypeReference
    var isNullable = false
    /// The one value that the schema allows.
    var constant: Literal?
    /// The value of what is left out.
    var defaultValue: YAMLNode?
    var documentation = Documentation()

    /// The type as the element of an array or a map.
    var asElement: TypeReference { isNullable ? .nullable(reference) : reference }
}

/// Where a type is declared that a schema turns out to need.
struct TypePlace {
    /// The name that the type would get.
    var name: String
    /// What it would be part of.
    var owner: TypeDeclaration.Owner
    /// The place that is reserved for it, because it may be referred to before it is made.
    var id: TypeID?

    /// The place of a type that is written inside this one's schema, under a name of its own.
    func part(_ name: String) -> TypePlace { TypePlace(name: name, owner: owner) }
}

extension Lowering {
    /// The type of a schema that is written in place.
    ///
    /// - Parameters:
    ///   - node: The schema, or a reference to one.
    ///   - name: The name that a type would get that the schema declares.
    ///   - owner: What such a type would be part of.
    /// - Returns: nil where the schema is wrong, which has been reported.
    func type(of node: YAMLNode, name: String, owner: TypeDeclaration.Owner) -> LoweredType? {
        if node.kind == .bool || node.kind == .null {
            // What allows no value is of no use, and may be anything to the reader.
            return LoweredType(reference: .json)
        }
        guard node.kind == .mapping else { return nil }
        if let reference = soleReference(in: node) { return referencedType(reference, from: node) }
        guard !document.isInvalid(node) else { return nil }
        return declaredType(of: merged(node), at: TypePlace(name: name, owner: owner))
    }

    /// The type of a schema with a place of its own: a component, or the target of a reference.
    func namedType(of node: YAMLNode) -> LoweredType? {
        if let reference = soleReference(in: node) { return referencedType(reference, from: node) }
        return namedType(of: node, reachedBy: "")
    }

    // MARK: - References

    /// The reference that says all of a schema's type: the schema's own, or the only one of its `allOf`, beside nothing
    /// but keywords that leave the type as it is.
    func soleReference(in node: YAMLNode) -> YAMLNode? {
        if node.reference != nil {
            return node.members.count == 1 || node.members.allSatisfy { Self.leavesReference($0.key) } ? node : nil
        }
        guard let allOf = node["allOf"], node.members.allSatisfy({ $0.key == "allOf" || Self.leavesReference($0.key) })
        else {
            return nil
        }
        var reference: YAMLNode?
        for branch in allOf.listElements {
            guard branch.kind == .mapping, branch.members.allSatisfy({ Self.leavesReference($0.key) }) else {
                return nil
            }
            guard branch.reference != nil else { continue }
            guard reference == nil else { return nil }
            reference = branch
        }
        return reference
    }

    /// - Parameter place: The schema that holds the reference, whose own words come before those of the target.
    private func referencedType(_ reference: YAMLNode, from place: YAMLNode) -> LoweredType? {
        // What is not there, which has been told, may be anything.
        guard let target = document.resolve(reference) else { return LoweredType(reference: .json) }
        guard let text = reference.reference?.value.string, var type = namedType(of: target, reachedBy: text) else {
            return nil
        }
        var isDeprecated = type.documentation.isDeprecated
        // What is said of a type stands at its declaration; a schema that has none is described where it is used.
        if case .named = type.reference { type.documentation = Documentation() }
        for node in place.identity == reference.identity ? [reference] : [reference, place] {
            let schema = SchemaObject(node)
            type.documentation.summary = schema.title ?? type.documentation.summary
            type.documentation.text = schema.description ?? type.documentation.text
            if let value = node["default"] {
                type.defaultValue = value
                checkDefault(value, of: merged(target))
            }
            isDeprecated = isDeprecated || schema.isDeprecated
            if node["nullable"]?.booleanWord == true { type.isNullable = true }
        }
        type.documentation.notes += bounds(in: place)
        for branch in place["allOf"]?.listElements ?? [] where branch["nullable"]?.booleanWord == true {
            type.isNullable = true
        }
        type.documentation.isDeprecated = isDeprecated
        return type
    }

    /// What is said of the values beside a reference, for the documentation of its place.
    private func bounds(in place: YAMLNode) -> [String] {
        let parts = [place] + (place["allOf"]?.listElements ?? [])
        let bounded = parts.filter { part in part.members.contains { Self.boundKeys.contains($0.key) } }
        guard !bounded.isEmpty else { return [] }
        var schema = MergedSchema(place)
        for part in bounded { schema.add(part, isOwn: true) }
        return documentation(of: schema, name: "").notes
    }

    private func namedType(of target: YAMLNode, reachedBy reference: String) -> LoweredType? {
        guard target.kind == .mapping else { return type(of: target, name: "", owner: .api) }
        let key = LoweredKey(node: target.identity, direction: directional.contains(target) ? direction : nil)
        if let known = lowered[key] { return known }
        if let id = inWork[key] {
            referredInWork.insert(id)
            return LoweredType(reference: .named(id))
        }
        guard !document.isInvalid(target) else { return nil }
        if let wrapped = soleReference(in: target) {
            return aliasType(key, name: "", target) { self.referencedType(wrapped, from: target) }
        }
        let schema = merged(target)
        let name = SchemaObject(target).sdkName ?? schemaNames.name(of: target, reachedBy: reference)
        guard declaresObject(schema), subtypes(of: schema).isEmpty else {
            return aliasType(key, name: name, target) { id in
                self.declaredType(of: schema, at: TypePlace(name: name, owner: .api, id: id))
            }
        }
        let type = LoweredType(
            reference: .named(reserveType()),
            isNullable: schema.allowsNull,
            documentation: Documentation(isDeprecated: schema.isDeprecated)
        )
        if case .named(let id) = type.reference { typeNames[id] = name }
        lowered[key] = type
        noteVariant(key, type)
        pendingSchemas.append(PendingSchema(schema: schema, name: name, type: type, direction: direction))
        return type
    }

    /// The type of a schema that may turn out to be no type of its own, which is looked at at once: one that contains
    /// itself gets a type.
    private func aliasType(
        _ key: LoweredKey,
        name: String,
        _ target: YAMLNode,
        _ make: (TypeID) -> LoweredType?
    ) -> LoweredType? {
        let id = reserveType()
        typeNames[id] = name
        inWork[key] = id
        defer { inWork[key] = nil }
        guard var type = make(id) else { return nil }
        if type.reference != .named(id), referredInWork.contains(id) {
            let name = name.isEmpty ? schemaNames.name(of: target, reachedBy: "") : name
            let member = UnionType.Member(name: alternativeName(of: type.reference), type: type.reference)
            let union = UnionType(members: [member])
            declare(.union(union), at: TypePlace(name: name, owner: .api, id: id), type.documentation, target.headRange)
            type.reference = .named(id)
        }
        lowered[key] = type
        if type.reference == .named(id) { noteVariant(key, type) }
        return type
    }

    private func aliasType(
        _ key: LoweredKey,
        name: String,
        _ target: YAMLNode,
        _ make: () -> LoweredType?
    ) -> LoweredType? {
        aliasType(key, name: name, target) { (_: TypeID) in make() }
    }

    // MARK: - Parts

    /// The schema with what it refers to and the branches of its `allOf`.
    func merged(_ node: YAMLNode) -> MergedSchema {
        var schema = MergedSchema(node)
        var way = MergingWay()
        collect(node, isOwn: true, into: &schema, &way)
        return schema
    }

    /// Several schemas that must all hold, as one.
    func merged(_ nodes: [YAMLNode], at place: YAMLNode) -> MergedSchema {
        var schema = MergedSchema(place)
        var way = MergingWay()
        for node in nodes { collect(node, isOwn: true, into: &schema, &way) }
        return schema
    }

    /// The way that the search for a schema's parts has come.
    private struct MergingWay {
        /// The schemas whose parts are being looked at.
        var open: Set<YAMLNode.ID> = []
        /// The targets of references whose parts have been added: twice the same says nothing new.
        var closed: Set<YAMLNode.ID> = []
    }

    private func collect(
        _ node: YAMLNode,
        isOwn: Bool,
        into schema: inout MergedSchema,
        _ way: inout MergingWay
    ) {
        guard node.kind == .mapping, !document.isInvalid(node) else { return }
        let reference = node.reference
        let allOf = node.member("allOf")
        let isWhole = !leadsBack(node, way.open)
        guard reference != nil || allOf != nil else {
            return schema.add(node, isOwn: isOwn, withAlternatives: isWhole)
        }
        guard way.open.insert(node.identity).inserted else {
            return reportOnce(
                .schemaCycle,
                "this schema is put together from itself",
                at: node.headRange,
                hint: "the branch that leads back is passed over"
            )
        }
        defer { way.open.remove(node.identity) }
        if reference != nil, let target = document.resolve(node), target.identity != node.identity {
            if !way.closed.contains(target.identity) {
                schema.addAncestor(target)
                collect(target, isOwn: false, into: &schema, &way)
                way.closed.insert(target.identity)
            }
        }
        for branch in allOf?.value.listElements ?? [] {
            collect(branch, isOwn: isOwn && branch.reference == nil, into: &schema, &way)
        }
        schema.add(node, isOwn: isOwn, withAlternatives: isWhole)
    }

    /// Whether a schema is a base that lists, under `oneOf` or `anyOf`, one of the schemas that are made of it: to that
    /// one, the list says nothing.
    private func leadsBack(_ node: YAMLNode, _ open: Set<YAMLNode.ID>) -> Bool {
        guard !open.isEmpty else { return false }
        return ["oneOf", "anyOf"].contains { key in
            node[key]?.listElements.contains { alternative in
                document.resolvedReference(of: alternative).map { open.contains($0.identity) } ?? false
            } ?? false
        }
    }

    // MARK: - Declared types

    /// The type of a schema that is no reference.
    func declaredType(of schema: MergedSchema, at place: TypePlace) -> LoweredType? {
        // Without ancestors, what is inside is written there, and ends.
        guard !schema.ancestors.isEmpty else { return newType(of: schema, at: place) }
        return inPlaceType(of: schema, at: place) { self.newType(of: schema, at: $0) }
    }

    private func newType(of schema: MergedSchema, at place: TypePlace) -> LoweredType? {
        let documentation = documentation(of: schema, name: place.name)
        checkDefault(of: schema)
        var type: LoweredType?
        let subtypes = subtypes(of: schema)
        if schema.enumeration != nil || schema.constant != nil {
            type = enumerationType(of: schema, at: place, documentation)
        } else if !subtypes.isEmpty {
            type = polymorphicType(of: schema, subtypes, at: place, documentation)
        } else if let alternatives = usefulAlternatives(of: schema) {
            type = alternativesType(alternatives, of: schema, at: place, documentation)
        } else {
            type = plainType(of: schema, at: place, documentation)
        }
        if schema.allowsNull { type?.isNullable = true }
        type?.defaultValue = schema.defaultValue
        type?.documentation = documentation
        return type
    }

    /// The type that `type` and `format` say.
    private func plainType(
        of schema: MergedSchema,
        at place: TypePlace,
        _ documentation: Documentation
    ) -> LoweredType? {
        let types = schema.types ?? impliedTypes(of: schema)
        guard types.count <= 1 else {
            return typesUnion(types, of: schema, at: place, documentation)
        }
        guard let only = types.first else {
            return LoweredType(reference: .json, isNullable: schema.types != nil)
        }
        return reference(of: only, schema, at: place, documentation).map { LoweredType(reference: $0) }
    }

    /// The type of a value of one JSON type.
    func reference(
        of type: String,
        _ schema: MergedSchema,
        at place: TypePlace,
        _ documentation: Documentation
    ) -> TypeReference? {
        switch type {
        case "string": stringType(of: schema)
        case "boolean": .scalar(.boolean)
        case "integer": .scalar(integerScalar(of: schema))
        case "number": .scalar(numberScalar(of: schema))
        case "array": arrayType(of: schema, at: place)
        case "object": objectType(of: schema, at: place, documentation)
        default: .json
        }
    }

    /// The type that the other keywords speak of where none is named.
    private func impliedTypes(of schema: MergedSchema) -> [String] {
        if schema.isObject { return ["object"] }
        if schema.items != nil || schema.prefixItems != nil { return ["array"] }
        if let format = schema.format, let type = Self.typesByFormat[format] { return [type] }
        if schema.contentEncoding != nil || isBinary(schema) { return ["string"] }
        for member in schema.annotations {
            if let type = Self.typesByKeyword[member.key] { return [type] }
        }
        return []
    }

    private func arrayType(of schema: MergedSchema, at place: TypePlace) -> TypeReference? {
        if let positions = schema.prefixItems { return tupleType(of: schema, positions, at: place) }
        guard let items = schema.items else { return .array(.json) }
        return type(of: items, name: place.name + "[]", owner: place.owner).map { .array($0.asElement) }
    }

    /// A list of positions with types of their own: an array of what any of them is.
    private func tupleType(of schema: MergedSchema, _ positions: YAMLMember, at place: TypePlace) -> TypeReference? {
        var nodes = positions.value.listElements
        if let items = schema.items, items.kind == .mapping { nodes.append(items) }
        let elementPlace = TypePlace(name: place.name + "[]", owner: place.owner)
        let element = MergedSchema(schema.node)
        return alternativesType(nodes, of: element, at: elementPlace, Documentation()).map { .array($0.asElement) }
    }

    /// Whether a keyword beside a reference leaves the type of its target as it is.
    static func leavesType(_ key: String) -> Bool {
        annotationKeys.contains(key) || key.hasPrefix("x-")
    }

    /// The same, or it only narrows the values, which no type tells.
    private static func leavesReference(_ key: String) -> Bool { leavesType(key) || boundKeys.contains(key) }

    private static let boundKeys: Set<String> = [
        "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "pattern",
        "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties",
    ]

    private static let annotationKeys: Set<String> = [
        "$ref", "$dynamicRef", "title", "summary", "description", "deprecated", "example", "examples", "default",
        "$comment",
        "nullable", "readOnly", "writeOnly", "externalDocs", "xml",
    ]

    static let typesByFormat: [String: String] = [
        "date-time": "string", "date": "string", "time": "string", "duration": "string", "uuid": "string",
        "uri": "string", "url": "string", "byte": "string", "binary": "string", "email": "string",
        "int32": "integer", "int64": "integer", "float": "number", "double": "number",
    ]

    private static let typesByKeyword: [String: String] = [
        "pattern": "string", "maxLength": "string", "minLength": "string",
        "minimum": "number", "maximum": "number", "multipleOf": "number",
        "maxItems": "array", "minItems": "array", "uniqueItems": "array",
        "maxProperties": "object", "minProperties": "object", "propertyNames": "object",
    ]
}
