import APIModel
import Source

/// Compares types of the facts with those that lowering makes of the description, and collects what differs.
struct TypeComparison {
    let facts: Facts
    let api: API
    /// What differs, a line each: where, and what.
    private(set) var differences: [String] = []
    /// The schemas of the facts that something has led to.
    private(set) var visited: Set<String> = []
    private var compared: Set<Pair> = []

    private struct Pair: Hashable {
        let schema: String
        let type: TypeReference
    }

    init(facts: Facts, api: API) {
        self.facts = facts
        self.api = api
    }

    mutating func note(_ place: String, _ text: String) { differences.append("\(place): \(text)") }

    /// Compares a type where nothing is said of absence: an element, a member of a union, a parameter.
    mutating func compare(_ fact: FactType, _ type: TypeReference, at place: String) {
        if let schema = fact.reference {
            compare(schema: schema, type, at: place)
        } else if let element = fact.element {
            guard case .array(let found) = type else { return note(place, "no array") }
            compare(element: element, found, at: place + "[]")
        } else if let value = fact.mapValue {
            guard case .map(let found) = type else { return note(place, "no map") }
            compare(element: value, found, at: place + "{}")
        } else if let values = fact.values {
            guard case .enumeration(let enumeration)? = shape(of: type) else { return note(place, "no list of values") }
            let found = enumeration.values.map(\.literal.text)
            if found != values { note(place, "values \(found)") }
        } else if let members = fact.members {
            compare(union: fact, members, type, at: place)
        } else if fact.isAnything {
            if type != .json { note(place, "not any value") }
        } else if let constant = fact.constant {
            // A constant that stands alone, outside of a property, is a string.
            if type != .scalar(constant == "true" || constant == "false" ? .boolean : .string) {
                note(place, "no \(constant)")
            }
        } else if let expected = Self.scalar(of: fact) {
            if type != expected { note(place, "not \(expected)") }
        } else {
            note(place, "the facts have a type that this test does not know")
        }
    }

    private static func scalar(of fact: FactType) -> TypeReference? {
        switch (fact.node["type"]?.text, fact.node["format"]?.text) {
        case ("string", nil): .scalar(.string)
        case ("string", "date-time"): .scalar(.dateTime)
        case ("string", "date"): .scalar(.date)
        case ("string", "byte"): .scalar(.bytes)
        case ("string", "binary"): .file
        case ("integer", nil): .scalar(.integer)
        case ("number", nil): .scalar(.double)
        case ("boolean", nil): .scalar(.boolean)
        default: nil
        }
    }

    private mutating func compare(element: FactType, _ type: TypeReference, at place: String) {
        if case .nullable(let inner) = type {
            if !isNullable(element) { note(place, "may be null") }
            compare(element, inner, at: place)
        } else {
            if isNullable(element) { note(place, "cannot be null") }
            compare(element, type, at: place)
        }
    }

    /// Whether a value may be null, because its place or its schema says so.
    private func isNullable(_ fact: FactType) -> Bool {
        guard !fact.isNullable, let schema = fact.reference.flatMap({ facts.schemas[$0] }) else {
            return fact.isNullable
        }
        return isNullable(FactType(schema))
    }

    private func shape(of type: TypeReference) -> TypeDeclaration.Shape? {
        guard case .named(let id) = type else { return nil }
        return api.type(id)?.shape
    }

    // MARK: - Schemas

    /// Compares a schema with a name, once for each type that stands for it.
    mutating func compare(schema: String, _ type: TypeReference, at place: String) {
        visited.insert(schema)
        guard let node = facts.schemas[schema] else { return note(place, "the facts lack \(schema)") }
        let fact = FactType(node)
        // The name of an alias of something without one is lost in the API model, and that is all right.
        if case .named(let id) = type, let declaration = api.type(id), fact.reference == nil, !schema.contains(".") {
            let names = [schema, node["same_as"]?.text]
            if declaration.owner != .api || !names.contains(declaration.name) {
                note(schema, "is called \(declaration.name)")
            }
        }
        guard compared.insert(Pair(schema: schema, type: type)).inserted else { return }
        guard let fields = fact.fields else { return compare(fact, type, at: schema) }
        guard case .object(let object)? = shape(of: type) else { return note(place, "\(schema) is no object") }
        compare(fields: fields, object.properties, at: schema)
        switch (fact.additional, object.additional) {
        case (nil, nil): break
        // A model keeps and takes any further members.
        case (let expected?, nil) where expected.isAnything: break
        case (let expected?, let found?): compare(element: expected, found, at: schema + "{}")
        case (_?, nil): note(schema, "no further members")
        case (nil, _?): note(schema, "further members")
        }
    }

    mutating func compare(fields: [YAMLMember], _ properties: [Property], at place: String) {
        let names = properties.map(\.wireName)
        for field in fields {
            guard let property = properties.first(where: { $0.wireName == field.key }) else {
                note(place, "lacks \(field.key)")
                continue
            }
            compare(
                field: FactType(field.value),
                property,
                called: property.wireName,
                at: "\(place).\(field.key)"
            )
        }
        for name in names where !fields.contains(where: { $0.key == name }) { note(place, "has \(name)") }
    }

    /// - Parameter wireName: What the facts call the property.
    mutating func compare(field fact: FactType, _ property: Property, called wireName: String, at place: String) {
        let name = fact.argument ?? wireName
        if property.name != name { note(place, "is called \(property.name)") }
        let isNullable = isNullable(fact)
        if let constant = fact.constant, fact.isRequired, !isNullable {
            guard case .constant(let literal) = property.presence, literal.text == constant else {
                return note(place, "is not always \(constant)")
            }
            return
        }
        let presence: Property.Presence =
            switch (fact.isRequired, isNullable) {
            case (true, false): .required
            case (true, true): .nullable
            case (false, false): .optional
            case (false, true): .optionalNullable
            }
        if property.presence != presence { note(place, "\(property.presence), not \(presence)") }
        if fact.node["deprecated"]?.bool == true, !property.documentation.isDeprecated { note(place, "not deprecated") }
        compare(fact, property.type, at: place)
    }

    // MARK: - Unions

    private mutating func compare(
        union fact: FactType,
        _ members: [FactType],
        _ type: TypeReference,
        at place: String
    ) {
        guard case .union(let union)? = shape(of: type) else { return note(place, "no union") }
        guard union.members.count == members.count else {
            return note(place, "\(union.members.count) members, not \(members.count)")
        }
        if union.discriminator != fact.discriminator {
            note(place, "told apart by \(union.discriminator ?? "nothing"), not by \(fact.discriminator ?? "nothing")")
        }
        for (expected, found) in zip(members, union.members) {
            compare(expected, found.type, at: "\(place)/\(expected.reference ?? "-")")
            guard let property = fact.discriminator, let schema = expected.reference.flatMap({ facts.schemas[$0] }),
                let constant = FactType(schema).fields?.first(where: { $0.key == property })?.value["const"]?.text
            else { continue }
            if found.values.map(\.text) != [constant] { note(place, "\(found.name) does not mean \(constant)") }
        }
    }
}
