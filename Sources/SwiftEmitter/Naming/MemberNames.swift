import APIModel

/// The names of what stands inside a type: properties, cases, methods, arguments.
extension SwiftNames {
    /// The name of a member, clear of the names that its place needs for itself.
    static func member(_ name: String, avoiding reserved: Set<String>) -> String {
        clear(Identifier.lowerCamel(name), of: reserved)
    }

    /// A name with an ending where its place needs it for itself.
    static func clear(_ identifier: String, of reserved: Set<String>) -> String {
        guard reserved.contains(identifier) else { return identifier }
        return reserved.contains(identifier + "Value") ? identifier + "Member" : identifier + "Value"
    }

    /// Names of which no two are equal, as far as the fallbacks allow: all of one name take theirs, so that none depends
    /// on which comes first. nil where they are distinct already, as almost always.
    static func distinct(_ names: [String], fallback: (Int) -> String) -> [String]? {
        guard Set(names).count < names.count else { return nil }
        var counts: [String: Int] = [:]
        for name in names { counts[name, default: 0] += 1 }
        return names.indices.map { counts[names[$0], default: 0] > 1 ? fallback($0) : names[$0] }
    }

    static func property(_ name: String) -> String { member(name, avoiding: ReservedWords.modelMembers) }

    /// The names of an enumeration's values.
    static func values(of enumeration: EnumerationType) -> [String] {
        let texts = enumeration.values.map { $0.name ?? $0.literal.text }
        let names = texts.map { clear(Identifier.spelledOut($0), of: ReservedWords.enumerationMembers) }
        return distinct(names) { clear(Identifier.verbatim(texts[$0]), of: ReservedWords.enumerationMembers) } ?? names
    }

    /// The names of a union's cases.
    static func cases(of union: UnionType) -> [String] {
        let names = union.members.map { clear(Identifier.spelledOut($0.name), of: ReservedWords.unionMembers) }
        return distinct(names) { index in
            clear(Identifier.verbatim(union.members[index].name), of: ReservedWords.unionMembers)
        } ?? names
    }

    static func accessor(_ name: String, isOnClient: Bool) -> String {
        member(name, avoiding: isOnClient ? ReservedWords.clientMembers : ReservedWords.resourceMembers)
    }

    static func method(_ name: String) -> String { member(name, avoiding: ReservedWords.resourceMembers) }

    /// The client's argument for a credential.
    static func credential(_ name: String) -> String {
        member(name, avoiding: ["core", "baseURL", "options", "self"])
    }

    /// The label of a path parameter; what a method's body names itself is not to be had.
    static func argument(_ name: String) -> String {
        member(name, avoiding: ["params", "options", "request", "client", "self"])
    }
}
