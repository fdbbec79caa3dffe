import Source

extension Lowering {
    /// Takes unions apart that contain each other as members: what such a union may be is what all of them may be but the
    /// unions themselves, which say nothing new.
    func breakUnionCycles() {
        let members = types.map(Self.unionMembers)
        var search = ComponentSearch(edges: members)
        search.run()
        var groups: [Int: [Int]] = [:]
        for index in types.indices where !members[index].isEmpty && search.isCyclic(index) {
            groups[search.component[index], default: []].append(index)
        }
        for component in groups.keys.sorted() {
            let group = groups[component] ?? []
            let inside = Set(group.map { TypeID(index: $0) })
            let unions = group.compactMap { index -> UnionType? in
                if case .union(let union)? = types[index]?.shape { union } else { nil }
            }
            for (position, index) in group.enumerated() where unions.count == group.count {
                // Its own members come first, as the spec has them.
                let order = [unions[position]] + unions[..<position] + unions[(position + 1)...]
                types[index] = types[index]?.with(.union(Self.joined(order, without: inside)))
            }
        }
    }

    private static func joined(_ unions: [UnionType], without inside: Set<TypeID>) -> UnionType {
        var members: [UnionType.Member] = []
        for member in unions.flatMap(\.members) {
            if case .named(let id) = member.type, inside.contains(id) { continue }
            if members.contains(where: { $0.type == member.type || $0.name == member.name }) { continue }
            members.append(member)
        }
        let discriminators = Set(unions.map(\.discriminator))
        guard discriminators.count == 1, let discriminator = unions.first?.discriminator else {
            for index in members.indices { members[index].values = [] }
            return UnionType(members: members)
        }
        return UnionType(discriminator: discriminator, members: members)
    }

    /// The unions among the members of a union.
    private static func unionMembers(of type: TypeDeclaration?) -> [Int] {
        guard case .union(let union)? = type?.shape else { return [] }
        return union.members.compactMap { member in
            switch member.type {
            case .named(let id), .nullable(.named(let id)): id.index
            default: nil
            }
        }
    }
}
