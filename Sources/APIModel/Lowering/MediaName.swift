/// A media type (RFC 9110, section 8.3.1), and what is made of content in it.
struct MediaName: Hashable {
    /// As the document spells it.
    let text: String
    /// Type and subtype in lower case.
    let essence: String

    init(_ text: String) {
        self.text = text
        guard text != "application/json" else {
            essence = text
            return
        }
        let essence = text.split(separator: ";", maxSplits: 1).first?.lowercased() ?? ""
        self.essence = essence.filter { $0 != " " }
    }

    /// Whether there are a type and a subtype, which are tokens; an asterisk is one.
    var isWellFormed: Bool {
        let parts = essence.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { Lowering.isToken(String($0)) }
    }

    enum Kind: Hashable {
        case json, form, multipart, text, xml, events, jsonLines, bytes
        /// `*/*`, which the schema decides.
        case any
    }

    var kind: Kind {
        switch essence {
        case "application/json", "text/json": .json
        case "application/x-www-form-urlencoded": .form
        case "text/event-stream": .events
        case "application/jsonl", "application/x-jsonl", "application/x-ndjson", "application/ndjson",
            "application/json-lines", "application/jsonlines", "application/json-seq", "application/geo+json-seq",
            "application/x-json-stream", "application/stream+json":
            .jsonLines
        case "application/xml", "text/xml": .xml
        case "*/*", "application/*", "": .any
        case let essence where essence.hasSuffix("+json"): .json
        case let essence where essence.hasSuffix("+xml"): essence == "image/svg+xml" ? .bytes : .xml
        case let essence where essence.hasPrefix("multipart/"): .multipart
        case let essence where essence.hasPrefix("text/"): .text
        case "application/yaml", "application/x-yaml", "application/graphql", "application/jwt", "application/sql",
            "application/javascript", "application/toml", "application/openmetrics-text":
            .text
        case let essence where essence.hasSuffix("+yaml") || essence.hasSuffix("+jwt"): .text
        default: .bytes
        }
    }

    /// Whether content in both media types is the same to a caller, where its schema is.
    func isLike(_ other: MediaName) -> Bool {
        let groups: [Set<Kind>] = [[.json, .any, .xml, .form, .multipart], [.events, .jsonLines], [.bytes], [.text]]
        return groups.contains { $0.contains(kind) && $0.contains(other.kind) }
    }

    /// What the media type is called at the end of a method's name: `form`, `csv`, `merge_patch`.
    var name: String {
        switch kind {
        case .form: return "form"
        case .multipart: return "multipart"
        case .any: return "data"
        case .events, .jsonLines: return "stream"
        default: break
        }
        let parts = essence.split(separator: "/", maxSplits: 1).map(String.init)
        let isBinaryKind = ["audio", "image", "video"].contains(parts.first)
        if essence == "text/plain" { return "text" }
        if isBinaryKind, parts.last == "*" { return parts.first ?? "data" }
        if essence == "application/octet-stream" || essence == "application/binary" { return "data" }
        var words = NameWords.words(of: parts.last ?? "").filter { !["x", "vnd"].contains($0) }
        if words.count > 1, words.last == "json" || words.last == "xml" { words.removeLast() }
        return words.isEmpty ? "data" : words.joined(separator: "_")
    }
}
