import OpenAPI
import Source

/// The headers of the parts of a multipart body (OpenAPI 3.2.0, section 4.15). Those that have one value are the SDK's
/// business, the others are values of the call.
extension Lowering {
    /// The headers of a part that have one value.
    func fixedHeaders(of encoding: EncodingObject) -> [NamedValue] {
        headers(of: encoding).compactMap { name, header, _ in
            onlyValue(of: header).map { NamedValue(name: name, value: $0.text) }
        }
    }

    /// The headers of parts whose values the caller gives.
    func partHeaders(of form: BodyForm, owner: TypeDeclaration.Owner) -> [Parameter] {
        guard form.mediaType.kind == .multipart else { return [] }
        return form.media.encoding.flatMap { member -> [Parameter] in
            guard let encoding: EncodingObject = document.view(member.value) else { return [] }
            return headers(of: encoding).compactMap { name, header, range in
                onlyValue(of: header) == nil ? parameter(name, header, ofPart: member.key, at: range, owner) : nil
            }
        }
    }

    private func parameter(
        _ wireName: String,
        _ header: HeaderObject,
        ofPart part: String,
        at range: SourceRange,
        _ owner: TypeDeclaration.Owner
    ) -> Parameter? {
        let name = header.sdkName ?? "\(part)_\(wireName)"
        let content = header.content.first.flatMap { document.view($0.value, as: MediaTypeObject.self)?.schema }
        var type = LoweredType(reference: .scalar(.string))
        if let schema = header.schema ?? content {
            guard let lowered = self.type(of: schema, name: name, owner: owner) else { return nil }
            type = lowered
        }
        var documentation = type.documentation
        documentation.text = header.description ?? documentation.text
        documentation.isDeprecated = header.isDeprecated
        documentation.notes.append("A header of the part `\(part)`.")
        return Parameter(
            location: .part(part),
            wireName: wireName,
            name: name,
            documentation: documentation,
            type: Self.withoutFiles(type.reference),
            isRequired: header.isRequired && !type.isNullable,
            defaultValue: header.isRequired ? defaultValue(of: type, presence: .required) : nil,
            allowsReserved: false,
            isJSON: false,
            forcedValues: [],
            source: range
        )
    }

    private func headers(of encoding: EncodingObject) -> [(name: String, header: HeaderObject, range: SourceRange)] {
        encoding.headers.compactMap { member in
            // The content type has a field of its own.
            guard member.key.lowercased() != "content-type", let name = headerName(member.key, at: member.keyRange),
                let header: HeaderObject = document.view(member.value)
            else { return nil }
            return (name, header, member.keyRange)
        }
    }

    /// The one value that a header can have.
    private func onlyValue(of header: HeaderObject) -> YAMLNode? {
        guard let schema = header.schema.map({ merged($0) }) else { return nil }
        let values = schema.enumeration?.value.listElements ?? []
        return schema.constant?.value ?? (values.count == 1 ? values.first : nil)
    }
}
