/// A path with places for values, `/v1/sessions/{session_id}/resources` (OpenAPI 3.2.0, section 4.8.2).
struct PathTemplate {
    /// The names in braces, in order; one that stands twice is listed twice.
    let names: [String]
    /// Whether every brace has its partner and no name is empty.
    let isWellFormed: Bool

    init(_ text: String) {
        var names: [String] = []
        var isWellFormed = true
        var open: String.Index?
        for index in text.indices {
            switch text[index] {
            case "{":
                if open != nil { isWellFormed = false }
                open = text.index(after: index)
            case "}":
                guard let start = open, start < index else {
                    isWellFormed = false
                    open = nil
                    continue
                }
                names.append(String(text[start..<index]))
                open = nil
            default:
                break
            }
        }
        self.names = names
        self.isWellFormed = isWellFormed && open == nil
    }
}
