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
        var format = format(of: form)
        if let schema, lacksNames(schema, for: format) {
            let isMultipart = form.mediaType.kind == .multipart
            reportOnce(
                .approximateType,
                "what is no object has no names for the \(isMultipart ? "parts" : "members") of this body",
                at: form.range,
                hint: "it is sent as \(isMultipart ? "a file, which has the boundaries in it" : "text")"
            )
            format = isMultipart ? .bytes : .text
        }
        switch format {
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
        case .bytes:
            if form.mediaType.kind == .jsonLines, schema != nil || form.media.itemSchema != nil {
                reportOnce(
                    .approximateType,
                    "JSON Lines in a request have no Swift type of their own",
                    at: form.range,
                    hint: "they are sent as a file"
                )
            }
            return value(.file, .bytes, form)
        default:
            guard let schema else { return value(.json, format, form) }
            if isEmpty(schema, form, method: method) { return nil }
            if let object = flatObject(of: schema, form, method: method, hasOthers: hasOthers, owner: owner) {
                var body = Body(
                    content: .object(object),
                    format: keepingPaths(of: object, in: format),
                    mediaType: Self.sentMediaType(form, format),
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

    /// Whether a schema allows no object, where the members of one are what is written.
    private func lacksNames(_ schema: YAMLNode, for format: Body.Format) -> Bool {
        switch format {
        case .form, .multipart: break
        case .json, .text, .bytes: return false
        }
        let whole = merged(document.resolve(schema) ?? schema)
        guard whole.alternatives.isEmpty else { return false }
        return whole.types.map { !$0.isEmpty && !$0.contains("object") } ?? (whole.items != nil)
    }

    private func value(_ type: TypeReference, _ format: Body.Format, _ form: BodyForm) -> Body {
        Body(
            content: .value(type),
            format: format,
            mediaType: Self.sentMediaType(form, format),
            documentation: Documentation(text: form.object.description),
            isRequired: form.object.isRequired
        )
    }

    /// The media type that is sent: a range such as `*/*` is none, except for a file, which has its own.
    private static func sentMediaType(_ form: BodyForm, _ format: Body.Format) -> String {
        let isAny = form.mediaType.kind == .any
        // Only the file knows its boundary.
        if format == .bytes, form.mediaType.kind == .multipart { return "*/*" }
        guard isAny || form.mediaType.text.contains("*") else { return form.mediaType.text }
        return switch format {
        case .text: "text/plain"
        case .bytes: isAny ? "*/*" : form.mediaType.text
        case .json: "application/json"
        case .form: "application/x-www-form-urlencoded"
        case .multipart: "multipart/form-data"
        }
    }

    /// Whether a body has no members that a call could give, where content has no meaning of its own anyway.
    private func isEmpty(_ schema: YAMLNode, _ form: BodyForm, method: String) -> Bool {
        guard !form.object.isRequired, Self.methodsWithoutContent.contains(method),
            let object: SchemaObject = document.view(schema), object.node["properties"]?.members.isEmpty == true
        else { return false }
        return object.node.members.allSatisfy { member in
            ["type", "properties", "title", "description"].contains(member.key)
                || member.key == "additionalProperties" && member.value.text == "false"
        }
    }

    /// Methods for whose requests content has no meaning of its own (RFC 9110, sections 9.3.1, 9.3.2 and 9.3.5).
    private static let methodsWithoutContent = ["GET", "HEAD", "DELETE"]

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
        // An empty object is not to be sent unasked there.
        if !isRequired, hasOthers, Self.methodsWithoutContent.contains(method) { return nil }
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
                headers: form.mediaType.kind == .multipart ? fixedHeaders(of: object) : []
            )
            let isPlain =
                object.contentType == nil && style == nil && object.explode == nil && !object.allowsReserved
                && encoding.headers.isEmpty
            return isPlain ? nil : encoding
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
