import OpenAPI
import Source

extension Lowering {
    /// What calls of an operation that fail are answered with, in the document's order.
    func errors(of operation: OperationObject, owner: TypeDeclaration.Owner) -> [ErrorResponse] {
        let hasSuccess = operation.responses.contains { $0.key.hasPrefix("2") }
        var errors: [ErrorResponse] = []
        for member in operation.responses {
            guard ["3", "4", "5"].contains(member.key.prefix(1)) || member.key == "default" && hasSuccess,
                let object: ResponseObject = document.view(member.value)
            else { continue }
            errors.append(
                ErrorResponse(
                    status: member.key,
                    text: object.description,
                    type: errorType(of: object, member, owner: owner)
                )
            )
        }
        return errors
    }

    private func errorType(
        of object: ResponseObject,
        _ member: YAMLMember,
        owner: TypeDeclaration.Owner
    ) -> TypeReference? {
        guard let form = object.content.first(where: { MediaName($0.key).kind == .json }),
            let media: MediaTypeObject = document.view(form.value), let schema = media.schema
        else { return nil }
        let status = StatusName.name(of: member.key)
        let name = status == "default" ? "error" : status.hasSuffix("error") ? status : "\(status)_error"
        return answerType(of: schema, in: member.value, named: name, suffix: "error", owner: owner).map(\.asElement)
    }

    /// The type of what a response holds.
    ///
    /// A type that a response with a place of its own declares belongs not to the one call that happens to be made
    /// first, but to all.
    ///
    /// - Parameters:
    ///   - response: The response, or a reference to it.
    ///   - name: The name of a type that belongs to the call.
    ///   - suffix: What the name of one that belongs to all ends with.
    func answerType(
        of schema: YAMLNode,
        in response: YAMLNode,
        named name: String,
        suffix: String,
        owner: TypeDeclaration.Owner
    ) -> LoweredType? {
        guard let shared = sharedName(of: response, suffix: suffix) else {
            return type(of: schema, name: name, owner: owner)
        }
        let key = LoweredKey(node: schema.identity, direction: direction)
        if let known = sharedTypes[key] { return known }
        guard let type = type(of: schema, name: shared, owner: .api) else { return nil }
        sharedTypes[key] = type
        return type
    }

    /// The name of a type that a response with a place of its own declares; nil for one that is written in an operation.
    func sharedName(of response: YAMLNode, suffix: String) -> String? {
        guard let reference = ownReference(to: response), let target = document.resolve(response) else { return nil }
        let key = SharedName(node: target.identity, suffix: suffix)
        if let name = sharedNames[key] { return name }
        let last = reference.tokens.last ?? String(FilePaths.name(of: reference.file).prefix { $0 != "." })
        let words = NameWords.words(of: last)
        let saysIt = words.last == suffix || words.last == "response" && suffix != "headers"
        var name = saysIt ? last : "\(last)_\(suffix)"
        if schemaWords.contains(NameWords.words(of: name).joined()) { name += "_body" }
        sharedNames[key] = name
        return name
    }

    /// The reference by which a response with a place of its own is reached. A whole operation may be reached by one too,
    /// and the way then goes by its response of a status: that is no place of its own.
    private func ownReference(to response: YAMLNode) -> Reference? {
        var node: YAMLNode? = response
        while let current = node, let text = current["$ref"]?.string {
            let reference = Reference(text)
            let (place, status) = (reference.tokens.dropLast().last, reference.tokens.last ?? "")
            let isInOperation = place == "responses" && reference.tokens.first != "components"
            guard isInOperation, status == "default" || status.first?.isNumber == true else { return reference }
            node = document.next(after: current)
        }
        return nil
    }
}

/// What the name of a type is made of that a response with a place of its own declares.
struct SharedName: Hashable {
    let node: YAMLNode.ID
    let suffix: String
}
