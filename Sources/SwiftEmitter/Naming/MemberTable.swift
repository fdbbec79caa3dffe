import APIModel

/// The members of all types that have some, and the names of all enumerations' values: decided once, because each is
/// asked for several times.
struct MemberTable {
    /// The members of each type that is made of an object.
    private(set) var byType: [TypeID: [ParamsMember]] = [:]
    /// The members of each call's params type, by the call's qualified name.
    private(set) var byCall: [String: [ParamsMember]] = [:]

    /// The labels of each call's path parameters, by the call's qualified name.
    private(set) var arguments: [String: [String]] = [:]
    /// The names of each enumeration's values.
    private(set) var values: [TypeID: [String]] = [:]

    init(_ api: API) {
        for type in api.types {
            switch type.shape {
            case .object(let object): byType[type.id] = ParamsMember.all(of: object)
            case .enumeration(let enumeration): values[type.id] = SwiftNames.values(of: enumeration)
            case .union: break
            }
        }
        for operation in api.root.withDescendants.flatMap(\.operations) {
            byCall[operation.qualifiedName] = ParamsMember.all(of: operation)
            arguments[operation.qualifiedName] = SwiftNames.arguments(of: operation)
        }
    }
}
