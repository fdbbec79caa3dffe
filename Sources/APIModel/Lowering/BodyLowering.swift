import OpenAPI
import Source

extension Lowering {
    /// The body that an operation sends.
    func body(of node: YAMLNode, owner: TypeDeclaration.Owner) -> Body? {
        guard let object: RequestBodyObject = document.view(node) else { return nil }
        guard let schema = jsonSchema(among: object.content, of: "a request body", at: object.headRange) else {
            return nil
        }
        if let object = bodyObject(of: schema, owner: owner) { return .object(object) }
        guard let type = type(of: schema, name: "body", owner: owner) else { return nil }
        return .value(
            type.isNullable ? .nullable(type.reference) : type.reference,
            documentation: Documentation(text: object.description ?? type.documentation.text),
            isRequired: object.isRequired
        )
    }

    /// What a successful call gives, with what the spec says of it; nil where that is beyond us, which has been reported.
    func response(of operation: OperationObject, owner: TypeDeclaration.Owner) -> (ResponseContent, text: String?)? {
        let successes = operation.responses.filter { $0.key.hasPrefix("2") }
        guard let success = successes.first ?? operation.responses.first(where: { $0.key == "default" }) else {
            return (.empty, nil)
        }
        if let second = successes.dropFirst().first {
            unsupported("a second success status", at: second.keyRange)
            return nil
        }
        guard let object: ResponseObject = document.view(success.value) else { return nil }
        guard !object.content.isEmpty else { return (.empty, object.description) }
        guard let schema = jsonSchema(among: object.content, of: "a response", at: success.keyRange) else { return nil }
        guard let type = type(of: schema, name: "response", owner: owner) else { return nil }
        return (.json(type.reference, isNullable: type.isNullable), object.description)
    }

    /// The schema of the JSON form of a body.
    private func jsonSchema(among content: [YAMLMember], of what: String, at range: SourceRange) -> YAMLNode? {
        guard let form = content.first(where: { Self.isJSON($0.key) }) else {
            unsupported("\(what) that is not JSON", at: content.first?.keyRange ?? range)
            return nil
        }
        if let second = content.first(where: { $0.key != form.key }) {
            unsupported("a second media type of \(what)", at: second.keyRange)
            return nil
        }
        guard let media: MediaTypeObject = document.view(form.value) else { return nil }
        guard let schema = media.schema else {
            unsupported("\(what) without a schema", at: form.keyRange)
            return nil
        }
        return schema
    }

    /// Whether a media type is JSON: `application/json` or with the suffix `+json` (RFC 6839), parameters aside.
    static func isJSON(_ mediaType: String) -> Bool {
        let essence = mediaType.split(separator: ";", maxSplits: 1).first?.lowercased() ?? ""
        let trimmed = essence.filter { $0 != " " }
        return trimmed == "application/json" || trimmed.hasSuffix("+json")
    }
}
