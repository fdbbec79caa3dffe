/// A path with places for values, `/v1/sessions/{session_id}/resources` (OpenAPI 3.2.0, section 4.8.2).
struct PathTemplate {
    /// The names in braces, in order; one that stands twice is listed twice.
    let names: [String]
    /// Whether every brace has its partner and no name is empty.
    let isWellFormed: Bool

    init(_ text: String) {
        var names: [String] = []
        var isWellFormed = true
        var open: Int?
        let bytes = Array(text.utf8)
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "{"):
                if open != nil { isWellFormed = false }
                open = index + 1
            case UInt8(ascii: "}"):
                guard let start = open, start < index else {
                    isWellFormed = false
                    open = nil
                    continue
                }
                names.append(String(decoding: bytes[start..<index], as: UTF8.self))
                open = nil
            default:
                break
            }
        }
        self.names = names
        self.isWellFormed = isWellFormed && open == nil
    }
}
