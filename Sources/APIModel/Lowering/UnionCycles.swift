import Source

extension Lowering {
    /// Gives unions that are members of each other the members of all of them in place of these: a value would be looked
    /// for in a circle.
    func breakUnionCycles() {
        let edges = types.map { Self.namedMembers(of: $0) }
        var search = ComponentSearch(edges: edges)
        search.run()
        let cyclic = types.indices.filter { !edges[$0].isEmpty && search.isCyclic($0) }
        var changed: [(index: Int, union: UnionType)] = []
        for index in cyclic {
            guard case .union(var union)? = types[index]?.shape else { continue }
            union.members = members(of: index, inside: search)
            changed.append((index, union))
        }
        for (index, union) in changed { types[index]?.shape = .union(union) }
    }

    /// The members of a union and of those that it is in a circle with, without the unions themselves.
    private func members(of index: Int, inside search: ComponentSearch) -> [UnionType.Member] {
        var found: [UnionType.Member] = []
        var seen: Set<Int> = [index]
        var pending = [index]
        while let next = pending.popLast() {
            guard case .union(let union)? = types[next]?.shape else { continue }
            for member in union.members {
                if case .named(let id) = member.type, search.component[id.index] == search.component[index] {
                    if seen.insert(id.index).inserted { pending.append(id.index) }
                } else if !found.contains(where: { $0.type == member.type }) {
                    found.append(member)
                }
            }
        }
        return found
    }

    /// The unions among a union's members.
    private static func namedMembers(of type: TypeDeclaration?) -> [Int] {
        guard case .union(let union)? = type?.shape else { return [] }
        return union.members.compactMap { if case .named(let id) = $0.type { id.index } else { nil } }
    }
}
