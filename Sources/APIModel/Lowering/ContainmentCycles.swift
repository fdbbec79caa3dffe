import Source

extension Lowering {
    /// Reports types that contain themselves without an array or a map between.
    func reportContainmentCycles() {
        var states: [Int: Bool] = [:]
        for type in types {
            if let type { visit(type, states: &states) }
        }
    }

    /// - Parameter states: false for a type on the way to the present one, true for one that is done.
    private func visit(_ type: TypeDeclaration, states: inout [Int: Bool]) {
        guard states[type.id.index] == nil, case .object(let object) = type.shape else { return }
        states[type.id.index] = false
        for property in object.properties {
            guard case .named(let id) = property.type, let child = types[id.index] else { continue }
            if states[id.index] == false {
                unsupported("a type that contains itself", at: property.source)
            } else {
                visit(child, states: &states)
            }
        }
        states[type.id.index] = true
    }
}
