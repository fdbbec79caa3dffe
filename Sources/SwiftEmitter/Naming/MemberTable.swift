import APIModel

/// The members of all types that have some, and the names of all enumerations' values: decided once, because each is
/// asked for several times.
struct MemberTable {
    /// The members of each type that is made of an object.
    private(set) var byType = TypeTable<[ParamsMember]>()
    /// The members of each call's params type, by the call's qualified name.
    private(set) var byCall: [String: [ParamsMember]] = [:]

    /// The labels of each call's path parameters, by the call's qualified name.
    private(set) var arguments: [String: [String]] = [:]
    /// The names of each enumeration's values, and of each union's cases.
    private(set) var values = TypeTable<[String]>()

    /// Whether any type has two members of one name, whatever else they could be called.
    private(set) var hasEqualMembers = false
    /// Whether the name of any member could be a type's, because it does not begin with a small letter.
    private(set) var hasTypeLikeMembers = false

    init(_ api: API) {
        for type in api.types {
            switch type.shape {
            case .object(let object): byType[type.id] = distinct(ParamsMember.all(of: object))
            case .enumeration(let enumeration): values[type.id] = SwiftNames.values(of: enumeration)
            case .union(let union): values[type.id] = SwiftNames.cases(of: union)
            }
        }
        for operation in api.root.withDescendants.flatMap(\.operations) {
            var body: [ParamsMember] = []
            if case .object(let object)? = operation.body?.content { body = distinct(ParamsMember.all(of: object)) }
            byCall[operation.qualifiedName] = distinct(ParamsMember.all(of: operation, body: body))
            arguments[operation.qualifiedName] = SwiftNames.arguments(of: operation)
        }
    }

    /// The members, those of one name with the signs at its ends in words, or else with the names as the spec spells them.
    private mutating func distinct(_ members: [ParamsMember]) -> [ParamsMember] {
        defer {
            if !hasTypeLikeMembers { hasTypeLikeMembers = !members.allSatisfy { $0.identifier.beginsWithSmallLetter } }
        }
        let reserved = ReservedWords.modelMembers
        let spelled = SwiftNames.distinct(members.map(\.identifier)) { index in
            SwiftNames.clear(Identifier.spelledOut(members[index].name), of: reserved)
        }
        guard let spelled else { return members }
        let names = SwiftNames.distinct(spelled) {
            SwiftNames.verbatimMember(members[$0].name, avoiding: reserved)
        }
        for (member, name) in zip(members, names ?? spelled) { member.identifier = name }
        if let names, !SwiftNames.areDistinct(names) { hasEqualMembers = true }
        return members
    }
}
