import APIModel

/// Writes a resource: the struct that holds its methods, and the params types that stand beside it.
struct ResourceEmission {
    let api: API
    let names: SwiftNames

    /// The file of a resource, which is not the root.
    func file(_ resource: Resource, to printer: inout SwiftPrinter) {
        // An import that no public declaration needs must not be public: a warning says so.
        printer.line(resource.operations.isEmpty ? "import SDKRuntime" : "public import SDKRuntime")
        printer.blank()
        let parent = resource.path.dropLast()
        if parent.isEmpty {
            body(resource, to: &printer)
        } else {
            printer.block("nonisolated extension \(names.resourceType(Array(parent)))") { printer in
                body(resource, to: &printer)
            }
        }
    }

    private func body(_ resource: Resource, to printer: inout SwiftPrinter) {
        let name = SwiftNames.lastPart(of: names.resourceType(resource.path))
        printer.documentation("The calls of `\(callPath(resource.path))`.")
        printer.block("public nonisolated struct \(name): Sendable") { printer in
            printer.line("let client: ClientCore")
            accessors(resource.children, isOnClient: false, to: &printer)
            for operation in resource.operations {
                printer.blank()
                OperationEmission(names: names, operation: operation, api: api).method(to: &printer)
            }
        }
        let models = ModelEmission(api: api, names: names)
        for operation in resource.operations {
            if operation.hasParams, operation.paramsOwner == nil {
                printer.blank()
                models.structure(
                    names.paramsType(of: operation),
                    Documentation(text: paramsText(of: operation, in: resource)),
                    names.members(of: operation),
                    isMutable: true,
                    owner: .parameters(operation.qualifiedName),
                    to: &printer
                )
            }
            let parts = api.parts(of: .parameters(operation.qualifiedName))
            if !operation.hasParams, operation.paramsOwner == nil, !parts.isEmpty {
                // Parameters in a path may have types of their own, too.
                printer.blank()
                printer.documentation("The types of the parameters of `\(callPath(of: operation))`.")
                printer.block("public nonisolated enum \(names.paramsName(of: operation))") { printer in
                    for part in parts {
                        printer.blank()
                        models.type(part, part.documentation, isMutable: true, to: &printer)
                    }
                }
            }
            if case .choice(let cases) = operation.response.content {
                printer.blank()
                ChoiceEmission(names: names, operation: operation, cases: cases)
                    .declaration("What `\(callPath(of: operation))` gives, by status.", to: &printer)
            }
            for type in api.parts(of: .response(operation.qualifiedName)) {
                printer.blank()
                var documentation = type.documentation
                if documentation.text == nil { documentation.text = "What `\(callPath(of: operation))` gives." }
                models.type(type, documentation, isMutable: false, to: &printer)
            }
        }
    }

    /// What a params type is for: the methods of an operation that only differ in their answers share one.
    private func paramsText(of operation: Operation, in resource: Resource) -> String {
        let sharing = resource.operations.filter { $0.paramsOwner == operation.qualifiedName }
        let calls = ([operation] + sharing).map { "`\(callPath(of: $0))`" }
        return "The parameters of \(calls.joined(separator: " and "))."
    }

    private func callPath(of operation: Operation) -> String {
        "\(callPath(operation.resource)).\(SwiftNames.method(operation.name))"
    }

    /// The properties by which a caller reaches the resources below.
    func accessors(_ children: [Resource], isOnClient: Bool, to printer: inout SwiftPrinter) {
        for child in children {
            let name = child.path.last ?? ""
            printer.blank()
            printer.documentation("The calls of `\(callPath(child.path))`.")
            let accessor = Identifier.escaped(SwiftNames.accessor(name, isOnClient: isOnClient))
            let type = SwiftNames.lastPart(of: names.resourceType(child.path))
            printer.line("public var \(accessor): \(type) { \(type)(client: \(isOnClient ? "core" : "client")) }")
        }
    }

    /// How a caller writes the way to a resource.
    private func callPath(_ path: [String]) -> String {
        let accessors = path.enumerated().map { SwiftNames.accessor($1, isOnClient: $0 == 0) }
        return (["client"] + accessors).joined(separator: ".")
    }
}
