import OpenAPI
import Source

extension Lowering {
    /// What every call has in common: server, credentials and the `x-sdk-client` extension.
    func service() -> Service {
        let client = document.root.client
        let errorBody = client?.errorBody
        for header in client?.headers ?? [] { _ = isHeaderName(header.key, at: header.keyRange) }
        return Service(
            baseURL: baseURL(),
            credentials: credentials(),
            headers: (client?.headers ?? []).map { NamedValue(name: $0.key, value: $0.value.text) },
            product: client?.product,
            telemetryPrefix: client?.telemetryPrefix,
            requestIDHeader: client?.requestIDHeader,
            workspaceIDHeader: client?.workspaceIDHeader,
            errorBody: Service.ErrorBody(type: errorBody?.type, message: errorBody?.message, code: errorBody?.code),
            queryArrays: client?.queryArrays == "brackets" ? .brackets : .openAPI
        )
    }

    private func baseURL() -> String? {
        guard let server = document.root.servers.first, let url = server.url else { return nil }
        if let variable = server.variables.first {
            unsupported("a server with variables", at: variable.keyRange)
            return nil
        }
        // A relative URL is relative to where the document was found, which the SDK's user does not know.
        return url.contains("://") ? url : nil
    }

    /// The schemes that the document asks for, each an alternative, in the order of its requirements.
    private func credentials() -> [Credential] {
        let schemes = document.root.components?.securitySchemes ?? []
        var credentials: [Credential] = []
        for (index, requirement) in document.root.security.enumerated() {
            guard requirement.schemes.count <= 1 else {
                unsupported("several credentials at once", at: securityRange(index))
                continue
            }
            // A scheme that is named once more is no other alternative.
            guard let name = requirement.schemes.first, !credentials.contains(where: { $0.name == name }) else {
                continue
            }
            guard let scheme = schemes.first(where: { $0.key == name }) else {
                let near = suggestions.closest(to: name, among: schemes.map(\.key))
                report.error(
                    .security,
                    "no security scheme '\(name)'",
                    at: securityRange(index),
                    hint: near.map { "did you mean '\($0)'?" }
                )
                continue
            }
            if let credential = credential(scheme) { credentials.append(credential) }
        }
        return credentials
    }

    private func securityRange(_ index: Int) -> SourceRange {
        let elements = document.root.node["security"]?.elements
        return elements.map { $0[$0.startIndex + index].headRange } ?? document.root.range
    }

    private func credential(_ scheme: YAMLMember) -> Credential? {
        guard let object: SecuritySchemeObject = document.view(scheme.value) else { return nil }
        let carrier: Credential.Carrier
        switch (object.type, object.location, object.scheme?.lowercased()) {
        case ("apiKey", "header", _):
            guard let name = object.name else {
                report.error(.missingKey, "missing key 'name' of an API key", at: object.headRange)
                return nil
            }
            guard isHeaderName(name, at: object.range(of: "name")) else { return nil }
            carrier = .header(name: name)
        case ("http", _, "bearer"): carrier = .bearer
        default:
            unsupported("this kind of security scheme", at: object.range(of: "type"))
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
}
