import OpenAPI
import Source

/// The types that are being made of schemas which are written in place and refer to others, with words of their own
/// beside the reference.
///
/// Such a schema has no name by which what is inside could refer to it, and what it refers to may contain it: the type is
/// known by what it is put together from, so that it contains itself instead of another one like it without end.
struct InPlaceTypes {
    /// What a type is put together from.
    struct Key: Hashable {
        let node: YAMLNode.ID
        let ancestors: Set<YAMLNode.ID>

        init(_ schema: MergedSchema) {
            node = schema.node.identity
            ancestors = Set(schema.ancestors.map(\.identity))
        }
    }

    /// The places of those whose parts are being looked at.
    fileprivate var open: [Key: TypeID] = [:]
    /// Those inside the outermost of these that have been made.
    fileprivate var finished: [Key: LoweredType] = [:]
    /// The places that a schema inside has referred to.
    fileprivate var referred: Set<TypeID> = []

    /// How many may be inside each other: more than a document means, and fewer than the stack is deep.
    fileprivate static let mostLevels = 50
}

extension Lowering {
    /// The type of a schema with ancestors, which may contain itself.
    ///
    /// - Parameter make: Makes the type, with a declaration at the given place where it needs one.
    func inPlaceType(
        of schema: MergedSchema,
        at place: TypePlace,
        _ make: (TypePlace) -> LoweredType?
    ) -> LoweredType? {
        let key = InPlaceTypes.Key(schema)
        if let known = inPlace.finished[key] { return used(known, by: schema, name: place.name) }
        if let id = inPlace.open[key] {
            inPlace.referred.insert(id)
            return used(LoweredType(reference: .named(id)), by: schema, name: place.name)
        }
        guard inPlace.open.count < InPlaceTypes.mostLevels else {
            reportOnce(
                .approximateType,
                "this would be a type inside too many others",
                at: schema.node.headRange,
                hint: "it is any JSON value"
            )
            return LoweredType(reference: .json, isNullable: schema.allowsNull)
        }
        let id = place.id ?? reserveType()
        if place.id == nil { typeNames[id] = place.name }
        inPlace.open[key] = id
        defer {
            inPlace.open[key] = nil
            if inPlace.open.isEmpty { (inPlace.finished, inPlace.referred) = ([:], []) }
        }
        guard var type = make(TypePlace(name: place.name, owner: place.owner, id: id)) else { return nil }
        if type.reference != .named(id), inPlace.referred.contains(id) {
            let member = UnionType.Member(name: alternativeName(of: type.reference), type: type.reference)
            declare(
                .union(UnionType(members: [member])),
                at: TypePlace(name: place.name, owner: place.owner, id: id),
                type.documentation,
                schema.node.headRange
            )
            type.reference = .named(id)
        }
        inPlace.finished[key] = type
        return type
    }

    /// A type that is made or being made already, with what this use of it says.
    private func used(_ type: LoweredType, by schema: MergedSchema, name: String) -> LoweredType {
        var type = type
        type.isNullable = type.isNullable || schema.allowsNull
        type.defaultValue = schema.defaultValue
        type.documentation = documentation(of: schema, name: name)
        return type
    }
}
