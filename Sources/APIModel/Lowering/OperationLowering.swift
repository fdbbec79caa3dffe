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
        let switches = streamSwitches(of: object, answers)
        let plain = operation(at: site, name, bodies.first, answers[0], like: nil)
        var operations = [plain]
        for form in bodies.dropFirst() {
            operations.append(operation(at: site, name.with(form.suffix), form, answers[0], like: plain))
        }
        for answer in answers.dropFirst() {
            let isTaken = bodies.contains { $0.suffix == answer.suffix }
            let suffix =
                isTaken ? answer.suffix.replacing("as_", with: "returning_", maxReplacements: 1) : answer.suffix
            operations.append(operation(at: site, name.with(suffix), as: plain, bodies.first, answer))
        }
        for operation in operations { apply(switches, to: operation) }
        checkLongRequests(of: object, operations)
        noteResultsURL(of: object, operations)
        return operations
    }

    /// - Parameter plain: The operation's first method, which is answered with the same.
    private func operation(
        at site: OperationSite,
        _ name: CallName,
        _ bodyForm: BodyForm?,
        _ answer: ResponseForm,
        like plain: Operation?
    ) -> Operation {
        let object = site.object
        let qualifiedName = name.path.joined(separator: ".")
        var parameters = self.in(.request) { self.parameters(at: site, owner: qualifiedName) }
        let fixedQuery = self.fixedQuery(at: site, &parameters)
        applyHeaderValues(of: object, to: &parameters)
        if let bodyForm {
            parameters += self.in(.request) { partHeaders(of: bodyForm, owner: .parameters(qualifiedName)) }
        }
        let body = self.in(.request) {
            bodyForm.flatMap { form in
                self.body(
                    in: form,
                    method: site.method,
                    hasOthers: parameters.contains { $0.location != .path },
                    owner: .parameters(qualifiedName)
                )
            }
        }
        tellApart(&parameters, from: body)
        let owner = TypeDeclaration.Owner.response(qualifiedName)
        let response =
            plain?.response ?? self.response(in: answer, of: object, method: site.method, body, owner: owner)
        let operation = Operation(
            name: name,
            documentation: documentation(of: object, bodyForm, answer),
            httpMethod: site.method,
            path: site.key.template,
            server: server(of: object, in: site.item),
            parameters: parameters,
            fixedQuery: fixedQuery,
            body: body,
            response: response,
            errors: plain?.errors ?? errors(of: object, owner: owner),
            security: security(of: object),
            source: object.method?.range ?? site.methodRange
        )
        if plain == nil { operation.pagination = pagination(of: object, operation) }
        operation.longRequest = longRequest(of: object, body, isStream: response.isStream)
        return operation
    }

    /// A further method of an operation, which sends the same as its first one and is answered in another way.
    private func operation(
        at site: OperationSite,
        _ name: CallName,
        as plain: Operation,
        _ bodyForm: BodyForm?,
        _ answer: ResponseForm
    ) -> Operation {
        let owner = TypeDeclaration.Owner.response(name.path.joined(separator: "."))
        let operation = plain.sibling(
            named: name.method,
            documentation(of: site.object, bodyForm, answer),
            response(in: answer, of: site.object, method: site.method, plain.body, owner: owner)
        )
        operation.longRequest = longRequest(of: site.object, plain.body, isStream: operation.response.isStream)
        return operation
    }

    /// What a successful call gives, with what the body tells of the end of a stream.
    private func response(
        in form: ResponseForm,
        of object: OperationObject,
        method: String,
        _ body: Body?,
        owner: TypeDeclaration.Owner
    ) -> Response {
        var response = self.response(in: form, of: object, method: method, owner: owner)
        if case .events(let type, var format) = response.content, format.terminator == nil, body?.namesDone == true {
            format.terminator = "[DONE]"
            response.content = .events(type, format)
        }
        return response
    }

    private func documentation(
        of object: OperationObject,
        _ bodyForm: BodyForm?,
        _ answer: ResponseForm
    ) -> Documentation {
        var notes: [String] = []
        if let documentation = object.node["externalDocs"], let url = documentation["url"]?.string {
            notes.append("See [\(documentation["description"]?.string ?? url)](\(url)).")
        }
        for success in answer.successes {
            guard let response: ResponseObject = document.view(success.value) else { continue }
            for link in response.links { notes.append(note(of: link)) }
        }
        if let note = otherFormsNote(bodyForm, answer) { notes.append(note) }
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

    /// Puts the values of `x-sdk-header-values` on the header parameters that they append to.
    private func applyHeaderValues(of object: OperationObject, to parameters: inout [Parameter]) {
        for member in object.headerValues {
            let name = member.key.lowercased()
            let index = parameters.firstIndex { $0.location == .header && $0.wireName.lowercased() == name }
            guard let index else {
                let headers = parameters.filter { $0.location == .header }.map(\.wireName)
                let message = "no header parameter '\(member.key)' of this operation"
                reportUnknown(message, member.key, at: member.keyRange, among: headers)
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
}
