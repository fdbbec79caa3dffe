import APIModel

/// The full names of the types that are made of schemas, and what is declared where.
struct TypeNames {
    /// The full name of each type, `Foo.Limits`.
    private(set) var names = TypeTable<String>()
    /// The full names of all types, resources and params types among them.
    private(set) var declared: Set<String>
    /// The last parts of the names of the types that stand inside others: no other name can mean such a type.
    private var nested: Set<String> = []
    private let module: String
    private let client: String

    /// The names of an API without types.
    init(module: String, client: String) {
        self.module = module
        self.client = client
        declared = [client]
    }

    mutating func declare(_ name: String) {
        declared.insert(name)
        let last = SwiftNames.lastPart(of: name)
        if last != name { nested.insert(last) }
    }

    /// Gives a type a full name, and names all that is part of it.
    mutating func name(_ type: TypeDeclaration, _ name: String, in api: API) {
        names[type.id] = name
        declare(name)
        nameParts(of: .type(type.id), inside: name, in: api)
    }

    /// Names the types that are part of something, and all that is part of these.
    ///
    /// - Parameter outer: The full name of what they are part of; "" for the module.
    mutating func nameParts(of owner: TypeDeclaration.Owner, inside outer: String, in api: API) {
        let parts = api.parts(of: owner)
        guard !parts.isEmpty else { return }
        let context = outer.isEmpty ? module : SwiftNames.lastPart(of: outer)
        var names = parts.map { Self.typeName($0.name, isTopLevel: outer.isEmpty) }
        for index in names.indices {
            // A name that has no capital, `_2fa` or `日本`, is that of a member of the type around it too.
            if !outer.isEmpty, names[index].lacksCapital { names[index] += "Model" }
            names[index] = clear(names[index], in: context, isTopLevel: outer.isEmpty)
        }
        if let distinct = SwiftNames.distinct(
            names,
            fallback: { clear(Self.verbatimTypeName(parts[$0].name), in: context, isTopLevel: outer.isEmpty) }
        ) {
            names = SwiftNames.settled(distinct, texts: parts.map(\.name))
        }
        for (type, name) in zip(parts, names) {
            self.name(type, outer.isEmpty ? name : "\(outer).\(name)", in: api)
        }
    }

    /// A type's name, with the name of what it is part of in front where the language or the runtime needs it.
    private func clear(_ name: String, in context: String, isTopLevel: Bool) -> String {
        if name == module { return name + "Model" }
        let isTaken =
            ReservedWords.types.contains(name) || isTopLevel && ReservedWords.furtherRuntimeTypes.contains(name)
        return isTaken || name == client ? context + name : name
    }

    /// Whether any type has the module's name.
    var hasModuleNameAnywhere: Bool {
        let ending = "." + module
        return declared.contains(module) || nested.contains(module) && declared.contains { $0.hasSuffix(ending) }
    }

    /// Whether any type has the name inside another.
    func isNested(_ name: String) -> Bool { nested.contains(name) }

    /// Whether the scope, or one around it, declares a type of the name; the top of the file does not count.
    func hasType(_ name: String, around scope: String) -> Bool {
        guard isNested(name) else { return false }
        var scope = Substring(scope)
        while !scope.isEmpty {
            if declared.contains("\(scope).\(name)") { return true }
            scope = scope.utf8.lastIndex(of: UInt8(ascii: ".")).map { scope[..<$0] } ?? ""
        }
        return false
    }

    /// The name that a type's own spelling gives; the type of an array's elements has the singular, or beside the type
    /// that holds the array, an ending.
    private static func typeName(_ name: String, isTopLevel: Bool = false) -> String {
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
}

extension String {
    /// Whether it begins with something else than a capital letter.
    fileprivate var lacksCapital: Bool {
        if let byte = utf8.first, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) { return false }
        return first?.isUppercase == false
    }
}
