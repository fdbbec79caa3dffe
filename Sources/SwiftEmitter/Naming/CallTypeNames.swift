import APIModel

/// The names of the types that resources and calls need: their own, and those of params, answers and header fields.
struct CallTypeNames {
    /// The full name of a resource's type, `Beta.Sessions`, by the resource's path.
    private var resources: [[String]: String] = [:]
    /// What the names of a call's types begin with, `ResourceAdd`, by the call's qualified name.
    private var calls: [String: String] = [:]
    private let client: String

    /// - Parameters:
    ///   - reserved: The names that the module, the client and the top-level types have taken.
    ///   - module: The name of the module, where no resource may have it.
    init(_ api: API, client: String, module: String?, reserved: Set<String>) {
        self.client = client
        resources[[]] = client
        for resource in api.root.withDescendants where !resource.path.isEmpty {
            nameResource(resource, module: module, reserved: reserved)
        }
        nameCalls(of: api, reserved: reserved)
    }

    private mutating func nameResource(_ resource: Resource, module: String?, reserved: Set<String>) {
        let parent = Array(resource.path.dropLast())
        var name = Identifier.upperCamel(resource.path.last ?? "")
        // A type of the module, or one that every file takes for granted, keeps its name.
        // Letters without case make no difference between a type and the property that gives one.
        let property = Identifier.lowerCamel(resource.path.last ?? "")
        while parent.isEmpty && reserved.contains(name) || name == property || name == module
            || ReservedWords.types.contains(name)
            || parent.isEmpty && ReservedWords.furtherRuntimeTypes.contains(name)
        {
            name += "Resource"
        }
        resources[resource.path] = parent.isEmpty ? name : "\(resources[parent] ?? "").\(name)"
    }

    /// Names the calls of all resources. Where two calls of one place come to one name, both take the plural of their
    /// resource, which tells `user.retrieve` from `users.retrieve`.
    private mutating func nameCalls(of api: API, reserved: Set<String>) {
        let operations = api.root.withDescendants.flatMap(\.operations)
        var nouns: [String: String] = [:]
        let plain = operations.map { operation in
            // The calls of one resource share its noun.
            let resource = operation.resource.last ?? ""
            let noun = nouns[resource] ?? Identifier.upperCamel(resource.singular)
            nouns[resource] = noun
            return (place: Self.place(of: operation), name: noun + Identifier.upperCamel(operation.name))
        }
        var counts: [String: Int] = [:]
        for (place, name) in plain { counts[place + name, default: 0] += 1 }
        for (operation, (place, plainName)) in zip(operations, plain) {
            var name = plainName
            if counts[place + name, default: 0] > 1 {
                name = Identifier.upperCamel(operation.resource.last ?? "") + Identifier.upperCamel(operation.name)
            }
            let isTaken = Self.endings.contains { ending in
                place.isEmpty ? reserved.contains(name + ending) : false
            }
            calls[operation.qualifiedName] = isTaken ? name + "Call" : name
        }
    }

    private static let endings = ["Params", "Response", "ResponseItem", "Headers"]

    /// What tells the places apart in which the types of calls stand.
    private static func place(of operation: Operation) -> String {
        operation.resource.dropLast().map { $0 + "." }.joined()
    }

    // MARK: - Names

    /// The full name of a resource's type, `Beta.Sessions`; of the root, the client's.
    func resourceType(_ path: [String]) -> String { resources[path] ?? client }

    /// The full name of the type that holds a call's parameters, `Beta.Sessions.ResourceAddParams`.
    func paramsType(of operation: Operation) -> String { besideResource(operation, paramsName(of: operation)) }

    /// Its last part: singular resource, method, `Params`.
    func paramsName(of operation: Operation) -> String {
        (calls[operation.paramsOwner ?? operation.qualifiedName] ?? "") + "Params"
    }

    /// The last part of the name of a type that is written in place in an operation's response.
    func responseName(of operation: Operation, _ type: TypeDeclaration) -> String {
        var name = type.name
        while name.hasSuffix("[]") { name.removeLast(2) }
        return callName(of: operation) + Identifier.upperCamel(name) + (name == type.name ? "" : "Item")
    }

    /// The last part of the name of the type that tells the answers of a call apart by their status.
    func choiceName(of operation: Operation) -> String { callName(of: operation) + "Response" }

    /// The full name of a type that stands beside the type of an operation's resource.
    func besideResource(_ operation: Operation, _ name: String) -> String {
        let parent = Array(operation.resource.dropLast())
        return parent.isEmpty ? name : "\(resourceType(parent)).\(name)"
    }

    private func callName(of operation: Operation) -> String { calls[operation.qualifiedName] ?? "" }
}
