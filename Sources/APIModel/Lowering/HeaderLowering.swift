import OpenAPI
import Source

extension Lowering {
    /// The type of a response's header fields; nil where the document describes none.
    func headers(of success: ResponseForm.Success, owner: TypeDeclaration.Owner) -> TypeID? {
        // The content type goes with the content (OpenAPI 3.2.0, section 4.17).
        let members = success.object.headers.filter { $0.key.lowercased() != "content-type" }
        guard !members.isEmpty else { return nil }
        let shared = sharedName(of: success.value, suffix: "headers")
        let key = document.resolve(success.value)?.identity ?? success.value.identity
        if shared != nil, let known = headerTypes[key] { return known }
        let id = reserveType()
        let properties = members.compactMap { property(of: $0, owner: .type(id)) }
        guard !properties.isEmpty else { return nil }
        let place = TypePlace(name: shared ?? "headers", owner: shared == nil ? owner : .api, id: id)
        let documentation = Documentation(
            text: "Header fields of an answer: `response.headers(as:)` gives them."
        )
        _ = declare(.object(ObjectType(properties: properties)), at: place, documentation, success.statusRange)
        headerTypes[key] = id
        return id
    }

    private func property(of member: YAMLMember, owner: TypeDeclaration.Owner) -> Property? {
        guard let header: HeaderObject = document.view(member.value),
            let wireName = headerName(member.key, at: member.keyRange)
        else { return nil }
        let content = header.content.first.flatMap { document.view($0.value, as: MediaTypeObject.self)?.schema }
        var type = LoweredType(reference: .scalar(.string))
        let name = header.sdkName ?? wireName
        if let schema = header.schema ?? content, let lowered = self.type(of: schema, name: name, owner: owner) {
            type = lowered
        }
        var documentation = type.documentation
        documentation.text = header.description ?? documentation.text
        documentation.isDeprecated = header.isDeprecated
        return Property(
            wireName: wireName,
            name: name,
            documentation: documentation,
            type: type.reference,
            presence: header.isRequired && !type.isNullable ? .required : .optional,
            source: member.keyRange
        )
    }
}
