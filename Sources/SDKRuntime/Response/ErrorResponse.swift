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

        let shown = Self.beginning(of: response.body, redactor)
        message = shown.isEmpty ? "\(status) status code (no body)" : shown
        body = APIError.Body(response.body)
        guard case .json(let json) = body else { return }
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
    private static func beginning(of body: Data, _ redactor: Redactor) -> String {
        let isSpace: (UInt8) -> Bool = { $0 == Byte.space || (Byte.tab...Byte.carriageReturn).contains($0) }
        let start = body.drop(while: isSpace).prefix(64 * 1024)
        // Cutting a credential in two would hide it from the redactor, so that it comes first.
        let trimmed = redactor.text(String(decoding: start, as: UTF8.self)).trimmingWhitespace()
        let limit = 1_000
        return trimmed.count > limit ? "\(trimmed.prefix(limit))…" : trimmed
    }
}
