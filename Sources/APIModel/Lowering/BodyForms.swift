import OpenAPI
import Source

/// One of the ways in which an operation takes its body.
struct BodyForm {
    /// What is behind the call's name for this way; empty for the preferred one.
    var suffix: String
    let object: RequestBodyObject
    let mediaType: MediaName
    /// The place of the media type in the document.
    let range: SourceRange
    let media: MediaTypeObject
    /// Other media types with the same schema.
    var others: [String] = []
}

extension Lowering {
    /// The ways in which an operation takes its body, the preferred one first: one per schema.
    func bodyForms(of operation: OperationObject) -> [BodyForm] {
        guard let node = operation.requestBody, let object: RequestBodyObject = document.view(node) else { return [] }
        let content = mediaTypes(in: object.content)
        if content.isEmpty {
            report.warning(.value, "a request body without content", at: object.headRange, hint: "no body is sent")
        }
        var forms: [BodyForm] = []
        for member in content {
            guard let media: MediaTypeObject = document.view(member.value) else { continue }
            let name = MediaName(member.key)
            forms.append(BodyForm(suffix: "", object: object, mediaType: name, range: member.keyRange, media: media))
        }
        forms = Self.order.flatMap { kind in forms.filter { $0.mediaType.kind == kind } }
        return distinct(forms)
    }

    /// The forms without those whose schema another has, and with suffixes behind the first.
    private func distinct(_ forms: [BodyForm]) -> [BodyForm] {
        var result: [BodyForm] = []
        for var form in forms {
            if let index = result.firstIndex(where: { known in
                known.mediaType.isLike(form.mediaType) && isSame(known.media.schema, form.media.schema)
            }) {
                result[index].others.append(form.mediaType.text)
                continue
            }
            if !result.isEmpty { form.suffix = freeSuffix(of: form.mediaType, among: result.map(\.suffix)) }
            result.append(form)
        }
        return result
    }

    /// `as_form`; for a second media type of one name, with the whole media type.
    func freeSuffix(of mediaType: MediaName, among taken: [String]) -> String {
        let suffix = "as_" + mediaType.name
        guard taken.contains(suffix) else { return suffix }
        return "as_" + NameWords.words(of: mediaType.text).joined(separator: "_")
    }

    /// The kinds of media type, the preferred ones first.
    private static let order: [MediaName.Kind] = [
        .json, .form, .multipart, .any, .bytes, .text, .xml, .jsonLines, .events,
    ]

    /// The media types of a body or an answer, without the keys that are anyone's.
    func mediaTypes(in content: [YAMLMember]) -> [YAMLMember] {
        let found = content.filter { !$0.key.hasPrefix("x-") }
        for member in found where !MediaName(member.key).isWellFormed {
            reportOnce(
                .value,
                "'\(member.key)' is no media type",
                at: member.keyRange,
                hint: "write a type and a subtype, 'application/json'"
            )
        }
        return found
    }

    /// Whether two schemas say the same.
    func isSame(_ left: YAMLNode?, _ right: YAMLNode?) -> Bool {
        guard let left, let right else { return left == nil && right == nil }
        let (a, b) = (document.resolve(left) ?? left, document.resolve(right) ?? right)
        guard a.identity != b.identity else { return true }
        guard a.kind == b.kind, left.member("$ref") == nil || right.member("$ref") == nil else { return false }
        switch a.kind {
        case .mapping:
            return a.members.count == b.members.count
                && a.members.allSatisfy { member in b[member.key].map { isSame(member.value, $0) } ?? false }
        case .sequence:
            return a.elements.count == b.elements.count && zip(a.elements, b.elements).allSatisfy { isSame($0, $1) }
        default: return a.text == b.text
        }
    }

    /// A sentence on media types that the SDK does not send or ask for, because those it does say the same.
    func otherFormsNote(_ body: BodyForm?, _ answer: ResponseForm) -> String? {
        let sent = (body?.others ?? []).map { "`\($0)`" }
        let got = answer.others.map { "`\($0)`" }
        var sentences: [String] = []
        if !sent.isEmpty { sentences.append("The API also takes \(sent.joined(separator: ", ")).") }
        if !got.isEmpty { sentences.append("The API also answers in \(got.joined(separator: ", ")).") }
        return sentences.isEmpty ? nil : sentences.joined(separator: " ")
    }
}
