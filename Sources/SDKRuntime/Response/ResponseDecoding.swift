import HTTPTypes

/// Turns the body of a successful response into the operation's value.
struct ResponseDecoding {
    let mode: DecodingMode

    /// Reads a value.
    ///
    /// A model is read as JSON whatever the content type says: some gateways rewrite it. Text that is not JSON becomes a
    /// `String` as it is.
    func decode<T: JSONCodable>(
        _ type: T.Type,
        from response: APIResponse
    ) throws -> (value: T, issues: [DecodingIssue]) {
        if !Self.isJSON(response.headers[.contentType]), let text = String(decoding: response.body, as: UTF8.self) as? T
        {
            return (text, [])
        }
        return try ModelDecoder(mode: mode).decodeListingIssues(type, from: response.body)
    }

    /// Whether a media type is JSON (RFC 8259) or a format built on it (RFC 6839). Parameters and case do not matter.
    static func isJSON(_ contentType: String?) -> Bool {
        guard let contentType else { return false }
        let type = contentType.prefix { $0 != ";" }.trimmingWhitespace().lowercased()
        return type == "application/json" || type.hasSuffix("+json")
    }
}
