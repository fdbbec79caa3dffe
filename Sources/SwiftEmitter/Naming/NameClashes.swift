import APIModel
import Source

/// Looks for two items with one name in every place of the generated module.
struct NameClashes {
    let api: API
    let names: SwiftNames
    let report: Report

    private static let nameIt = "give another name with 'x-sdk-name'"
    private static let moveIt = "give it another 'x-sdk-method'"

    func check() {
        var module = NameScope(reserved: ReservedWords.types, reason: "Swift or the runtime")
        module.claim(names.client, for: "the client", at: nil, hint: "choose another 'client'", report: report)
        checkResource(api.root, in: &module)
        checkAccessors(of: api.root)
        checkCredentials()
        checkLongRequestRules()
        checkPayloads(in: &module)
        for type in api.topLevelTypes {
            module.claim(
                names.type(type.id),
                for: "the schema",
                type.name,
                at: type.source,
                hint: Self.nameIt,
                report: report
            )
            checkType(type)
        }
    }

    /// - Parameter scope: The inside of the resource's type; for the root, the module.
    private func checkResource(_ resource: Resource, in scope: inout NameScope) {
        for child in resource.children {
            let source = child.firstOperation?.source
            scope.claim(
                SwiftNames.lastPart(of: names.resourceType(child.path)),
                for: "the resource",
                child.path.joined(separator: "."),
                at: source,
                hint: Self.moveIt,
                report: report
            )
            for operation in child.operations
            where operation.paramsOwner == nil
                && (operation.hasParams || !api.parts(of: .parameters(operation.qualifiedName)).isEmpty)
            {
                scope.claim(
                    names.paramsName(of: operation),
                    for: "the parameters of",
                    operation.qualifiedName,
                    at: operation.source,
                    hint: Self.moveIt,
                    report: report
                )
            }
            for operation in child.operations {
                if case .choice = operation.response.content {
                    scope.claim(
                        names.choiceName(of: operation),
                        for: "the answers of",
                        operation.qualifiedName,
                        at: operation.source,
                        hint: Self.moveIt,
                        report: report
                    )
                }
                for type in api.parts(of: .response(operation.qualifiedName)) {
                    scope.claim(
                        names.responseName(of: operation, type),
                        for: "the response of",
                        operation.qualifiedName,
                        at: operation.source,
                        hint: Self.moveIt,
                        report: report
                    )
                    checkType(type)
                }
            }
            var inside = NameScope(reserved: ReservedWords.types, reason: "Swift or the runtime")
            checkResource(child, in: &inside)
            checkMembers(of: child)
        }
    }

    private func checkCredentials() {
        var scope = NameScope()
        for credential in api.service.credentials {
            scope.claim(
                SwiftNames.credential(credential.argument),
                for: "the credential",
                credential.name,
                at: credential.source,
                hint: "give another name with 'x-sdk-argument'",
                report: report
            )
        }
    }

    private func checkLongRequestRules() {
        var scope = NameScope()
        for rule in api.service.longRequestRules {
            scope.claim(
                SwiftNames.longRequestRule(rule.name),
                for: "the rule '\(rule.name)'",
                at: rule.source,
                hint: "give it another name",
                report: report
            )
        }
    }

    private func checkPayloads(in module: inout NameScope) {
        for kind in Payload.Kind.allCases {
            let payloads = api.payloads.filter { $0.kind == kind }
            guard !payloads.isEmpty else { continue }
            let type = names.payloadsType(of: kind)
            module.claim(type, for: "the \(kind.name)s", at: nil, hint: "choose another 'module'", report: report)
            var scope = NameScope()
            for (payload, name) in zip(payloads, SwiftNames.payloads(payloads)) {
                scope.claim(
                    name,
                    for: "the \(kind.name)",
                    payload.name,
                    at: payload.source,
                    hint: "give it another key",
                    report: report
                )
                checkReference(payload.type, in: type, at: payload.source)
            }
        }
    }

    /// Reports a type that cannot be named where it is used: a nearer one has its name, and the module's is taken too.
    private func checkReference(_ type: TypeReference, in scope: String, at source: SourceRange) {
        guard names.mayHideModule else { return }
        switch type {
        case .array(let type), .map(let type), .nullable(let type): checkReference(type, in: scope, at: source)
        case .named(let id) where names.isShadowed(id, in: scope) && names.hidesModule(scope):
            report.error(
                .nameClash,
                "the Swift name '\(names.type(id))' means another type here, and '\(names.module)' no module",
                at: source,
                hint: "choose another 'module', or \(Self.nameIt)"
            )
        case .named, .scalar, .json, .file: break
        }
    }

    private func checkMembers(of resource: Resource) {
        var scope = checkAccessors(of: resource)
        for operation in resource.operations {
            scope.claim(
                SwiftNames.method(operation.name),
                for: "the method",
                operation.qualifiedName,
                at: operation.source,
                hint: Self.moveIt,
                report: report
            )
            for type in operation.response.content.types {
                checkReference(type, in: names.resourceType(resource.path), at: operation.source)
            }
            checkParams(of: operation)
        }
    }

    @discardableResult
    private func checkAccessors(of resource: Resource) -> NameScope {
        var scope = NameScope()
        for child in resource.children {
            let name = SwiftNames.accessor(child.path.last ?? "", isOnClient: resource.path.isEmpty)
            let source = child.firstOperation?.source
            scope.claim(
                name,
                for: "the resource",
                child.path.joined(separator: "."),
                at: source,
                hint: Self.moveIt,
                report: report
            )
        }
        return scope
    }

    private func checkParams(of operation: Operation) {
        var arguments = NameScope()
        let identifiers = names.arguments(of: operation)
        let areClear = !names.mayHideModule && SwiftNames.areDistinct(identifiers)
        for (parameter, name) in areClear ? [] : Array(zip(operation.pathParameters, identifiers)) {
            arguments.claim(
                name,
                for: "the parameter",
                parameter.wireName,
                at: parameter.source,
                hint: Self.nameIt,
                report: report
            )
            checkReference(parameter.type, in: names.resourceType(operation.resource), at: parameter.source)
        }
        guard operation.paramsOwner == nil else { return }
        if names.hasEqualMembers || names.mayHideModule {
            checkMembers(names.members(of: operation), called: "the parameter", of: names.paramsType(of: operation))
        }
        checkParts(of: .parameters(operation.qualifiedName))
    }

    private func checkType(_ type: TypeDeclaration) {
        switch type.shape {
        case .object:
            checkMembers(names.members(of: type.id), called: "the property", of: names.type(type.id))
        case .enumeration(let enumeration):
            let identifiers = names.values(of: type.id)
            guard !SwiftNames.areDistinct(identifiers) else { break }
            var scope = NameScope()
            for (value, name) in zip(enumeration.values, identifiers) {
                scope.claim(
                    name,
                    for: "the value",
                    value.literal.text,
                    at: type.source,
                    hint: "name it with 'x-sdk-value-names'",
                    report: report
                )
            }
        case .union(let union):
            var scope = NameScope()
            for (member, name) in zip(union.members, names.values(of: type.id)) {
                scope.claim(
                    name,
                    for: "the case",
                    member.name,
                    at: type.source,
                    hint: Self.nameIt,
                    report: report
                )
                checkReference(member.type, in: names.type(type.id), at: type.source)
            }
        }
        checkParts(of: .type(type.id))
    }

    /// - Parameters:
    ///   - kind: What a member is called in a message.
    ///   - type: The full name of the type that declares them.
    private func checkMembers(_ members: [ParamsMember], called kind: String, of type: String) {
        // As almost always, and then nothing need be noted.
        if names.hasEqualMembers, !SwiftNames.areDistinct(members.map(\.identifier)) {
            var scope = NameScope()
            for member in members {
                scope.claim(
                    member.identifier,
                    for: kind,
                    member.wireName,
                    at: member.source,
                    hint: Self.nameIt,
                    report: report
                )
            }
        }
        guard names.mayHideModule else { return }
        for member in members { checkReference(member.type, in: type, at: member.source) }
    }

    private func checkParts(of owner: TypeDeclaration.Owner) {
        var scope = NameScope(reserved: ReservedWords.types, reason: "Swift or the runtime")
        for part in api.parts(of: owner) {
            scope.claim(
                SwiftNames.lastPart(of: names.type(part.id)),
                for: "the type of",
                part.name,
                at: part.source,
                hint: Self.nameIt,
                report: report
            )
            checkType(part)
        }
    }
}
