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
        let overridden = Set(own.map(\.identity))
        own += unique(item.parameters).filter { !overridden.contains($0.identity) }
        let hasBroken = operation.parameters.count + item.parameters.count > own.count
        checkPath(template, against: own, path: path, isComplete: !hasBroken)
        let parameters = own.compactMap { parameter($0, owner: .parameters(owner)) }
        let positions = Dictionary(zip(template.names, 0...), uniquingKeysWith: { first, _ in first })
        let inPath = parameters.filter { $0.location == .path }.sorted { left, right in
            positions[left.wireName, default: .max] < positions[right.wireName, default: .max]
        }
        return inPath + parameters.filter { $0.location != .path }
    }

    /// The parameters of a list without those that are broken, and without the second of two with one name and place.
    private func unique(_ nodes: [YAMLNode]) -> [LocatedParameter] {
        var result: [LocatedParameter] = []
        var places: [LocatedParameter.Identity: SourceRange] = [:]
        for node in nodes {
            guard let object: ParameterObject = document.view(node) else { continue }
            let parameter = LocatedParameter(object: object, range: node.headRange)
            if let first = places[parameter.identity] {
                report.error(
                    .duplicateParameter,
                    "there is a \(object.location ?? "") parameter '\(object.name ?? "")' already",
                    at: parameter.range,
                    notes: [Diagnostic.Note(message: "first here", range: first)]
                )
                continue
            }
            places[parameter.identity] = parameter.range
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
        let names = Set(template.names)
        if names.count < template.names.count {
            report.error(.pathParameters, "a name stands twice in the path", at: path.keyRange)
        }
        let declared = parameters.filter { $0.object.location == "path" }
        let declaredNames = Set(declared.compactMap(\.object.name))
        for name in template.names where isComplete && !declaredNames.contains(name) {
            let near = suggestions.closest(to: name, among: declared.compactMap(\.object.name))
            report.error(
                .pathParameters,
                "'{\(name)}' in the path has no path parameter",
                at: path.keyRange,
                hint: near.map { "is '\($0)' meant?" } ?? "declare it under 'parameters' with 'in: path'"
            )
        }
        for parameter in declared {
            guard let name = parameter.object.name, !names.contains(name) else { continue }
            let near = suggestions.closest(to: name, among: template.names)
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
        guard let name = object.name, let location = location(of: object) else { return nil }
        if location == .header {
            guard isHeaderName(name, at: object.range(of: "name")) else { return nil }
            guard !Self.headersOfOtherObjects.contains(name.lowercased()) else {
                report.warning(
                    .value,
                    "OpenAPI ignores a header parameter '\(name)'",
                    at: object.range(of: "name"),
                    hint: "the media types and 'security' say what is sent"
                )
                return nil
            }
        }
        guard isDefaultStyle(object, location) else { return nil }
        guard let schema = object.schema, object.content.isEmpty else {
            let what = object.content.isEmpty ? "a parameter without a schema" : "a parameter with 'content'"
            unsupported(what, at: object.content.isEmpty ? object.headRange : object.keyRange(of: "content"))
            return nil
        }
        guard let type = type(of: schema, name: object.sdkName ?? name, owner: owner) else { return nil }
        guard hasForm(type.reference, in: location) else {
            unsupported("a \(object.location ?? "") parameter of this type", at: schema.headRange)
            return nil
        }
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

    /// Header parameters with these names are ignored (OpenAPI 3.2.0, section 4.12.2).
    private static let headersOfOtherObjects: Set<String> = ["accept", "content-type", "authorization"]

    /// Whether a text can be the name of a header, a token (RFC 9110, section 5.6.2); reports one that cannot.
    func isHeaderName(_ name: String, at range: SourceRange) -> Bool {
        let marks = Set("!#$%&'*+-.^_`|~".utf8)
        let isToken =
            !name.isEmpty
            && name.utf8.allSatisfy { byte in
                marks.contains(byte) || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
                    || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
            }
        if !isToken { report.error(.value, "'\(name)' cannot be the name of a header", at: range) }
        return isToken
    }

    /// Whether a value can be written in a place in OpenAPI's default style, which has no form for nested values, nor
    /// here for an object in a path.
    private func hasForm(_ type: TypeReference, in location: Parameter.Location) -> Bool {
        switch type {
        case .array(let element), .nullable(.array(let element)): isScalar(element)
        case .file: false
        case .map(let value): location != .path && isScalar(value)
        case .named(let id): location != .path || isEnumeration(id)
        case .scalar, .json, .nullable: true
        }
    }

    private func isScalar(_ type: TypeReference) -> Bool {
        switch type {
        case .scalar, .json: true
        case .nullable(let type): isScalar(type)
        case .named(let id): isEnumeration(id)
        case .array, .map, .file: false
        }
    }

    /// Whether a type is an enumeration: an object has only its place while operations are made.
    private func isEnumeration(_ id: TypeID) -> Bool {
        if case .enumeration? = types[id.index]?.shape { true } else { false }
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
        if object.allowsReserved {
            unsupported("'allowReserved'", at: object.keyRange(of: "allowReserved"))
            return false
        }
        return true
    }
}

/// A parameter with the place where an operation lists it.
private struct LocatedParameter {
    let object: ParameterObject
    let range: SourceRange

    let identity: Identity

    init(object: ParameterObject, range: SourceRange) {
        self.object = object
        self.range = range
        identity = Identity(name: object.name ?? "", location: object.location ?? "")
    }

    /// What tells the parameters of an operation apart (OpenAPI 3.2.0, section 4.12).
    struct Identity: Hashable {
        let name: String
        let location: String
    }
}
