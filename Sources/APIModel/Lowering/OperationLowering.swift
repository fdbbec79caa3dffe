import OpenAPI
import Source

extension Lowering {
    /// The operations of the document that the SDK is to have, in its order, with their names.
    func calls() -> [(site: OperationSite, name: CallName)] {
        let sites = operationSites()
        // A name depends on all operations, so that a filter changes none.
        let names = CallNames(sites.map(\.call)).names
        return zip(sites, names).filter { site, name in
            keeps(site.object, method: site.method, path: site.path.key, name: name.path.joined(separator: "."))
        }.map { (site: $0, name: $1) }
    }

    /// The methods of the operations, in the document's order.
    func operations(of calls: [(site: OperationSite, name: CallName)]) -> [Operation] {
        calls.flatMap { operations(at: $0.site, $0.name) }
    }

    /// The methods of one operation: one, and further ones where it takes bodies or gives answers of several kinds.
    private func operations(at site: OperationSite, _ name: CallName) -> [Operation] {
        let object = site.object
        reportLeftOut(at: site)
        let bodies = bodyForms(of: object)
        let answers = responseForms(of: object, method: site.method)
        let note = otherFormsNote(bodies.first, answers[0])
        var operations = [operation(at: site, name, bodies.first, answers[0], note, isPlain: true)]
        for form in bodies.dropFirst() {
            operations.append(operation(at: site, name.with(form.suffix), form, answers[0], note, isPlain: false))
        }
        for answer in answers.dropFirst() {
            operations.append(operation(at: site, name.with(answer.suffix), bodies.first, answer, note, isPlain: false))
        }
        return operations
    }

    private func operation(
        at site: OperationSite,
        _ name: CallName,
        _ bodyForm: BodyForm?,
        _ answer: ResponseForm,
        _ note: String?,
        isPlain: Bool
    ) -> Operation {
        let object = site.object
        let qualifiedName = name.path.joined(separator: ".")
        var parameters = self.in(.request) { self.parameters(at: site, owner: qualifiedName) }
        let fixedQuery = self.fixedQuery(at: site, &parameters)
        applyHeaderValues(of: object, to: &parameters)
        var body = self.in(.request) {
            bodyForm.flatMap { form in
                self.body(
                    in: form,
                    method: site.method,
                    hasOthers: parameters.contains { $0.location != .path },
                    owner: .parameters(qualifiedName)
                )
            }
        }
        if answer.isStream || answer.hasStreamTwin { body?.fixStreamFlag(to: answer.isStream) }
        tellApart(&parameters, from: body)
        let owner = TypeDeclaration.Owner.response(qualifiedName)
        var response = self.response(in: answer, of: object, method: site.method, owner: owner)
        if let accept = object.headerValues.first(where: Self.isAccept) { response.accept = accept.value.text }
        if case .events(let type, var format) = response.content, format.terminator == nil, body?.namesDone == true {
            format.terminator = "[DONE]"
            response.content = .events(type, format)
        }
        let documentation = documentation(of: object, answer, note)
        let server = server(of: object, in: site.item)
        let errors = errors(of: object, owner: owner)
        let security = security(of: object)
        return Operation(
            resource: name.resource,
            name: name.method,
            qualifiedName: qualifiedName,
            documentation: documentation,
            httpMethod: site.method,
            path: site.key.template,
            server: server,
            parameters: parameters,
            fixedQuery: fixedQuery,
            body: body,
            response: response,
            errors: errors,
            security: security,
            pagination: isPlain ? pagination(of: object, site.method, parameters, response.content) : nil,
            source: object.method?.range ?? site.methodRange
        )
    }

    /// - Parameter note: What is said of other forms of the call.
    private func documentation(
        of object: OperationObject,
        _ answer: ResponseForm,
        _ note: String?
    ) -> Documentation {
        var notes: [String] = []
        if let documentation = object.node["externalDocs"], let url = documentation["url"]?.string {
            notes.append("See [\(documentation["description"]?.string ?? url)](\(url)).")
        }
        for success in answer.successes {
            guard let response: ResponseObject = document.view(success.value) else { continue }
            for link in response.links { notes.append(self.note(of: link)) }
        }
        if let note { notes.append(note) }
        return Documentation(
            summary: object.summary,
            text: object.description,
            notes: notes,
            isDeprecated: object.isDeprecated
        )
    }

    /// A sentence on a Link Object (OpenAPI 3.2.0, section 4.20), which has no other form in the SDK.
    private func note(of link: YAMLMember) -> String {
        let node = document.resolve(link.value) ?? link.value
        var text = "Link `\(link.key)`"
        if let target = node["operationId"]?.string ?? node["operationRef"]?.string { text += " to `\(target)`" }
        let values = (node["parameters"].map { Array($0.members) } ?? []).compactMap { member in
            member.value.kind == .mapping || member.value.kind == .sequence
                ? nil : "`\(member.key)` is `\(member.value.text)`"
        }
        if !values.isEmpty { text += ": " + values.joined(separator: ", ") }
        if let description = node["description"]?.string { text += ". " + description }
        return text.hasSuffix(".") ? text : text + "."
    }

    private func reportLeftOut(at site: OperationSite) {
        if site.object.node["responses"] == nil || site.object.responses.isEmpty { return }
        let hasSuccess = site.object.responses.contains { member in
            ["1", "2", "3", "d"].contains { member.key.hasPrefix($0) }
        }
        if !hasSuccess {
            report.warning(
                .value,
                "no response of this operation is a success",
                at: site.object.keyRange(of: "responses"),
                hint: "the call gives nothing"
            )
        }
    }

    /// The query members that every call sends: those of `x-sdk-query`, and those in the path's key.
    private func fixedQuery(at site: OperationSite, _ parameters: inout [Parameter]) -> [NamedValue] {
        for member in site.object.fixedQuery
        where parameters.contains(where: { $0.location == .query && $0.wireName == member.key }) {
            report.error(.value, "'\(member.key)' is a query parameter of this operation as well", at: member.keyRange)
        }
        let given = site.object.fixedQuery.map { NamedValue(name: $0.key, value: $0.value.text) }
        let inPath = site.key.query.filter { member in !given.contains { $0.name == member.name } }
        parameters.removeAll { parameter in
            parameter.location == .query && inPath.contains { $0.name == parameter.wireName }
        }
        return inPath + given
    }

    /// Whether a value is for the header that no parameter can stand for (OpenAPI 3.2.0, section 4.12.2.1).
    private static func isAccept(_ member: YAMLMember) -> Bool { member.key.lowercased() == "accept" }

    /// Puts the values of `x-sdk-header-values` on the header parameters that they append to.
    private func applyHeaderValues(of object: OperationObject, to parameters: inout [Parameter]) {
        for member in object.headerValues where !Self.isAccept(member) {
            let name = member.key.lowercased()
            let index = parameters.firstIndex { $0.location == .header && $0.wireName.lowercased() == name }
            guard let index else {
                let headers = parameters.filter { $0.location == .header }.map(\.wireName)
                let near = suggestions.closest(to: member.key, among: headers)
                report.error(
                    .value,
                    "no header parameter '\(member.key)' of this operation",
                    at: member.keyRange,
                    hint: near.map { "did you mean '\($0)'?" }
                )
                continue
            }
            parameters[index].forcedValues.append(member.value.text)
        }
    }
}

extension CallName {
    /// The name of a further method of the same operation.
    fileprivate func with(_ suffix: String) -> CallName {
        suffix.isEmpty ? self : CallName(resource: resource, method: method + "_" + suffix)
    }
}

extension Body {
    /// Whether the member `stream` tells of the habit to end a stream with the data `[DONE]`.
    fileprivate var namesDone: Bool {
        guard case .object(let object) = content else { return false }
        return object.properties.contains { property in
            property.wireName == "stream" && property.documentation.text?.contains("[DONE]") == true
        }
    }

    /// Decides the boolean member `stream` where an API has it choose between a stream and one answer.
    fileprivate mutating func fixStreamFlag(to value: Bool) {
        guard case .object(var object) = content,
            let index = object.properties.firstIndex(where: { $0.wireName == "stream" && $0.type == .scalar(.boolean) })
        else { return }
        if value {
            object.properties[index].presence = .constant(.boolean(true))
            object.properties[index].defaultValue = nil
        } else {
            object.properties.remove(at: index)
        }
        content = .object(object)
    }
}
