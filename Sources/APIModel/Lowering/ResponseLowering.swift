import OpenAPI
import Source

extension Lowering {
    /// What a successful call gives, in one of its ways.
    func response(
        in form: ResponseForm,
        of operation: OperationObject,
        method: String,
        owner: TypeDeclaration.Owner
    ) -> Response {
        let text = form.successes.first?.object.description
        // A stream is read while it arrives, whatever other statuses there are.
        if let stream = form.successes.first(where: { $0.content?.isStream == true }), let content = stream.content {
            return Response(
                content: self.content(content, of: stream, named: "response", operation, owner: owner),
                accept: content.mediaType.essence,
                text: stream.object.description,
                headers: headers(of: stream, owner: owner)
            )
        }
        var cases: [ResponseCase] = []
        // Where several statuses have content of one schema, it is one type.
        var known: [(content: ResponseForm.Content, type: ResponseContent)] = []
        let filled = form.successes.filter { $0.content != nil }
        for success in form.successes {
            var type = ResponseContent.empty
            if let content = success.content {
                if let same = known.first(where: { isSameContent($0.content, content) }) {
                    type = same.type
                } else {
                    let isSole = filled.allSatisfy { $0.content.map { isSameContent($0, content) } ?? true }
                    let caseName = StatusName.name(of: success.status)
                    let name = isSole ? "response" : "\(caseName)_response"
                    type = self.content(content, of: success, named: name, operation, owner: owner)
                    known.append((content, type))
                }
            }
            cases.append(
                ResponseCase(
                    name: StatusName.name(of: success.status),
                    status: success.status,
                    content: type,
                    text: success.object.description
                )
            )
        }
        return Response(
            content: Self.joined(cases),
            accept: accept(form),
            text: cases.first { $0.content != .empty }?.text ?? text,
            headers: (filled.first ?? form.successes.first).flatMap { headers(of: $0, owner: owner) }
        )
    }

    /// What the cases have in common, or the choice between them.
    private static func joined(_ cases: [ResponseCase]) -> ResponseContent {
        var contents: [ResponseContent] = []
        for content in cases.map(\.content) where content != .empty && !contents.contains(content) {
            contents.append(content)
        }
        guard let only = contents.first else { return .empty }
        guard contents.count == 1 else { return .choice(cases) }
        // Null and no content are the same to a caller.
        if case .json(let type, isNullable: true) = only { return .optional(.json(type, isNullable: false)) }
        guard cases.contains(where: { $0.content == .empty }) else { return only }
        switch only {
        case .json: return .optional(only)
        // No bytes and no text are bytes and text too.
        default: return only
        }
    }

    private func isSameContent(_ left: ResponseForm.Content, _ right: ResponseForm.Content) -> Bool {
        left.kind == right.kind && isSame(left.media.schema, right.media.schema)
            && isSame(left.media.itemSchema, right.media.itemSchema)
    }

    /// The type of content in a media type.
    private func content(
        _ content: ResponseForm.Content,
        of success: ResponseForm.Success,
        named name: String,
        _ operation: OperationObject,
        owner: TypeDeclaration.Owner
    ) -> ResponseContent {
        let schema = content.media.schema
        let type = { (schema: YAMLNode) in
            self.answerType(of: schema, in: success.value, named: name, suffix: "response", owner: owner)
        }
        switch content.kind {
        case .json: return Self.json(schema.flatMap(type))
        case .text: return .text
        case .xml:
            reportOnce(
                .approximateType,
                "XML has no Swift type of its own",
                at: content.range,
                hint: "it is given as text"
            )
            return .text
        case .bytes, .form, .multipart: return .bytes
        case .any:
            guard let schema, let object = document.view(schema, as: SchemaObject.self) else { return .bytes }
            guard object.types == ["string"] else { return Self.json(type(schema)) }
            return object.format == "binary" ? .bytes : .text
        case .events: return events(content, of: success, operation, type)
        case .jsonLines:
            let item = content.media.itemSchema ?? schema.map { element(of: $0) }
            return .jsonLines(item.flatMap(type)?.asElement ?? .json)
        }
    }

    private static func json(_ type: LoweredType?) -> ResponseContent {
        type.map { .json($0.reference, isNullable: $0.isNullable) } ?? .json(.json, isNullable: false)
    }

    /// The schema of one of many values: of an array's elements, where the whole stream is described as an array.
    private func element(of schema: YAMLNode) -> YAMLNode {
        guard let object = document.view(schema, as: SchemaObject.self), let items = object.items else { return schema }
        return items
    }

    /// The type of server-sent events: `itemSchema` describes an event with its name and id, where it has a member
    /// `data`; else, as a plain schema does, the data of one.
    private func events(
        _ content: ResponseForm.Content,
        of success: ResponseForm.Success,
        _ operation: OperationObject,
        _ typeOf: (YAMLNode) -> LoweredType?
    ) -> ResponseContent {
        let extensionObject = operation.stream
        var format = EventFormat(
            isWholeEvent: false,
            terminator: extensionObject?.terminator,
            ignoredEvents: extensionObject?.ignoredEvents ?? [],
            errorEvents: extensionObject?.errorEvents ?? []
        )
        let texts = [operation.description, success.object.description, document.text(in: content.media.node)]
        if format.terminator == nil, texts.contains(where: { $0?.contains("[DONE]") == true }) {
            format.terminator = "[DONE]"
        }
        guard let schema = content.media.itemSchema ?? content.media.schema.map({ element(of: $0) }) else {
            format.isWholeEvent = true
            return .events(.json, format)
        }
        if content.media.itemSchema != nil, merged(schema).properties.contains(where: { $0.name == "data" }) {
            format.isWholeEvent = true
        }
        guard let type = typeOf(schema) else { return .events(.json, format) }
        if case .scalar(.string) = type.reference {
            // Text that is no JSON is a part of the event.
            format.isWholeEvent = true
            return .events(.json, format)
        }
        return .events(type.asElement, format)
    }

    /// The media types that a call asks for; nil where that is JSON alone, as every call does.
    private func accept(_ form: ResponseForm) -> String? {
        var types: [String] = []
        for success in form.successes {
            guard let content = success.content else { continue }
            let essence = content.mediaType.essence
            if !types.contains(essence), !essence.isEmpty { types.append(essence) }
            // Bytes are bytes: any of the media types will do.
            guard content.kind == .bytes else { continue }
            for other in form.others.map(MediaName.init) where other.kind == .bytes && !types.contains(other.essence) {
                types.append(other.essence)
            }
        }
        return types.isEmpty || types == ["application/json"] || types == ["*/*"] && form.isJSON
            ? nil
            : types.joined(separator: ", ")
    }
}

extension ResponseForm {
    /// Whether what may be anything is JSON.
    fileprivate var isJSON: Bool {
        successes.allSatisfy { success in
            guard let schema = success.content?.media.schema else { return success.content == nil }
            return !SchemaObject(schema).types.contains("string")
        }
    }
}

extension Document {
    /// The texts of the examples of a media type, where they are texts.
    fileprivate func text(in media: YAMLNode) -> String? {
        var texts = [media["example"]?.string]
        for example in media["examples"]?.members.map(\.value) ?? [] {
            texts.append(resolve(example)?["value"]?.string)
        }
        return texts.compactMap { $0 }.joined(separator: "\n")
    }
}
