import HTTPTypes

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What an ``APIError`` tells of the response that caused it.
struct ErrorResponse {
    let status: Int
    let headers: HTTPFields
    let requestID: String?
    let workspaceID: String?
    let body: APIError.Body?
    private(set) var type: String?
    private(set) var code: String?

    /// The service's own words, or the next best text: the body, else the status alone.
    private(set) var message: String

    init(_ response: APIResponse, _ description: ErrorBodyDescription) {
        status = response.status
        headers = response.headers
        requestID = response.requestID
        workspaceID = response.workspaceID

        let text = String(decoding: response.body, as: UTF8.self)
        guard !response.body.isEmpty else {
            body = nil
            message = "\(status) status code (no body)"
            return
        }
        guard let json = try? ModelDecoder().decode(JSONValue.self, from: response.body) else {
            body = .text(text)
            message = Self.shorten(text)
            return
        }
        body = .json(json)
        type = description.type.flatMap { json.string(at: $0) }
        code = description.code.flatMap { json.string(at: $0) }
        message = description.message.flatMap { json.string(at: $0) } ?? Self.shorten(text)
    }

    /// Enough of a body of unknown shape to recognise it: a gateway's HTML page is no message.
    private static func shorten(_ text: String) -> String {
        let trimmed = text.trimmingWhitespace()
        let limit = 1_000
        return trimmed.count > limit ? "\(trimmed.prefix(limit))…" : trimmed
    }
}
