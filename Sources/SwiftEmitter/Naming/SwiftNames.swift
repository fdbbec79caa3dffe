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
            names.nameParts(of: .parameters(operation.qualifiedName), prefix: prefix, in: api)
            for type in api.parts(of: .response(operation.qualifiedName)) {
                let name = names.besideResource(operation, Self.responseName(of: operation, type))
                names.types[type.id] = name
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
            nameParts(of: .type(type.id), prefix: name + ".", in: api)
        }
    }

    /// The full name of a type.
    func type(_ id: TypeID) -> String { types[id] ?? "JSONValue" }

    /// Its last part, which stands in its declaration.
    func simpleName(of id: TypeID) -> String {
        let name = type(id)
        return name.lastIndex(of: ".").map { String(name[name.index(after: $0)...]) } ?? name
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
    /// The label of a path parameter; what a method's body names itself is not to be had.
    static func argument(_ name: String) -> String {
        member(name, avoiding: ["params", "options", "request", "client", "self"])
    }
}
