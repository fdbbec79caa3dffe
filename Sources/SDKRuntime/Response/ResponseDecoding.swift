#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Turns the body of a successful response into the operation's value.
struct ResponseDecoding {
    let mode: DecodingMode

    /// Reads a value.
    ///
    /// A model is read as JSON whatever the content type says: some gateways rewrite it. Text that is not JSON becomes a
    /// `String` as it is.
    func decode<T: JSONCodable>(
        _ type: T.Type,
        from body: Data,
        as mediaType: MediaType?
    ) throws -> (value: T, issues: [DecodingIssue]) {
        if mediaType?.isJSON != true, let text = String(decoding: body, as: UTF8.self) as? T {
            return (text, [])
        }
        return try ModelDecoder(mode: mode).decodeListingIssues(type, from: body)
    }
}
