import OpenAPI
import Source

extension Lowering {
    /// The parameters of an operation with those of its path: path parameters first, in the template's order.
    func parameters(at site: OperationSite, owner: String) -> [Parameter] {
        let template = PathTemplate(site.key.template)
        var own = unique(site.object.parameters)
        let overridden = Set(own.map(\.identity))
        own += unique(site.item.parameters).filter { !overridden.contains($0.identity) }
        let isComplete = (site.object.parameters + site.item.parameters).allSatisfy { node in
            document.view(node, as: ParameterObject.self) != nil
        }
        let missing = checkPath(template, against: own, path: site.path, isComplete: isComplete)
        own.removeAll { $0.object.location == "path" && !template.names.contains($0.identity.name) }
        var parameters = own.compactMap { parameter($0, owner: .parameters(owner)) }
        parameters += missing.map { Parameter(undeclared: $0, source: site.path.keyRange) }
        for index in parameters.indices where parameters[index].location == .path {
            // An asterisk behind the name of a list says how the list is written.
            if case .array = parameters[index].type { continue }
            guard site.key.spanningNames.contains(parameters[index].wireName) else { continue }
            parameters[index].allowsReserved = true
            parameters[index].documentation.notes.append("Slashes in the value divide segments of the path.")
        }
        if let whole = parameters.first(where: { $0.location == .queryString }) {
            parameters.removeAll { parameter in
                guard parameter.location == .query else { return false }
                report.error(
                    .value,
                    "a query parameter beside '\(whole.wireName)', which is the whole query",
                    at: parameter.source
                )
                return true
            }
        }
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
                report.warning(
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
    ///
    /// - Returns: The names that no parameter declares.
    private func checkPath(
        _ template: PathTemplate,
        against parameters: [LocatedParameter],
        path: YAMLMember,
        isComplete: Bool
    ) -> [String] {
        guard template.isWellFormed else {
            report.error(.pathParameters, "unpaired brace or empty name in the path", at: path.keyRange)
            return []
        }
        let names = Set(template.names)
        if names.count < template.names.count {
            reportOnce(
                .pathParameters,
                "a name stands twice in the path",
                at: path.keyRange,
                hint: "its value is sent in both places"
            )
        }
        let declared = parameters.filter { $0.object.location == "path" }
        let declaredNames = Set(declared.map(\.identity.name))
        var seen = declaredNames
        let missing = isComplete ? template.names.filter { seen.insert($0).inserted } : []
        for name in missing {
            let near = suggestions.closest(to: name, among: declared.map(\.identity.name))
            report.warning(
                .pathParameters,
                "'{\(name)}' in the path has no path parameter",
                at: path.keyRange,
                hint: near.map { "is '\($0)' meant?" } ?? "it is taken for a string"
            )
        }
        for parameter in declared where parameter.object.name != nil {
            let name = parameter.identity.name
            guard !names.contains(name) else {
                checkRequired(parameter.object)
                continue
            }
            let near = suggestions.closest(to: name, among: template.names)
            report.warning(
                .pathParameters,
                "path parameter '\(name)' is not in the path '\(path.key)'",
                at: parameter.object.range(of: "name"),
                hint: near.map { "did you mean '\($0)'?" } ?? "it is left out"
            )
        }
        return missing
    }

    /// Holds a path parameter against the rule that it is required (OpenAPI 3.2.0, section 4.12.2).
    private func checkRequired(_ parameter: ParameterObject) {
        guard !parameter.isRequired else { return }
        reportOnce(
            .pathParameters,
            "path parameter '\(parameter.name ?? "")' is not marked as required",
            at: parameter.range(of: parameter.node["required"] == nil ? "name" : "required"),
            hint: "it is taken for required; write 'required: true'"
        )
    }

    private func parameter(_ located: LocatedParameter, owner: TypeDeclaration.Owner) -> Parameter? {
        let object = located.object
        guard object.name != nil, let location = location(of: object) else { return nil }
        var name = located.identity.name
        if location == .header {
            guard let header = headerName(name, at: object.range(of: "name")) else { return nil }
            name = header
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
        guard let (schema, isContent) = schema(of: object, named: name) else { return nil }
        var type = LoweredType(reference: .scalar(.string))
        if let schema {
            guard let lowered = self.type(of: schema, name: object.sdkName ?? name, owner: owner) else { return nil }
            type = lowered
        }
        // A null is not sent: where it is the default, nothing need be given.
        let isNothingDefault = type.isNullable && type.defaultValue?.kind == .null
        let isRequired = object.isRequired && !isNothingDefault || location == .path
        var documentation = type.documentation
        documentation.text = object.description ?? documentation.text
        documentation.isDeprecated = object.isDeprecated
        if let value = type.defaultValue.flatMap(Self.shortText) {
            documentation.notes.append("Default: \(Self.code(value)).")
        }
        if let constant = type.constant { documentation.notes.append(Self.onlyValue(constant)) }
        // What can have one value only need not be given.
        let standard = type.constant.map { .literal($0) } ?? defaultValue(of: type, presence: .required)
        var parameter = Parameter(
            location: location,
            wireName: name,
            name: object.sdkName ?? name,
            documentation: documentation,
            type: Self.withoutFiles(type.reference),
            isRequired: isRequired,
            defaultValue: isRequired && !isNothingDefault ? standard : nil,
            style: style(of: object, location),
            explode: object.explode,
            allowsReserved: object.allowsReserved && location == .query,
            isJSON: isContent,
            forcedValues: [],
            source: object.range(of: "name")
        )
        if !isContent { checkForm(of: &parameter, at: schema?.headRange ?? object.headRange) }
        return parameter
    }

    /// A type with texts for files: only a body holds bytes as they are.
    static func withoutFiles(_ type: TypeReference) -> TypeReference {
        switch type {
        case .file: .scalar(.string)
        case .array(let element): .array(withoutFiles(element))
        case .map(let value): .map(withoutFiles(value))
        case .nullable(let type): .nullable(withoutFiles(type))
        case .scalar, .json, .named: type
        }
    }

    /// The schema of a parameter, and whether it is written in a media type, which is JSON; nil where that is not said.
    private func schema(of object: ParameterObject, named name: String) -> (YAMLNode?, isContent: Bool)? {
        guard let form = object.content.first else {
            if object.schema == nil {
                report.warning(
                    .value,
                    "the parameter '\(name)' has neither 'schema' nor 'content'",
                    at: object.headRange,
                    hint: "it is taken for a string"
                )
            }
            return (object.schema, false)
        }
        if object.schema != nil {
            report.warning(
                .value,
                "'schema' beside 'content'",
                at: object.keyRange(of: "schema"),
                hint: "it is ignored"
            )
        }
        guard let media: MediaTypeObject = document.view(form.value) else { return nil }
        switch MediaName(form.key).kind {
        case .json, .any: return (media.schema, true)
        // The members of a form are those of a query in their default style.
        case .form: return (media.schema, false)
        default: return (nil, false)
        }
    }

    /// Header parameters with these names are ignored (OpenAPI 3.2.0, section 4.12.2).
    private static let headersOfOtherObjects: Set<String> = ["accept", "content-type", "authorization"]

    /// The name of a header without what does not belong to it; nil for a text that cannot be one, which is told.
    func headerName(_ name: String, at range: SourceRange) -> String? {
        guard !Self.isToken(name) else { return name }
        var text = Substring(name)
        while text.first?.isWhitespace == true { text.removeFirst() }
        while let last = text.last, last.isWhitespace || last == ":" { text.removeLast() }
        let inside = String(text)
        reportOnce(
            .value,
            "'\(name)' cannot be the name of a header",
            at: range,
            hint: Self.isToken(inside) ? "it is read as '\(inside)'" : "the header is left out"
        )
        return Self.isToken(inside) ? inside : nil
    }

    /// Whether a text is a token (RFC 9110, section 5.6.2).
    static func isToken(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
                    || "!#$%&'*+-.^_`|~".utf8.contains(byte)
            }
    }

    /// Makes a parameter JSON whose values no style writes.
    private func checkForm(of parameter: inout Parameter, at range: SourceRange) {
        guard !parameter.isJSON, parameter.location != .queryString, parameter.style != .deepObject,
            document.root.client?.queryArrays != "brackets"
        else { return }
        switch parameter.type {
        case .array(let element) where isComposite(element), .map(let element) where isComposite(element):
            parameter.isJSON = true
            report.warning(
                .value,
                "no style writes nested values in a \(parameter.location.name)",
                at: range,
                hint: "they are sent as JSON; say so with 'content'"
            )
        default: break
        }
    }

    private func isComposite(_ type: TypeReference) -> Bool {
        switch type {
        case .scalar, .json, .file: false
        case .nullable(let type): isComposite(type)
        case .array, .map: true
        case .named(let id):
            // A type that only has a place so far is an object.
            switch types[id.index]?.shape {
            case .object, nil: true
            case .enumeration, .union: false
            }
        }
    }

    private func location(of object: ParameterObject) -> Parameter.Location? {
        switch object.location {
        case "path": .path
        case "query": .query
        case "header": .header
        case "cookie": .cookie
        case "querystring": .queryString
        default: nil
        }
    }

    /// The style of a parameter, where it is not that of its place (OpenAPI 3.2.0, section 4.12.2.2).
    private func style(of object: ParameterObject, _ location: Parameter.Location) -> Parameter.Style? {
        guard let text = object.style, let style = Parameter.Style(rawValue: text) else { return nil }
        guard location.styles.contains(style) else {
            report.warning(
                .value,
                "the style '\(text)' has no meaning in a \(location.name)",
                at: object.range(of: "style"),
                hint: "the parameter is written in the style '\(location.styles.first?.rawValue ?? "form")'"
            )
            return nil
        }
        return style == location.styles.first ? nil : style
    }
}

extension Parameter {
    /// A place in the path that nothing else is said of.
    fileprivate init(undeclared name: String, source: SourceRange) {
        self.init(
            location: .path,
            wireName: name,
            name: name,
            documentation: Documentation(),
            type: .scalar(.string),
            isRequired: true,
            allowsReserved: false,
            isJSON: false,
            forcedValues: [],
            source: source
        )
    }
}

extension Parameter.Location {
    /// The styles of the place, the default first.
    fileprivate var styles: [Parameter.Style] {
        switch self {
        case .path: [.simple, .label, .matrix]
        case .query: [.form, .spaceDelimited, .pipeDelimited, .deepObject]
        case .header, .part: [.simple]
        case .cookie: [.form, .cookie]
        case .queryString: [.form]
        }
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
        let name = object.name ?? ""
        identity = Identity(
            name: object.location == "path" ? PathKey.variable(name) : name,
            location: object.location ?? ""
        )
    }

    /// What tells the parameters of an operation apart (OpenAPI 3.2.0, section 4.12).
    struct Identity: Hashable {
        let name: String
        let location: String
    }
}
