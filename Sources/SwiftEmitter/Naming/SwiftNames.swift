import APIModel
import Source

/// Every name of the generated module, decided before a line of it is written.
///
/// A name depends on the item's own path in the spec: no counters, no order of siblings. Where two items come to one name,
/// both take a longer one of their own path; what clashes still is reported with the extension that settles it.
struct SwiftNames {
    let module: String
    let client: String
    /// The full name of each type, `Foo.Limits`.
    private var types: [TypeID: String] = [:]
    /// The full names of all types, resources and params types among them.
    private var declared: Set<String>
    /// The full names of the types that declare others, so that all the rest need not be looked into.
    private var scopes: Set<Substring> = []
    /// The names of the types that resources and calls need.
    private var callTypes: CallTypeNames

    private init(module: String, client: String) {
        callTypes = CallTypeNames(client: client)
        self.module = module
        self.client = client
        declared = [client]
    }

    static func decide(for api: API, module: String, client: String, report: Report) -> SwiftNames {
        var names = make(for: api, module: module, client: client, keepsModule: false)
        if names.hidesModuleAnywhere {
            // A resource may be called like the module, unless a type can only be named by way of the module.
            let clashes = Report()
            NameClashes(api: api, names: names, report: clashes).check()
            if clashes.hasErrors { names = make(for: api, module: module, client: client, keepsModule: true) }
        }
        NameClashes(api: api, names: names, report: report).check()
        return names
    }

    /// - Parameter keepsModule: Whether no resource gets the name of the module.
    private static func make(for api: API, module: String, client: String, keepsModule: Bool) -> SwiftNames {
        var names = SwiftNames(module: module, client: client)
        names.nameParts(of: .api, inside: "", in: api)
        names.callTypes = CallTypeNames(
            api,
            client: client,
            module: keepsModule ? module : nil,
            reserved: names.declared
        )
        for resource in api.root.withDescendants { names.declare(names.resourceType(resource.path)) }
        for operation in api.root.withDescendants.flatMap(\.operations) {
            let params = names.paramsType(of: operation)
            names.declare(params)
            names.nameParts(of: .parameters(operation.qualifiedName), inside: params, in: api)
            for type in api.parts(of: .response(operation.qualifiedName)) {
                let name = names.besideResource(operation, names.responseName(of: operation, type))
                names.types[type.id] = name
                names.declare(name)
                names.nameParts(of: .type(type.id), inside: name, in: api)
            }
        }
        return names
    }

    private mutating func declare(_ name: String) {
        declared.insert(name)
        guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return }
        scopes.insert(name[..<dot])
    }

    /// Names the types that are part of something, and all that is part of these.
    ///
    /// - Parameter outer: The full name of what they are part of; "" for the module.
    private mutating func nameParts(of owner: TypeDeclaration.Owner, inside outer: String, in api: API) {
        let parts = api.parts(of: owner)
        guard !parts.isEmpty else { return }
        let context = outer.isEmpty ? module : Self.lastPart(of: outer)
        var names = parts.map { Self.typeName($0.name, isTopLevel: outer.isEmpty) }
        for index in names.indices {
            // A name that has no capital, `_2fa` or `日本`, is that of a member of the type around it too.
            if !outer.isEmpty, names[index].first?.isUppercase == false { names[index] += "Model" }
            names[index] = clear(names[index], in: context, isTopLevel: outer.isEmpty)
        }
        if let distinct = Self.distinct(
            names,
            fallback: { clear(Self.verbatimTypeName(parts[$0].name), in: context, isTopLevel: outer.isEmpty) }
        ) {
            names = Self.settled(distinct, texts: parts.map(\.name))
        }
        for (type, name) in zip(parts, names) {
            let full = outer.isEmpty ? name : "\(outer).\(name)"
            types[type.id] = full
            declare(full)
            nameParts(of: .type(type.id), inside: full, in: api)
        }
    }

    /// A type's name, with the name of what it is part of in front where the language or the runtime needs it.
    private func clear(_ name: String, in context: String, isTopLevel: Bool) -> String {
        if name == module { return name + "Model" }
        let isTaken =
            ReservedWords.types.contains(name) || isTopLevel && ReservedWords.furtherRuntimeTypes.contains(name)
        return isTaken || name == client ? context + name : name
    }

    // MARK: - Types

    /// The full name of a type.
    func type(_ id: TypeID) -> String { types[id] ?? "JSONValue" }

    /// The last part of a full name.
    static func lastPart(of name: String) -> String {
        name.utf8.lastIndex(of: UInt8(ascii: ".")).map { String(name[name.utf8.index(after: $0)...]) } ?? name
    }

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
        // Bytes: a name is compared with many scopes, and finding its characters takes ten times as long.
        let first = name.utf8.firstIndex(of: UInt8(ascii: ".")).map { String(name[..<$0]) } ?? name
        return hasType(first, around: scope)
    }

    /// Whether the module's own name means a type inside the scope.
    func hidesModule(_ scope: String) -> Bool {
        declared.contains(module) || hasType(module, around: scope)
    }

    /// Whether any type has the module's name.
    private var hidesModuleAnywhere: Bool {
        declared.contains { $0 == module || $0.hasSuffix("." + module) }
    }

    /// Whether there is a type, a resource's or a call's among them, of a full name.
    func declares(_ name: String) -> Bool { declared.contains(name) }

    /// Whether the scope, or one around it, declares a type of the name; the top of the file does not count.
    private func hasType(_ name: String, around scope: String) -> Bool {
        var scope = Substring(scope)
        while !scope.isEmpty {
            if scopes.contains(scope), declared.contains("\(scope).\(name)") { return true }
            scope = scope.utf8.lastIndex(of: UInt8(ascii: ".")).map { scope[..<$0] } ?? ""
        }
        return false
    }

    /// The name that a type's own spelling gives; the type of an array's elements has the singular, or beside the type
    /// that holds the array, an ending.
    static func typeName(_ name: String, isTopLevel: Bool = false) -> String {
        guard name.hasSuffix("[]") else { return Identifier.upperCamel(name) }
        var base = name
        while base.hasSuffix("[]") { base.removeLast(2) }
        return isTopLevel ? Identifier.upperCamel(base) + "Item" : Identifier.upperCamel(base.singular)
    }

    /// The name of a type as the spec spells it, for types that only differ in what the other spelling leaves out.
    private static func verbatimTypeName(_ name: String) -> String {
        var base = name
        var ending = ""
        while base.hasSuffix("[]") {
            base.removeLast(2)
            ending += "Item"
        }
        let verbatim = Identifier.verbatim(base)
        return (verbatim.first.map { $0.uppercased() } ?? "") + verbatim.dropFirst() + ending
    }

    // MARK: - Resources and calls

    /// The full name of a resource's type, `Beta.Sessions`; of the root, the client's.
    func resourceType(_ path: [String]) -> String { callTypes.resources[path] ?? client }

    /// The full name of the type that holds a call's parameters, `Beta.Sessions.ResourceAddParams`.
    func paramsType(of operation: Operation) -> String {
        besideResource(operation, paramsName(of: operation))
    }

    /// Its last part: singular resource, method, `Params`.
    func paramsName(of operation: Operation) -> String { callName(of: operation) + "Params" }

    /// The last part of the name of a type that is written in place in an operation's response.
    func responseName(of operation: Operation, _ type: TypeDeclaration) -> String {
        var name = type.name
        while name.hasSuffix("[]") { name.removeLast(2) }
        return callName(of: operation) + Identifier.upperCamel(name) + (name == type.name ? "" : "Item")
    }

    /// The last part of the name of the type that tells the answers of a call apart by their status.
    func choiceName(of operation: Operation) -> String { callName(of: operation) + "Response" }

    /// Its full name.
    func choiceType(of operation: Operation) -> String { besideResource(operation, choiceName(of: operation)) }

    private func callName(of operation: Operation) -> String { callTypes.calls[operation.qualifiedName] ?? "" }

    /// The full name of a type that stands beside the type of an operation's resource.
    private func besideResource(_ operation: Operation, _ name: String) -> String {
        let parent = Array(operation.resource.dropLast())
        return parent.isEmpty ? name : "\(resourceType(parent)).\(name)"
    }
}
