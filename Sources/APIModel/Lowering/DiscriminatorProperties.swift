import OpenAPI
import Source

/// An object that a union tells from others by a property.
struct DiscriminatedObject {
    let key: Key
    /// The values of the property that mean the object.
    let values: [Literal]
    /// Whether the document spells the values out, rather than that they are the names of schemas.
    let isSpelledOut: Bool
    /// Whether the object's schema has the property.
    let isDeclared: Bool
    let source: SourceRange

    struct Key: Hashable {
        let type: TypeID
        let property: String
    }
}

extension Lowering {
    /// Keeps in mind that a union tells a schema from others by one of its properties.
    func noteDiscriminator(
        _ property: String,
        of schema: MergedSchema,
        _ type: TypeReference,
        values: [Literal],
        isSpelledOut: Bool
    ) {
        guard case .named(let id) = type else { return }
        discriminated.append(
            DiscriminatedObject(
                key: DiscriminatedObject.Key(type: id, property: property),
                values: values,
                isSpelledOut: isSpelledOut,
                isDeclared: schema.properties.contains { $0.name == property },
                source: schema.node.headRange
            )
        )
    }

    /// Gives the properties that unions tell objects apart by their values: who receives an object without one cannot tell
    /// what it is (OpenAPI 3.2.0, section 4.25). An object whose schema has forgotten the property is given it.
    func addDiscriminatorProperties() {
        let uses = Dictionary(grouping: discriminated, by: \.key)
        var seen: Set<DiscriminatedObject.Key> = []
        for object in discriminated where seen.insert(object.key).inserted {
            let (id, uses) = (object.key.type, uses[object.key] ?? [])
            guard let declaration = types[id.index], case .object(var type) = declaration.shape else { continue }
            let isClear = object.values.count == 1 && uses.allSatisfy { $0.values == object.values }
            let value = isClear ? object.values.first : nil
            if object.isDeclared {
                guard let value, uses.allSatisfy(\.isSpelledOut) else { continue }
                fix(object.key.property, of: &type, to: value)
            } else {
                add(object.key.property, to: &type, value, named: declaration.name, object.source)
            }
            types[id.index] = declaration.with(.object(type))
        }
    }

    private func add(
        _ property: String,
        to type: inout ObjectType,
        _ value: Literal?,
        named name: String,
        _ source: SourceRange
    ) {
        reportOnce(
            .discriminatorProperty,
            "'\(name)' has no property '\(property)', by which a union knows it",
            at: source,
            hint: value.map { "it is sent with the value '\($0.text)' all the same" }
                ?? "it may have one of several values, and is sent without"
        )
        guard let value else { return }
        type.properties.insert(
            Property(
                wireName: property,
                name: property,
                documentation: Documentation(),
                type: value.type,
                presence: .constant(value),
                source: source
            ),
            at: 0
        )
    }

    /// Makes a constant of a property, unless it may be null, or its type has no such value.
    private func fix(_ property: String, of type: inout ObjectType, to value: Literal) {
        guard let index = type.properties.firstIndex(where: { $0.wireName == property }) else { return }
        let found = type.properties[index]
        guard [.required, .optional].contains(found.presence) else { return }
        switch found.type {
        case value.type: break
        case .scalar(let scalar) where scalar.isInteger && value.type == .scalar(.integer): break
        case .named(let id):
            // A list inside the object would be left without use.
            guard let list = types[id.index], list.owner == .api, case .enumeration(let enumeration) = list.shape,
                enumeration.values.contains(where: { $0.literal == value })
            else { return }
        default: return
        }
        var documentation = found.documentation
        documentation.notes.removeAll { $0 == Self.onlyValue(value) }
        type.properties[index] = found.fixed(to: value, documentation)
    }

    /// The sentence that tells the value of a property with one value which may be left out.
    static func onlyValue(_ value: Literal) -> String { "The only value is `\(value.text)`." }
}
