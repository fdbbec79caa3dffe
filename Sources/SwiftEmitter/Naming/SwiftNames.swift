import APIModel
import Source

/// Every name of the generated module, decided before a line of it is written.
///
/// A name depends on the item's own path in the spec: no counters, no order of siblings. Where two items come to one name,
/// both take a longer one of their own path; what clashes still is reported with the extension that settles it.
///
/// A class of constants, because everything that writes text holds it: a reference costs less to hand over than the tables.
final class SwiftNames {
    let module: String
    let client: String
    private let types: TypeNames
    private let calls: CallTypeNames
    private let members: MemberTable
    /// The types whose names may mean a nearer type somewhere, because the first part of them is that of a nested one.
    private let shadowable: TypeTable<Bool>
    private let hidden: HiddenTypes
    /// Whether any type has the name of the module: else that always means the module.
    let mayHideModule: Bool

    static func decide(for api: API, module: String, client: String, report: Report) -> SwiftNames {
        var names = SwiftNames(for: api, module: module, client: client, keepsModule: false)
        if names.mayHideModule {
            // A resource may be called like the module, unless a type can only be named by way of the module.
            let clashes = Report()
            NameClashes(api: api, names: names, report: clashes).check()
            if clashes.hasErrors {
                names = SwiftNames(for: api, module: module, client: client, keepsModule: true)
            }
        }
        NameClashes(api: api, names: names, report: report).check()
        return names
    }

    /// - Parameter keepsModule: Whether no resource gets the name of the module.
    private init(for api: API, module: String, client: String, keepsModule: Bool) {
        var types = TypeNames(module: module, client: client)
        types.nameParts(of: .api, inside: "", in: api)
        let resources = api.root.withDescendants
        let calls = CallTypeNames(
            api,
            client: client,
            module: keepsModule ? module : nil,
            reserved: types.declared
        )
        for resource in resources { types.declare(calls.resourceType(resource.path)) }
        for operation in resources.flatMap(\.operations) {
            if operation.paramsOwner == nil {
                let params = calls.paramsType(of: operation)
                types.declare(params)
                types.nameParts(of: .parameters(operation.qualifiedName), inside: params, in: api)
            }
            if case .choice = operation.response.content {
                types.declare(calls.besideResource(operation, calls.choiceName(of: operation)))
            }
            for type in api.parts(of: .response(operation.qualifiedName)) {
                let name = calls.besideResource(operation, calls.responseName(of: operation, type))
                types.name(type, name, in: api)
            }
        }
        self.module = module
        self.client = client
        self.types = types
        mayHideModule = types.hasModuleNameAnywhere
        var shadowable = TypeTable<Bool>()
        types.names.forEach { id, name in shadowable[id] = types.isNested(Self.firstPart(of: name)) }
        self.shadowable = shadowable
        self.calls = calls
        members = MemberTable(api)
        hidden = HiddenTypes(
            api,
            members: members,
            types: types.names,
            calls: calls
        )
    }

    // MARK: - Members

    /// The members of a type that is made of an object.
    func members(of id: TypeID) -> [ParamsMember] { members.byType[id] ?? [] }

    /// The members of a call's params type.
    func members(of operation: Operation) -> [ParamsMember] { members.byCall[operation.qualifiedName] ?? [] }

    /// Whether any type has two members of one name: it costs nothing to ask, where each type would have to be looked at.
    var hasEqualMembers: Bool { members.hasEqualMembers }

    /// The labels of a call's path parameters, in their order.
    func arguments(of operation: Operation) -> [String] { members.arguments[operation.qualifiedName] ?? [] }

    /// The names of an enumeration's values, or of a union's cases, in their order.
    func values(of id: TypeID) -> [String] { members.values[id] ?? [] }

    // MARK: - Types

    /// The full name of a type.
    func type(_ id: TypeID) -> String { types.names[id] ?? "JSONValue" }

    /// The last part of a full name.
    static func lastPart(of name: String) -> String {
        name.utf8.lastIndex(of: UInt8(ascii: ".")).map { String(name[name.utf8.index(after: $0)...]) } ?? name
    }

    /// The first part of a full name. Bytes: finding the characters takes ten times as long.
    static func firstPart(of name: String) -> String {
        name.utf8.firstIndex(of: UInt8(ascii: ".")).map { String(name[..<$0]) } ?? name
    }

    /// How a type is written inside another: by its full name, with the module in front where the first part of that
    /// name means a nearer type or a member.
    ///
    /// - Parameter scope: The full name of the type that the reference stands in; "" for the top of a file.
    func reference(to id: TypeID, in scope: String) -> String {
        isShadowed(id, in: scope) ? "\(module).\(type(id))" : type(id)
    }

    /// Whether the first part of a type's name means another type, or a member, inside the scope.
    func isShadowed(_ id: TypeID, in scope: String) -> Bool {
        let isShadowable = shadowable[id] == true
        guard isShadowable || !hidden.isEmpty else { return false }
        let first = Self.firstPart(of: type(id))
        return isShadowable && types.hasType(first, around: scope) || hidden.contains(first, in: scope)
    }

    /// How a resource's type is written inside another type.
    func resourceReference(_ path: [String], in scope: String) -> String {
        reference(toCallType: resourceType(path), in: scope)
    }

    /// How the type that tells a call's answers apart is written inside another type.
    func choiceReference(of operation: Operation, in scope: String) -> String {
        reference(toCallType: choiceType(of: operation), in: scope)
    }

    /// How the type of a call's parameters is written in the type of its resource: beside that type it needs no more than
    /// its own name, unless the resource below has the same for itself.
    func paramsReference(of operation: Operation) -> String {
        let (scope, name) = (resourceType(operation.resource), paramsName(of: operation))
        guard declares("\(scope).\(name)") else { return name }
        return reference(toCallType: calls.besideResource(operation, name), in: scope)
    }

    private func reference(toCallType name: String, in scope: String) -> String {
        let first = Self.firstPart(of: name)
        return types.hasType(first, around: scope) || hidden.contains(first, in: scope) ? "\(module).\(name)" : name
    }

    /// Whether the module's own name means a type inside the scope.
    func hidesModule(_ scope: String) -> Bool {
        mayHideModule && (declares(module) || types.hasType(module, around: scope))
    }

    /// Whether there is a type, a resource's or a call's among them, of a full name.
    func declares(_ name: String) -> Bool { types.declared.contains(name) }

    // MARK: - Resources and calls

    /// The full name of a resource's type, `Beta.Sessions`; of the root, the client's.
    func resourceType(_ path: [String]) -> String { calls.resourceType(path) }

    /// The full name of the type that holds a call's parameters, `Beta.Sessions.ResourceAddParams`.
    func paramsType(of operation: Operation) -> String { calls.paramsType(of: operation) }

    /// Its last part: singular resource, method, `Params`.
    func paramsName(of operation: Operation) -> String { calls.paramsName(of: operation) }

    /// The last part of the name of a type that is written in place in an operation's response.
    func responseName(of operation: Operation, _ type: TypeDeclaration) -> String {
        calls.responseName(of: operation, type)
    }

    /// The last part of the name of the type that tells the answers of a call apart by their status.
    func choiceName(of operation: Operation) -> String { calls.choiceName(of: operation) }

    /// Its full name.
    func choiceType(of operation: Operation) -> String {
        calls.besideResource(operation, calls.choiceName(of: operation))
    }
}
