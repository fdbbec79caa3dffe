import OpenAPI
import Source

/// One of the ways in which an operation answers: for each status of success, one of its media types.
struct ResponseForm {
    /// What is behind the call's name for this way; empty for the preferred one.
    var suffix = ""
    /// The responses of success, with the content that is asked for; nil for one without content.
    var successes: [Success]
    /// Whether the answer comes in pieces, where another way has it come at once.
    var isStream = false
    /// Whether another way has the answer come in pieces.
    var hasStreamTwin = false
    /// Other media types with the same schema.
    var others: [String] = []

    struct Success {
        /// The status code, the range, or `default`.
        let status: String
        let statusRange: SourceRange
        let value: YAMLNode
        let object: ResponseObject
        var content: Content?
    }

    struct Content {
        let mediaType: MediaName
        let range: SourceRange
        let media: MediaTypeObject
    }
}

extension Lowering {
    /// The ways in which an operation answers, the preferred one first; never none.
    func responseForms(of operation: OperationObject, method: String) -> [ResponseForm] {
        let successes = successes(of: operation)
        // An answer to HEAD has no content, whatever the one to GET would have (RFC 9110, section 9.3.2).
        guard method != "HEAD" else { return [ResponseForm(successes: successes.map(\.withoutContent))] }
        var plain = ResponseForm(successes: successes)
        var further: [ResponseForm.Content] = []
        for index in successes.indices {
            let contents = contents(of: successes[index].object)
            let preferred = contents.first { $0.mediaType.kind == .json } ?? contents.first
            plain.successes[index].content = preferred
            for content in contents where content.mediaType != preferred?.mediaType {
                if let preferred, preferred.mediaType.isLike(content.mediaType),
                    isSame(payload(of: preferred), payload(of: content))
                {
                    if !plain.others.contains(content.mediaType.text) { plain.others.append(content.mediaType.text) }
                } else if let preferred, isTextTwin(content, of: preferred) {
                    continue
                } else if !further.contains(where: { $0.mediaType == content.mediaType }) {
                    further.append(content)
                }
            }
        }
        var forms = [plain]
        for content in further {
            var form = plain
            form.others = []
            form.isStream = content.isStream && !plain.successes.contains { $0.content?.isStream == true }
            form.suffix =
                form.isStream && !forms.contains(where: \.isStream)
                ? "stream" : freeSuffix(of: content.mediaType, among: forms.map(\.suffix))
            for index in form.successes.indices {
                let own = contents(of: form.successes[index].object).first { $0.mediaType == content.mediaType }
                form.successes[index].content = own ?? form.successes[index].content
            }
            if form.isStream { forms[0].hasStreamTwin = true }
            forms.append(form)
        }
        return forms
    }

    /// The responses of success: those of 2xx, or else the default.
    private func successes(of operation: OperationObject) -> [ResponseForm.Success] {
        var members = operation.responses.filter { $0.key.hasPrefix("2") }
        if members.isEmpty { members = operation.responses.filter { $0.key == "default" } }
        return members.compactMap { member in
            guard let object: ResponseObject = document.view(member.value) else { return nil }
            return ResponseForm.Success(
                status: member.key,
                statusRange: member.keyRange,
                value: member.value,
                object: object
            )
        }
    }

    private func contents(of object: ResponseObject) -> [ResponseForm.Content] {
        mediaTypes(in: object.content).compactMap { member in
            guard let media: MediaTypeObject = document.view(member.value) else { return nil }
            return ResponseForm.Content(mediaType: MediaName(member.key), range: member.keyRange, media: media)
        }
    }

    /// Whether a text is the JSON beside it under another media type, as some servers have it by default.
    private func isTextTwin(_ content: ResponseForm.Content, of preferred: ResponseForm.Content) -> Bool {
        guard content.mediaType.kind == .text, preferred.mediaType.kind == .json, let schema = payload(of: content),
            isSame(payload(of: preferred), schema)
        else { return false }
        return merged(schema).types != ["string"]
    }

    private func payload(of content: ResponseForm.Content) -> YAMLNode? {
        content.media.itemSchema ?? content.media.schema
    }
}

extension ResponseForm.Success {
    fileprivate var withoutContent: Self {
        var copy = self
        copy.content = nil
        return copy
    }
}

extension ResponseForm.Content {
    /// What is made of it: bytes that the document describes one value after the other of are JSON Lines.
    var kind: MediaName.Kind {
        mediaType.kind == .bytes && media.itemSchema != nil ? .jsonLines : mediaType.kind
    }

    var isStream: Bool { kind == .events || kind == .jsonLines }
}
