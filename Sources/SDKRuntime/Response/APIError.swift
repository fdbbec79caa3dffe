public import HTTPTypes

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

// <!-- swift
// let id = "file_1"
// -->
/// Why a call has no result.
///
/// There is one error type: ``kind`` says what happened, and ``Kind/matches(_:)`` also accepts broader kinds.
///
/// ```swift
/// do {
///     let file = try await client.beta.files.retrieveMetadata(fileID: id)
///     print(file.filename)
/// } catch let error as APIError where error.kind.matches(.internalServer) {
///     print(error.requestID ?? "no request id")
/// }
/// ```
///
/// Cancelling the task throws `CancellationError` instead. No description and no dump of an error shows a credential.
public struct APIError: Error, Sendable {
    /// What happened.
    public let kind: Kind

    /// What happened, in a sentence for people: the service's own message if it sent one.
    public let message: String

    /// The status code of the response. Nil when there was none, and when a stream reports an error after a status of
    /// success.
    public let status: Int?

    /// The header fields of the response, as received.
    public let headers: HTTPFields

    /// The service's identifier of the request, to be quoted to its support.
    public let requestID: String?

    /// The identifier of the workspace that the credential belongs to, if the service tells.
    public let workspaceID: String?

    /// The machine-readable type of the service's error.
    public let type: String?

    /// A stable code that is finer than ``type``, if the service has one.
    public let code: String?

    /// The body of the response, as received. Nil when it was empty. Of an error response, no more than 16 MiB are read, and
    /// no longer than the call may wait for the head of a response.
    public let body: Body?

    /// The bytes of ``body``.
    let bodyBytes: Data

    /// The method and the URL of the request, if it got that far.
    public let request: String?

    /// What another layer threw: a networking library, or the JSON decoder.
    public let underlyingError: (any Error)?

    /// The body of an error response.
    public enum Body: Sendable, Hashable {
        /// The body is JSON.
        case json(JSONValue)
        /// The body is something else.
        case text(String)

        /// Nil for no bytes.
        init?(_ bytes: Data) {
            guard !bytes.isEmpty else { return nil }
            if let json = try? ModelDecoder().decode(JSONValue.self, from: bytes) {
                self = .json(json)
            } else {
                self = .text(String(decoding: bytes, as: UTF8.self))
            }
        }
    }

    /// Makes an error without a response.
    public init(_ kind: Kind, _ message: String, underlyingError: (any Error)? = nil) {
        self.init(kind: kind, message: message, underlyingError: underlyingError)
    }

    init(
        kind: Kind,
        message: String,
        request: String? = nil,
        response: ErrorResponse? = nil,
        content: Data = Data(),
        underlyingError: (any Error)? = nil
    ) {
        self.kind = kind
        self.message = message
        self.request = request
        self.underlyingError = underlyingError
        status = response?.status
        headers = response?.headers ?? [:]
        requestID = response?.requestID
        workspaceID = response?.workspaceID
        type = response?.type
        code = response?.code
        body = response?.body ?? Body(content)
        bodyBytes = response?.bytes ?? content
    }

    /// An error about the content of another one.
    init(_ kind: Kind, _ message: String, of error: APIError, underlyingError: (any Error)?) {
        self.kind = kind
        self.message = message
        self.underlyingError = underlyingError
        request = error.request
        status = error.status
        headers = error.headers
        requestID = error.requestID
        workspaceID = error.workspaceID
        type = error.type
        code = error.code
        body = error.body
        bodyBytes = error.bodyBytes
    }
}
