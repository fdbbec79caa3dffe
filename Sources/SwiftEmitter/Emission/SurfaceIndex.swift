import APIModel

/// Writes `API.md`: a line per method and per type, to be read first in a review.
struct SurfaceIndex {
    let api: API
    let names: SwiftNames
    let options: EmissionOptions

    func file() -> String {
        var lines = [
            "<!-- \(FileHeader.text) -->",
            "",
            "# \(options.module)",
            "",
            "The surface of `\(options.client)`: a line per method, then a line per type.",
            "",
            "## Methods",
            "",
        ]
        for resource in api.root.withDescendants {
            for operation in resource.operations { lines.append(line(operation)) }
        }
        lines += servers
        for kind in Payload.Kind.allCases {
            let payloads = api.payloads.filter { $0.kind == kind }
            guard !payloads.isEmpty else { continue }
            let type = names.payloadsType(of: kind)
            lines += ["", "## \(type)", ""]
            lines += zip(payloads, SwiftNames.payloads(payloads)).map { payload, name in
                "- `\(type).\(name)(_:)` → `\(names.text(payload.type))`"
            }
        }
        lines += ["", "## Types", ""]
        lines += api.topLevelTypes.map { "- `\(names.type($0.id))`: \(Self.kind(of: $0))" }
        return lines.joined(separator: "\n") + "\n"
    }

    private var servers: [String] {
        guard !api.service.servers.isEmpty else { return [] }
        let type = "\(options.client).\(ServerEmission.typeName(names))"
        return ["", "## Servers", ""]
            + api.service.servers.map { server in
                let name = SwiftNames.member(server.name, avoiding: ["self", "Type", "init"])
                let arguments = server.variables.map { SwiftNames.member($0.wireName, avoiding: ["self"]) + ":" }
                let call = server.variables.isEmpty ? name : "\(name)(\(arguments.joined()))"
                return "- `\(type).\(call)`: `\(DocumentationText.line(server.url))`"
            }
    }

    private func line(_ operation: Operation) -> String {
        let path = operation.resource.enumerated().map { SwiftNames.accessor($1, isOnClient: $0 == 0) }
        let call = (path + [SwiftNames.method(operation.name)]).joined(separator: ".")
        var arguments = names.arguments(of: operation).map { "\($0):" }
        if operation.hasParams { arguments.append("_:") }
        let result = names.resultText(of: operation).map { " → `\($0)`" } ?? ""
        return
            "- `\(call)(\(arguments.joined()))`\(result): `\(operation.httpMethod) \(DocumentationText.line(operation.path))`"
    }

    private static func kind(of type: TypeDeclaration) -> String {
        switch type.shape {
        case .object(let object): object.properties.count == 1 ? "1 property" : "\(object.properties.count) properties"
        case .enumeration(let enumeration):
            enumeration.values.count == 1 ? "1 value" : "\(enumeration.values.count) values"
        case .union(let union): "one of \(union.members.count) types"
        }
    }
}
