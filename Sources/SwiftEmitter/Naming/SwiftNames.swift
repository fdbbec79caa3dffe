import APIModel
import Source

/// Every name of the generated module, decided before a line of it is written.
///
/// A name depends on nothing but the item's own path in the spec: no counters, no look at siblings. Two items that
/// come to the same name are reported with the extension that settles it.
struct SwiftNames {
    let module: String
    let client: String
    /// The full name of each type, `Foo.Limits`.
    private var types: [TypeID: String] = [:]
    /// The full names of all types, resources and params types among them.
    private var declared: Set<String>

    private init(module: String, client: String) {
        self.module = module
        self.client = client
        declared = [client]
    }

    static func decide(for api: API, module: String, client: String, report: Report) -> SwiftNames {
        var names = SwiftNames(module: module, client: client)
        for resource in api.root.withDescendants { names.declared.insert(names.resourceType(resource.path)) }
        names.nameParts(of: .api, prefix: "", in: api)
        for operation in api.root.withDescendants.flatMap(\.operations) {
            let params = names.paramsType(of: operation)
            names.declared.insert(params)
            names.nameParts(of: .parameters(operation.qualifiedName), prefix: params + ".", in: api)
            for type in api.parts(of: .response(operation.qualifiedName)) {
                let name = names.besideResource(operation, Self.responseName(of: operation, type))
                names.types[type.id] = name
                names.declared.insert(name)
                names.nameParts(of: .type(type.id), prefix: name + ".", in: api)
            }
        }
        NameClashes(api: api, names: names, report: report).check()
        return names
    }

    private mutating func nameParts(of owner: TypeDeclaration.Owner, prefix: String, in api: API) {
        for type in api.parts(of: owner) {
            let name = prefix + Self.typeName(type.name)
            types[type.id] = name
            declared.insert(name)
            nameParts(of: .type(type.id), prefix: name + ".", in: api)
        }
    }

    /// The full name of a type.
    func type(_ id: TypeID) -> String { types[id] ?? "JSONValue" }

    /// How a type is written inside another: by its full name, with the module in front where the first part of that
    /// name means a nearer type.
    ///
    /// - Parameter scope: The full name of the type that the reference stands in; "" for the top of a file.
    func reference(to id: TypeID, in scope: String) -> String {
        isShadowed(id, in: scope) ? "\(module).\(type(id))" : type(id)
    }

    /// Whether the first part of a type's name means another type inside the scope.
    func isShadowed(_ id: TypeID, in scope: String) -> Bool {
        let name = type(id)
        return hasType(String(name.prefix { $0 != "." }), around: scope)
    }

    /// Whether the module's own name means a type inside the scope.
    func hidesModule(_ scope: String) -> Bool {
        declared.contains(module) || hasType(module, around: scope)
    }

    /// Whether the scope, or one around it, declares a type of the name; the top of the file does not count.
    private func hasType(_ name: String, around scope: String) -> Bool {
        var scope = Substring(scope)
        while !scope.isEmpty {
            if declared.contains("\(scope).\(name)") { return true }
            scope = scope.lastIndex(of: ".").map { scope[..<$0] } ?? ""
        }
        return false
    }

    /// The name that a type's own spelling gives; the type of an array's elements has the singular.
    static func typeName(_ name: String) -> String {
        guard name.hasSuffix("[]") else { return Identifier.upperCamel(name) }
        var base = name
        while base.hasSuffix("[]") { base.removeLast(2) }
        return Identifier.upperCamel(base.singular)
    }

    /// The full name of a resource's type, `Beta.Sessions`; of the root, the client's.
    func resourceType(_ path: [String]) -> String {
        path.isEmpty ? client : path.map(Identifier.upperCamel).joined(separator: ".")
    }

    /// The full name of the type that holds a call's parameters, `Beta.Sessions.ResourceAddParams`.
    func paramsType(of operation: Operation) -> String {
        besideResource(operation, Self.paramsName(of: operation))
    }

    /// Its last part: singular resource, method, `Params`.
    static func paramsName(of operation: Operation) -> String { callName(of: operation) + "Params" }

    /// The last part of the name of a type that is written in place in an operation's response.
    static func responseName(of operation: Operation, _ type: TypeDeclaration) -> String {
        callName(of: operation) + (type.name.hasSuffix("[]") ? "ResponseItem" : "Response")
    }

    private static func callName(of operation: Operation) -> String {
        let resource = (operation.resource.last ?? "").singular
        return Identifier.upperCamel(resource) + Identifier.upperCamel(operation.name)
    }

    /// The full name of a type that stands beside the type of an operation's resource.
    private func besideResource(_ operation: Operation, _ name: String) -> String {
        (operation.resource.dropLast().map(Identifier.upperCamel) + [name]).joined(separator: ".")
    }

    /// The name of a member, clear of the names that its place needs for itself.
    static func member(_ name: String, avoiding reserved: Set<String>) -> String {
        let identifier = Identifier.lowerCamel(name)
        return reserved.contains(identifier) ? identifier + "Value" : identifier
    }

    static func property(_ name: String) -> String { member(name, avoiding: ReservedWords.modelMembers) }
    static func enumerationValue(_ value: String) -> String {
        member(value, avoiding: ReservedWords.enumerationMembers)
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
