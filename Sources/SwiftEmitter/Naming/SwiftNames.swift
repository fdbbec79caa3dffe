import APIModel
import Source

/// Every name of the generated module, decided before a line of it is written.
///
/// A name depends on nothing but the item's own path in the spec: no counters, no look at siblings. Two items that
/// come to the same name are reported with the extension that settles it.
struct SwiftNames {
    let client: String
    /// The full name of each type, `Foo.Limits`.
    private var types: [TypeID: String] = [:]

    private init(client: String) { self.client = client }

    static func decide(for api: API, client: String, report: Report) -> SwiftNames {
        var names = SwiftNames(client: client)
        names.nameParts(of: .api, prefix: "", in: api)
        for operation in api.root.withDescendants.flatMap(\.operations) {
            let prefix = names.paramsType(of: operation) + "."
            names.nameParts(of: .operation(operation.qualifiedName), prefix: prefix, in: api)
        }
        NameClashes(api: api, names: names, report: report).check()
        return names
    }

    private mutating func nameParts(of owner: TypeDeclaration.Owner, prefix: String, in api: API) {
        for type in api.parts(of: owner) {
            let name = prefix + Self.typeName(type.name)
            types[type.id] = name
            nameParts(of: .type(type.id), prefix: name + ".", in: api)
        }
    }

    /// The full name of a type.
    func type(_ id: TypeID) -> String { types[id] ?? "JSONValue" }

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
        let namespace = operation.resource.dropLast().map(Identifier.upperCamel)
        return (namespace + [Self.paramsName(of: operation)]).joined(separator: ".")
    }

    /// Its last part: singular resource, method, `Params`.
    static func paramsName(of operation: Operation) -> String {
        let resource = (operation.resource.last ?? "").singular
        return Identifier.upperCamel(resource) + Identifier.upperCamel(operation.name) + "Params"
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
    /// The label of a path parameter; what a method's body names itself is not to be had.
    static func argument(_ name: String) -> String {
        member(name, avoiding: ["params", "options", "request", "client", "self"])
    }
}
