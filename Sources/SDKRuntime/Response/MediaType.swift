/// What a `Content-Type` header says (RFC 9110, section 8.3.1).
struct MediaType: Sendable, Hashable {
    /// Type and subtype in lower case, such as `text/plain`.
    let essence: String

    /// The value of the `charset` parameter, in lower case.
    let charset: String?

    /// Reads the value of a header. Nil when there is none, or it is empty.
    init?(_ text: String?) {
        guard let text else { return nil }
        // What most responses have, and which needs no taking apart.
        guard text != "application/json" else {
            essence = text
            charset = nil
            return
        }
        let essence = text.prefix { $0 != ";" }.trimmingWhitespace().lowercased()
        guard !essence.isEmpty else { return nil }
        self.essence = essence
        var parameters = HeaderScanner(text.dropFirst(text.prefix { $0 != ";" }.count))
        charset = parameters.readParameters().first { $0.name == "charset" }?.value.lowercased()
    }

    /// `application/json`.
    static let json = MediaType("application/json")

    /// Whether the type is JSON (RFC 8259) or a format built on it (RFC 6839).
    var isJSON: Bool {
        essence == "application/json" || essence == "text/json" || essence.hasSuffix("+json")
    }
}
