import OpenAPI
import Source

extension Lowering {
    /// The credentials that any call of the document asks for, in the order in which it asks; all of its schemes where
    /// none does, because that is more likely forgotten than meant.
    func credentials() -> [Credential] {
        let schemes = document.root.components?.securitySchemes ?? []
        var names: [String] = []
        for requirement in requirementLists().flatMap({ $0 }) {
            for name in requirement.schemes where !names.contains(name) { names.append(name) }
        }
        if document.root.node["security"] == nil, names.isEmpty { names = schemes.map(\.key) }
        return names.compactMap { name in
            schemes.first { $0.key == name }.flatMap(credential)
        }
    }

    /// The requirements of the root and of each operation.
    private func requirementLists() -> [[SecurityRequirement]] {
        var lists = [document.root.security]
        for path in document.root.paths {
            guard let item: PathItemObject = document.view(path.value) else { continue }
            for object in item.operations.map(\.operation) + item.additionalOperations.map(\.operation) {
                if let security = object.security { lists.append(security) }
            }
        }
        return lists
    }

    /// The credentials that calls want which say nothing else; nil where any one of them does.
    func serviceSecurity(_ credentials: [Credential]) -> [[String]]? {
        guard document.root.node["security"] != nil else {
            // Where only some operations want credentials, the others want none.
            let isAsked = requirementLists().contains { list in list.contains { !$0.schemes.isEmpty } }
            return isAsked ? [] : nil
        }
        let alternatives = alternatives(document.root.security, in: document.root.node)
        return alternatives == credentials.map { [$0.name] } ? nil : alternatives
    }

    /// The credentials that an operation wants in place of those that all calls want.
    func security(of operation: OperationObject) -> [[String]]? {
        guard let own = operation.security else { return nil }
        let alternatives = alternatives(own, in: operation.node)
        // What all calls want needs no word.
        let common =
            document.root.node["security"] == nil
            ? [] : self.alternatives(document.root.security, in: document.root.node)
        return alternatives == common ? nil : alternatives
    }

    /// The alternatives of a list, each the names of credentials that go together; an empty one is a call without.
    private func alternatives(_ requirements: [SecurityRequirement], in node: YAMLNode) -> [[String]] {
        let schemes = Set(document.root.components?.securitySchemes.map(\.key) ?? [])
        var alternatives: [[String]] = []
        for (index, requirement) in requirements.enumerated() {
            for name in requirement.schemes where !schemes.contains(name) {
                reportUnknown(name, at: Self.range(of: index, in: node))
            }
            let known = requirement.schemes.filter { schemes.contains($0) && hasCredential($0) }
            // What takes only a scheme that is no value of a request is a call without credentials here.
            guard !known.isEmpty || requirement.schemes.allSatisfy(schemes.contains) else { continue }
            if !alternatives.contains(known) { alternatives.append(known) }
        }
        return alternatives
    }

    private func reportUnknown(_ name: String, at range: SourceRange) {
        let schemes = document.root.components?.securitySchemes ?? []
        guard let near = suggestions.closest(to: name, among: schemes.map(\.key)) else {
            return report.warning(.security, "no security scheme '\(name)'", at: range, hint: "it is passed over")
        }
        report.error(.security, "no security scheme '\(name)'", at: range, hint: "did you mean '\(near)'?")
    }

    private static func range(of index: Int, in node: YAMLNode) -> SourceRange {
        guard let elements = node["security"]?.elements, elements.indices.contains(index) else { return node.headRange }
        return elements[index].headRange
    }

    private func hasCredential(_ name: String) -> Bool {
        guard let scheme = document.root.components?.securitySchemes.first(where: { $0.key == name }),
            let object: SecuritySchemeObject = document.view(scheme.value)
        else { return false }
        return object.type != "mutualTLS"
    }

    private func credential(_ scheme: YAMLMember) -> Credential? {
        guard let object: SecuritySchemeObject = document.view(scheme.value), let carrier = carrier(of: object) else {
            return nil
        }
        return Credential(
            name: scheme.key,
            argument: object.argument ?? scheme.key,
            documentation: Documentation(text: object.description),
            environment: object.environment,
            carrier: carrier,
            source: scheme.keyRange
        )
    }

    /// How a credential goes on the wire; nil where it does not, which has been reported.
    private func carrier(of object: SecuritySchemeObject) -> Credential.Carrier? {
        switch object.type {
        case "apiKey":
            guard let name = object.name else {
                report.error(.missingKey, "missing key 'name' of an API key", at: object.headRange)
                return nil
            }
            switch object.location {
            case "query": return .query(name: name)
            case "cookie": return .cookie(name: name)
            default: return headerName(name, at: object.range(of: "name")).map { .header(name: $0) }
            }
        case "http":
            switch object.scheme?.lowercased() {
            case "basic": return .basic
            case "bearer", nil: return .bearer
            case let scheme?:
                report.warning(
                    .unsupported,
                    "the HTTP authentication scheme '\(scheme)' is not supported yet",
                    at: object.range(of: "scheme"),
                    hint: "the credential is the whole value of the header 'Authorization'"
                )
                return .header(name: "Authorization")
            }
        case "oauth2", "openIdConnect": return .token
        case "mutualTLS":
            reportOnce(
                .unsupported,
                "a client certificate is no part of a request",
                at: object.range(of: "type"),
                hint: "give it to the transport"
            )
            return nil
        default: return nil
        }
    }
}
