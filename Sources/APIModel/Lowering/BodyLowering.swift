import OpenAPI
import Source

extension Lowering {
    /// The body that an operation sends in one of its forms.
    ///
    /// - Parameters:
    ///   - hasOthers: Whether the call has values beside the body and the path.
    ///   - owner: What types are part of that are written inside it.
    func body(in form: BodyForm, method: String, hasOthers: Bool, owner: TypeDeclaration.Owner) -> Body? {
        let schema = form.media.schema
        switch format(of: form) {
        case .text:
            if form.mediaType.kind == .xml {
                reportOnce(
                    .approximateType,
                    "XML has no Swift type of its own",
                    at: form.range,
                    hint: "it is sent as text"
                )
            }
            return value(.scalar(.string), .text, form)
        case .bytes: return value(.file, .bytes, form)
        case let format:
            guard let schema else { return value(.json, format, form) }
            if let object = flatObject(of: schema, form, method: method, hasOthers: hasOthers, owner: owner) {
                var body = Body(
                    content: .object(object),
                    format: format,
                    mediaType: form.mediaType.text,
                    documentation: Documentation(text: form.object.description),
                    isRequired: form.object.isRequired
                )
                body.isOptionalAsWhole = !form.object.isRequired && !hasOthers
                return body
            }
            guard let type = type(of: schema, name: "body", owner: owner) else { return nil }
            var body = value(type.isNullable ? .nullable(type.reference) : type.reference, format, form)
            if body.documentation.isEmpty { body.documentation = type.documentation }
            return body
        }
    }

    private func value(_ type: TypeReference, _ format: Body.Format, _ form: BodyForm) -> Body {
        Body(
            content: .value(type),
            format: format,
            mediaType: form.mediaType.kind == .any ? Self.anyMediaType(format) : form.mediaType.text,
            documentation: Documentation(text: form.object.description),
            isRequired: form.object.isRequired
        )
    }

    /// What is sent where the API takes any media type.
    private static func anyMediaType(_ format: Body.Format) -> String {
        switch format {
        case .text: "text/plain"
        case .bytes: "*/*"
        default: "application/json"
        }
    }

    /// The object whose properties become values of the call; nil where the body is a value beside them, so that it can
    /// be left out on its own.
    private func flatObject(
        of schema: YAMLNode,
        _ form: BodyForm,
        method: String,
        hasOthers: Bool,
        owner: TypeDeclaration.Owner
    ) -> ObjectType? {
        let isRequired = form.object.isRequired
        // Where content has no meaning of its own (RFC 9110, section 9.3.1), an empty object is not to be sent unasked.
        if !isRequired, hasOthers, ["GET", "HEAD", "DELETE"].contains(method) { return nil }
        // Types that are written inside a body which turns out to be a value are made anew, as parts of its own type.
        let count = types.count
        guard let object = bodyObject(of: schema, owner: owner) else { return nil }
        guard !isRequired, hasOthers, object.properties.contains(where: \.isNeeded) else { return object }
        for index in count..<types.count where types[index]?.owner == owner { types[index] = nil }
        return nil
    }

    private func format(of form: BodyForm) -> Body.Format {
        switch form.mediaType.kind {
        case .json: return .json
        case .form: return .form(encodings(of: form))
        case .multipart: return .multipart(encodings(of: form))
        case .text, .xml, .events: return .text
        case .bytes, .jsonLines: return .bytes
        case .any:
            guard let schema = form.media.schema else { return .bytes }
            guard let object = document.view(schema, as: SchemaObject.self), object.types == ["string"] else {
                return .json
            }
            return object.format == nil ? .text : .bytes
        }
    }

    /// What the Encoding Objects of a form say, in the document's order.
    private func encodings(of form: BodyForm) -> [Body.PartEncoding] {
        form.media.encoding.compactMap { member in
            guard let object: EncodingObject = document.view(member.value) else { return nil }
            let style = object.style.flatMap(Parameter.Style.init(rawValue:))
            let encoding = Body.PartEncoding(
                name: member.key,
                contentType: object.contentType,
                style: style,
                explode: object.explode,
                allowsReserved: object.allowsReserved,
                headers: fixedHeaders(of: object)
            )
            let isPlain =
                object.contentType == nil && style == nil && object.explode == nil && !object.allowsReserved
                && encoding.headers.isEmpty
            return isPlain ? nil : encoding
        }
    }

    /// The headers of a part that have one value, by a constant or a default; the caller has no place to give others.
    private func fixedHeaders(of encoding: EncodingObject) -> [NamedValue] {
        encoding.headers.compactMap { member in
            guard member.key.lowercased() != "content-type", isHeaderName(member.key, at: member.keyRange),
                let header: HeaderObject = document.view(member.value)
            else { return nil }
            let schema = header.schema.flatMap { document.resolve($0) }
            let only = schema?["enum"].flatMap { $0.elements.count == 1 ? $0.elements.first : nil }
            if let value = schema?["const"] ?? only ?? schema?["default"] ?? header.node["example"] {
                return NamedValue(name: member.key, value: value.text)
            }
            report.warning(
                .unsupported,
                "the header '\(member.key)' of a part has no constant or default value",
                at: member.keyRange,
                hint: "it is not sent"
            )
            return nil
        }
    }
}

extension Property {
    /// Whether a caller has to give a value.
    fileprivate var isNeeded: Bool {
        switch presence {
        case .required, .nullable: defaultValue == nil
        case .optional, .optionalNullable, .constant: false
        }
    }
}
