import HTTPTypes

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What an ``APIError`` tells of the response that caused it.
struct ErrorResponse {
    private(set) var status: Int?
    let headers: HTTPFields
    let requestID: String?
    let workspaceID: String?
    let body: APIError.Body?
    /// The body as received.
    let bytes: Data
    private(set) var type: String?
    private(set) var code: String?

    /// The service's own words, or the next best text: the body, else the status alone.
    private(set) var message: String

    init(_ response: APIResponse, _ description: ErrorBodyDescription, _ redactor: Redactor) {
        let status = response.status
        self.status = status
        bytes = response.body
        headers = response.headers
        requestID = response.requestID.map(redactor.text)
        workspaceID = response.workspaceID.map(redactor.text)

        let text = String(decoding: response.body, as: UTF8.self)
        // Cutting a credential in two would hide it from the redactor, so that it comes first.
        let shown = Self.shorten(redactor.text(text))
        message = shown.isEmpty ? "\(status) status code (no body)" : shown
        guard !response.body.isEmpty else {
            body = nil
            return
        }
        guard let json = try? ModelDecoder().decode(JSONValue.self, from: response.body) else {
            body = .text(text)
            return
        }
        body = .json(json)
        type = description.type.flatMap { json.string(at: $0) }.map(redactor.text)
        code = description.code.flatMap { json.string(at: $0) }.map(redactor.text)
        if let words = description.message.flatMap({ json.string(at: $0) }), !words.trimmingWhitespace().isEmpty {
            message = redactor.text(words)
        }
    }

    /// The same without the status, for an error that comes to light after a status of success.
    var withoutStatus: ErrorResponse {
        var details = self
        details.status = nil
        return details
    }

    /// Enough of a body of unknown shape to recognise it: a gateway's HTML page is no message.
    private static func shorten(_ text: String) -> String {
        let trimmed = text.trimmingWhitespace()
        let limit = 1_000
        return trimmed.count > limit ? "\(trimmed.prefix(limit))…" : trimmed
    }
}
