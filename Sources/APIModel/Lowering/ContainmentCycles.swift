import Source

extension Lowering {
    /// Puts the values of properties behind a reference whose types contain each other without an array, a map or a union
    /// between: as parts of one another they would have no size.
    func breakContainmentCycles() {
        let members = types.map(Self.containedMembers)
        var search = ComponentSearch(edges: members.map { $0.map(\.type) })
        search.run()
        for index in types.indices where !members[index].isEmpty {
            guard case .object(var object)? = types[index]?.shape else { continue }
            var isChanged = false
            for member in members[index] where search.component[member.type] == search.component[index] {
                guard search.isCyclic(index) else { continue }
                object.properties[member.property] = object.properties[member.property].indirect
                isChanged = true
            }
            if isChanged { types[index] = types[index]?.with(.object(object)) }
        }
    }

    /// The properties of a type whose values lie inside its own, and their types.
    private static func containedMembers(of type: TypeDeclaration?) -> [(property: Int, type: Int)] {
        guard case .object(let object)? = type?.shape else { return [] }
        return object.properties.indices.compactMap { index in
            switch object.properties[index].type {
            case .named(let id), .nullable(.named(let id)): (index, id.index)
            default: nil
            }
        }
    }
}
