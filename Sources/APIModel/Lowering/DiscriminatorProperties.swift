import OpenAPI
import Source

/// An object that a union tells from others by a property that its schema does not have.
struct UntaggedObject {
    let key: Key
    /// The values of the property that mean the object.
    let values: [Literal]
    let source: SourceRange

    struct Key: Hashable {
        let type: TypeID
        let property: String
    }
}

extension Lowering {
    /// Keeps in mind that a union tells a schema from others by one of its properties, if the schema has no such property.
    func requireProperty(_ property: String, of schema: MergedSchema, _ type: TypeReference, values: [Literal]) {
        guard case .named(let id) = type, !schema.properties.contains(where: { $0.name == property }) else { return }
        let key = UntaggedObject.Key(type: id, property: property)
        untagged.append(UntaggedObject(key: key, values: values, source: schema.node.headRange))
    }

    /// Gives objects the properties that unions tell them apart by, where their schemas have forgotten them: who receives
    /// an object without one cannot tell what it is (OpenAPI 3.2.0, section 4.25).
    func addDiscriminatorProperties() {
        let uses = Dictionary(grouping: untagged, by: \.key)
        var seen: Set<UntaggedObject.Key> = []
        for object in untagged where seen.insert(object.key).inserted {
            let (id, property) = (object.key.type, object.key.property)
            guard let declaration = types[id.index], case .object(var type) = declaration.shape else { continue }
            let isClear = uses[object.key]?.allSatisfy { $0.values == object.values } ?? true
            let value = isClear && object.values.count == 1 ? object.values.first : nil
            reportOnce(
                .discriminatorProperty,
                "'\(declaration.name)' has no property '\(property)', by which a union knows it",
                at: object.source,
                hint: value.map { "it is sent with the value '\($0.text)' all the same" }
                    ?? "it may have one of several values, and is sent without"
            )
            guard let value else { continue }
            type.properties.insert(
                Property(
                    wireName: property,
                    name: property,
                    documentation: Documentation(),
                    type: value.type,
                    presence: .constant(value),
                    source: object.source
                ),
                at: 0
            )
            types[id.index] = declaration.with(.object(type))
        }
    }
}
