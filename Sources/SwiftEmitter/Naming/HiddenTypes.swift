import APIModel

/// The types that cannot be named where a member has the same name: `名.self` means the property inside a type that has one.
///
/// Only names without a capital (`_2fa`, `日本`), and names of members that are spelled as in the spec because they only
/// differ in that, are both: few APIs have any.
struct HiddenTypes {
    /// By the full name of a type, the names of its members that are first parts of types' names too.
    private var namesByScope: [String: Set<String>] = [:]

    init(_ api: API, members: MemberTable, types: [TypeID: String], calls: CallTypeNames) {
        var found: [(scope: String, name: String)] = []
        func look(at identifiers: [String]?, in scope: String) {
            for identifier in identifiers ?? []
            where identifier.utf8.first.map({ $0 &- UInt8(ascii: "a") < 26 }) != true {
                found.append((scope, identifier))
            }
        }
        for type in api.types {
            guard let scope = types[type.id] else { continue }
            switch type.shape {
            case .object: look(at: members.byType[type.id]?.map(\.identifier), in: scope)
            case .enumeration: look(at: members.values[type.id], in: scope)
            case .union(let union): look(at: SwiftNames.cases(of: union), in: scope)
            }
        }
        for resource in api.root.withDescendants {
            let accessors = resource.children.map {
                SwiftNames.accessor($0.path.last ?? "", isOnClient: resource.path.isEmpty)
            }
            look(
                at: accessors + resource.operations.map { SwiftNames.method($0.name) },
                in: calls.resourceType(resource.path)
            )
            for operation in resource.operations where operation.paramsOwner == nil {
                let identifiers = members.byCall[operation.qualifiedName]?.map(\.identifier)
                look(at: identifiers, in: calls.paramsType(of: operation))
            }
        }
        guard !found.isEmpty else { return }
        let firstParts = Set(types.values.map(SwiftNames.firstPart))
        for (scope, name) in found where firstParts.contains(name) { namesByScope[scope, default: []].insert(name) }
    }

    /// Whether a member of the scope, or of one around it, has the name.
    func contains(_ name: String, in scope: String) -> Bool {
        guard !namesByScope.isEmpty else { return false }
        var scope = Substring(scope)
        while !scope.isEmpty {
            if namesByScope[String(scope)]?.contains(name) == true { return true }
            scope = scope.utf8.lastIndex(of: UInt8(ascii: ".")).map { scope[..<$0] } ?? ""
        }
        return false
    }
}
