/// Where a type is inside the outermost one around it.
private struct Nesting {
    let outermost: TypeID
    let depth: Int
    /// The names from there, without the outermost type's.
    let path: [String]

    /// More than a document that people read has, and fewer than take the Swift compiler long: its time doubles with each
    /// level.
    static let mostLevels = 8
}

extension Lowering {
    /// Makes types that are inside too many others parts of the outermost one, by the names of all that they were inside.
    func limitNesting() {
        var known: [Nesting?] = Array(repeating: nil, count: types.count)
        for type in types.compactMap({ $0 }) {
            // From the type outwards, as far as nothing is known, and then inwards.
            var chain: [TypeDeclaration] = []
            var next: TypeDeclaration? = type
            while let current = next, known[current.id.index] == nil {
                chain.append(current)
                if case .type(let owner) = current.owner { next = types[owner.index] } else { next = nil }
            }
            for declaration in chain.reversed() {
                known[declaration.id.index] = nesting(of: declaration, known)
            }
        }
    }

    private func nesting(of declaration: TypeDeclaration, _ known: [Nesting?]) -> Nesting {
        let id = declaration.id
        guard case .type(let owner) = declaration.owner, let outer = known[owner.index] else {
            return Nesting(outermost: id, depth: 0, path: [])
        }
        guard outer.depth >= Nesting.mostLevels else {
            return Nesting(outermost: outer.outermost, depth: outer.depth + 1, path: outer.path + [declaration.name])
        }
        let names = outer.path.map { $0.replacing("[]", with: "") } + [declaration.name]
        types[id.index] = declaration.named(names.joined(separator: "_"), in: .type(outer.outermost))
        return Nesting(outermost: outer.outermost, depth: 1, path: [declaration.name])
    }
}
