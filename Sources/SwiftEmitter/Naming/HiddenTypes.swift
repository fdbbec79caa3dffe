import APIModel

/// The types that cannot be named where a member has the same name: `名.self` means the property inside a type that has one.
///
/// Only names without a capital (`_2fa`, `日本`), and names of members that are spelled as in the spec because they only
/// differ in that, are both: few APIs have any.
struct HiddenTypes {
    /// By the full name of a type, the names of its members that are first parts of types' names too.
    private var namesByScope: [String: Set<String>] = [:]

    init(_ api: API, members: MemberTable, types: TypeTable<String>, calls: CallTypeNames) {
        var found: [(scope: String, name: String)] = []
        func look(at identifier: String, in scope: String) {
            if !identifier.beginsWithSmallLetter { found.append((scope, identifier)) }
        }
        for type in api.types {
            guard let scope = types[type.id] else { continue }
            switch type.shape {
            case .object where members.hasTypeLikeMembers:
                for member in members.byType[type.id] ?? [] { look(at: member.identifier, in: scope) }
            case .object: break
            case .enumeration, .union: for name in members.values[type.id] ?? [] { look(at: name, in: scope) }
            }
        }
        for resource in api.root.withDescendants {
            let type = calls.resourceType(resource.path)
            for child in resource.children {
                look(at: SwiftNames.accessor(child.path.last ?? "", isOnClient: resource.path.isEmpty), in: type)
            }
            for operation in resource.operations {
                look(at: SwiftNames.method(operation.name), in: type)
                guard members.hasTypeLikeMembers, operation.paramsOwner == nil,
                    let given = members.byCall[operation.qualifiedName]
                else { continue }
                let params = calls.paramsType(of: operation)
                for member in given { look(at: member.identifier, in: params) }
            }
        }
        guard !found.isEmpty else { return }
        var firstParts: Set<String> = []
        types.forEach { firstParts.insert(SwiftNames.firstPart(of: $1)) }
        for (scope, name) in found where firstParts.contains(name) { namesByScope[scope, default: []].insert(name) }
    }

    /// Whether there are none, as almost always.
    var isEmpty: Bool { namesByScope.isEmpty }

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

extension String {
    /// Whether it begins with a small letter of ASCII, as no type's name does.
    var beginsWithSmallLetter: Bool { utf8.first.map { $0 &- UInt8(ascii: "a") < 26 } ?? false }
}
