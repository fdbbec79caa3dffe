import OpenAPI
import Source

/// A schema with all that it is put together from: what it refers to, the branches of its `allOf`, and its own keywords,
/// in this order, so that what is said later refines what was said before.
struct MergedSchema {
    /// The schema itself.
    private(set) var node: YAMLNode

    /// The names under `type` without "null"; nil where no part has the keyword.
    private(set) var types: [String]?
    private(set) var allowsNull = false
    private(set) var properties: [MergedProperty] = []
    private(set) var required: [YAMLNode] = []
    /// Whether some part has the keyword `properties` at all.
    private(set) var hasProperties = false
    private(set) var additionalProperties: YAMLMember?
    private(set) var patternProperties: [YAMLMember] = []
    private(set) var constant: YAMLMember?
    private(set) var enumeration: YAMLMember?
    /// The lists under `oneOf` and `anyOf`.
    private(set) var alternatives: [YAMLMember] = []
    private(set) var items: YAMLNode?
    private(set) var prefixItems: YAMLMember?
    private(set) var format: String?
    private(set) var contentEncoding: String?
    private(set) var contentMediaType: String?
    private(set) var isReadOnly = false
    private(set) var isWriteOnly = false
    private(set) var isDeprecated = false
    private(set) var title: String?
    private(set) var text: String?
    private(set) var defaultValue: YAMLNode?
    /// The discriminator of the schema itself; one of a part belongs to that part.
    private(set) var discriminator: YAMLMember?
    /// Keywords that only documentation tells, by key; the last of each counts.
    private(set) var annotations: [YAMLMember] = []
    /// The parts that were reached by a reference: the ancestors, nearest last.
    private(set) var ancestors: [YAMLNode] = []

    /// Where the properties are, by name: made when those of a second part are added.
    private var positions: [String: Int] = [:]

    /// The schema without any part yet.
    init(_ node: YAMLNode) { self.node = node }

    /// Whether the schema is an object with properties.
    var isObject: Bool {
        types.map { $0 == ["object"] } ?? (hasProperties || additionalProperties != nil || !patternProperties.isEmpty)
    }

    var requiredNames: NameList { NameList(required.map(\.text)) }

    /// The first member of one of the keys, where a message about it points.
    func keyRange(of key: String) -> SourceRange { node.member(key)?.keyRange ?? node.headRange }
}

/// Names without an order. A handful of them is looked through in less time than it takes to make hashes.
struct NameList {
    private let names: [String]
    private let set: Set<String>

    /// How many names there are, counting equal ones each.
    var count: Int { names.count }

    init(_ names: [String]) {
        self.names = names
        set = names.count > 8 ? Set(names) : []
    }

    func contains(_ name: String) -> Bool { set.isEmpty ? names.contains(name) : set.contains(name) }
}

/// A property as all parts of a schema have it.
struct MergedProperty {
    let name: String
    /// Where it is first declared.
    let keyRange: SourceRange
    /// Its schemas, all of which hold.
    var schemas: [YAMLNode]
}

// MARK: - Parts

extension MergedSchema {
    /// Adds the keywords of a part.
    ///
    /// - Parameters:
    ///   - isOwn: Whether the part is the schema itself or written inside it, so that what it says of the whole
    ///     (title, discriminator) is said of the schema.
    ///   - withAlternatives: Whether the part's lists of alternatives count.
    mutating func add(_ part: YAMLNode, isOwn: Bool, withAlternatives: Bool = true) {
        for member in part.members where withAlternatives || !(member.hasKey("oneOf") || member.hasKey("anyOf")) {
            add(member, isOwn: isOwn)
        }
    }

    /// Gives the schema a list of values.
    mutating func take(enumeration list: YAMLMember) { enumeration = list }

    mutating func addAncestor(_ node: YAMLNode) { ancestors.append(node) }

    // MARK: - Alternatives

    /// The schema without its lists of alternatives.
    var withoutAlternatives: MergedSchema {
        var schema = self
        schema.alternatives = []
        return schema
    }

    /// Whether the schema says anything of types that an alternative beside it has to meet too.
    var saysType: Bool {
        types != nil || hasProperties || !required.isEmpty || additionalProperties != nil || format != nil
            || items != nil
    }

    /// What the schema says of types, as the beginning of one of its alternatives.
    func base(at node: YAMLNode) -> MergedSchema {
        var base = withoutAlternatives
        base.node = node
        (base.title, base.text, base.defaultValue, base.discriminator) = (nil, nil, nil, nil)
        base.annotations = []
        (base.isDeprecated, base.allowsNull) = (false, false)
        return base
    }

    /// Adds all that another schema says.
    mutating func add(_ other: MergedSchema) {
        if let types = other.types {
            self.types = types
            allowsNull = other.allowsNull
        } else {
            allowsNull = allowsNull || other.allowsNull
        }
        if properties.isEmpty {
            properties = other.properties
        } else {
            for property in other.properties { add(property) }
        }
        hasProperties = hasProperties || other.hasProperties
        required += other.required
        patternProperties += other.patternProperties
        additionalProperties = other.additionalProperties ?? additionalProperties
        constant = other.constant ?? constant
        enumeration = other.enumeration ?? enumeration
        alternatives += other.alternatives
        items = other.items ?? items
        prefixItems = other.prefixItems ?? prefixItems
        format = other.format ?? format
        contentEncoding = other.contentEncoding ?? contentEncoding
        contentMediaType = other.contentMediaType ?? contentMediaType
        isReadOnly = isReadOnly || other.isReadOnly
        isWriteOnly = isWriteOnly || other.isWriteOnly
        isDeprecated = isDeprecated || other.isDeprecated
        title = other.title ?? title
        text = other.text ?? text
        defaultValue = other.defaultValue ?? defaultValue
        discriminator = other.discriminator ?? discriminator
        annotations += other.annotations
        ancestors += other.ancestors
    }

    private mutating func add(_ member: YAMLMember, isOwn: Bool) {
        let value = member.value
        // Null stands where something was forgotten, but for what may have any value.
        if value.kind == .null, !["type", "const", "default", "example"].contains(member.key) { return }
        switch member.key {
        // The frequent ones first.
        case "type": addTypes(value, isOwn: isOwn)
        case "description": if isOwn || text == nil { text = value.scalarText ?? text }
        case "format": format = value.string
        case "nullable": if isOwn || types == nil { allowsNull = value.booleanWord ?? allowsNull }
        case "properties": addProperties(value)
        case "required": required += value.listedScalars.filter { $0.scalarText != nil }
        case "additionalProperties": if value.bool != true { additionalProperties = member }
        case "patternProperties": patternProperties += value.members
        case "const": constant = member
        case "enum": if !value.listedScalars.isEmpty { enumeration = member }
        case "oneOf", "anyOf": alternatives.append(member)
        case "items":
            // Before JSON Schema 2020-12 a sequence here was what `prefixItems` is now.
            if value.kind == .sequence { prefixItems = member } else { items = value }
        case "prefixItems": prefixItems = member
        case "contentEncoding": contentEncoding = value.string
        case "contentMediaType": contentMediaType = value.string
        case "readOnly": isReadOnly = value.booleanWord ?? isReadOnly
        case "writeOnly": isWriteOnly = value.booleanWord ?? isWriteOnly
        case "deprecated": if isOwn { isDeprecated = value.booleanWord ?? isDeprecated }
        case "title": if isOwn { title = value.scalarText ?? title }
        case "default": defaultValue = value
        case "discriminator": if isOwn { discriminator = member }
        default: annotations.append(member)
        }
    }

    private mutating func addTypes(_ value: YAMLNode, isOwn: Bool) {
        // Almost every schema names one type, as the standard spells it.
        if types == nil, let names = SchemaType.soleNames(value), names != ["null"] {
            types = names
            allowsNull = allowsNull && isOwn
            return
        }
        let named = SchemaType.all(named: value)
        guard !named.isEmpty else { return }
        let names = named.map(\.name)
        format = format ?? named.first { $0.format != nil }?.format
        let others = names.filter { $0 != "null" }
        let isNullable = others.count < names.count
        if let earlier = types {
            // All parts hold, so that only what all of them allow is left; parts that exclude each other are a mistake
            // of the document, of which the last word is taken.
            let common = earlier.filter { others.contains($0) || ($0 == "integer" && others.contains("number")) }
            let narrowed = others.filter { $0 == "integer" && earlier.contains("number") && !common.contains($0) }
            types =
                common.isEmpty && narrowed.isEmpty
                ? others : common.filter { !($0 == "number" && !narrowed.isEmpty) } + narrowed
            allowsNull = allowsNull && isNullable
        } else {
            types = others
            allowsNull = isNullable || (allowsNull && isOwn)
        }
    }

    private mutating func addProperties(_ value: YAMLNode) {
        hasProperties = true
        let added = value.members.map { member in
            MergedProperty(name: member.key, keyRange: member.keyRange, schemas: [member.value])
        }
        // The keys of one mapping are unique: only those of several need be compared.
        if properties.isEmpty {
            properties = added
        } else {
            for property in added { add(property) }
        }
    }

    private mutating func add(_ property: MergedProperty) {
        for index in positions.count..<properties.count { positions[properties[index].name] = index }
        if let position = positions[property.name] {
            properties[position].schemas += property.schemas
        } else {
            positions[property.name] = properties.count
            properties.append(property)
        }
    }
}
