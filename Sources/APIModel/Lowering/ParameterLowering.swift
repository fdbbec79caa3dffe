import OpenAPI
import Source

extension Lowering {
    /// The parameters of an operation with those of its path: path parameters first, in the template's order.
    func parameters(
        of operation: OperationObject,
        item: PathItemObject,
        template: PathTemplate,
        path: YAMLMember,
        owner: String
    ) -> [Parameter] {
        var own = unique(operation.parameters)
        for shared in unique(item.parameters) where !own.contains(where: { $0.isSame(as: shared) }) {
            own.append(shared)
        }
        let hasBroken = operation.parameters.count + item.parameters.count > own.count
        checkPath(template, against: own, path: path, isComplete: !hasBroken)
        let parameters = own.compactMap { parameter($0, owner: .parameters(owner)) }
        let inPath = template.names.compactMap { name in
            parameters.first { $0.location == .path && $0.wireName == name }
        }
        return inPath + parameters.filter { $0.location != .path }
    }

    /// The parameters of a list without those that are broken, and without the second of two with one name and place.
    private func unique(_ nodes: [YAMLNode]) -> [LocatedParameter] {
        var result: [LocatedParameter] = []
        for node in nodes {
            guard let object: ParameterObject = document.view(node) else { continue }
            let parameter = LocatedParameter(object: object, range: node.headRange)
            if let first = result.first(where: { $0.isSame(as: parameter) }) {
                report.error(
                    .duplicateParameter,
                    "there is a \(object.location ?? "") parameter '\(object.name ?? "")' already",
                    at: parameter.range,
                    notes: [Diagnostic.Note(message: "first here", range: first.range)]
                )
                continue
            }
            result.append(parameter)
        }
        return result
    }

    /// Holds the names in a path's braces against the path parameters.
    private func checkPath(
        _ template: PathTemplate,
        against parameters: [LocatedParameter],
        path: YAMLMember,
        isComplete: Bool
    ) {
        guard template.isWellFormed else {
            return report.error(.pathParameters, "unpaired brace or empty name in the path", at: path.keyRange)
        }
        let declared = parameters.filter { $0.object.location == "path" }
        for name in template.names where isComplete && !declared.contains(where: { $0.object.name == name }) {
            let near = Spelling.closest(to: name, among: declared.compactMap(\.object.name))
            report.error(
                .pathParameters,
                "'{\(name)}' in the path has no path parameter",
                at: path.keyRange,
                hint: near.map { "is '\($0)' meant?" } ?? "declare it under 'parameters' with 'in: path'"
            )
        }
        for parameter in declared {
            guard let name = parameter.object.name, !template.names.contains(name) else { continue }
            let near = Spelling.closest(to: name, among: template.names)
            report.error(
                .pathParameters,
                "path parameter '\(name)' is not in the path '\(path.key)'",
                at: parameter.object.range(of: "name"),
                hint: near.map { "did you mean '\($0)'?" }
            )
        }
    }

    private func parameter(_ located: LocatedParameter, owner: TypeDeclaration.Owner) -> Parameter? {
        let object = located.object
        guard let name = object.name, let location = location(of: object), isDefaultStyle(object, location) else {
            return nil
        }
        guard let schema = object.schema else {
            let what = object.content.isEmpty ? "a parameter without a schema" : "a parameter with 'content'"
            unsupported(what, at: object.content.isEmpty ? object.headRange : object.keyRange(of: "content"))
            return nil
        }
        guard let type = type(of: schema, name: object.sdkName ?? name, owner: owner) else { return nil }
        return Parameter(
            location: location,
            wireName: name,
            name: object.sdkName ?? name,
            documentation: Documentation(
                text: object.description ?? type.documentation.text,
                isDeprecated: object.isDeprecated
            ),
            type: type.reference,
            isRequired: object.isRequired || location == .path,
            forcedValues: [],
            source: object.range(of: "name")
        )
    }

    private func location(of object: ParameterObject) -> Parameter.Location? {
        switch object.location {
        case "path": return .path
        case "query": return .query
        case "header": return .header
        default:
            if let location = object.location, ["cookie", "querystring"].contains(location) {
                unsupported("a \(location) parameter", at: object.range(of: "in"))
            }
            return nil
        }
    }

    /// Whether a parameter is written the way OpenAPI has it where nothing is said (3.2.0, section 4.12.2.2).
    private func isDefaultStyle(_ object: ParameterObject, _ location: Parameter.Location) -> Bool {
        let style = location == .query ? "form" : "simple"
        if let given = object.style, given != style {
            unsupported("the style '\(given)' of a \(object.location ?? "") parameter", at: object.range(of: "style"))
            return false
        }
        if let explode = object.explode, explode != (location == .query) {
            unsupported(
                "'explode: \(explode)' of a \(object.location ?? "") parameter",
                at: object.range(of: "explode")
            )
            return false
        }
        return true
    }
}

/// A parameter with the place where an operation lists it.
private struct LocatedParameter {
    let object: ParameterObject
    let range: SourceRange

    func isSame(as other: LocatedParameter) -> Bool {
        object.name == other.object.name && object.location == other.object.location
    }
}
