import Source

extension Lowering {
    /// Reports types that contain themselves without an array or a map between.
    func reportContainmentCycles() {
        let members = types.map(Self.containedMembers)
        var states = Array(repeating: VisitState.new, count: types.count)
        for index in types.indices { visit(index, members, &states) }
    }

    private enum VisitState {
        case new, onTheWay, done
    }

    /// The properties of a type whose values lie inside its own: their types, and their places in the spec.
    private static func containedMembers(of type: TypeDeclaration?) -> [(index: Int, source: SourceRange)] {
        guard case .object(let object)? = type?.shape else { return [] }
        return object.properties.compactMap { property in
            guard case .named(let id) = property.type else { return nil }
            return (id.index, property.source)
        }
    }

    private func visit(_ index: Int, _ members: [[(index: Int, source: SourceRange)]], _ states: inout [VisitState]) {
        guard states[index] == .new else { return }
        states[index] = .onTheWay
        for member in members[index] {
            if states[member.index] == .onTheWay {
                unsupported("a type that contains itself", at: member.source)
            } else {
                visit(member.index, members, &states)
            }
        }
        states[index] = .done
    }
}
