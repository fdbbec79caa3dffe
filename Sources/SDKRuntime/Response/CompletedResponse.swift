public import HTTPTypes

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

// <!-- swift
// let request = APIRequest(.get, "/v1/report")
// -->
/// A response of success that has been read to its end, for operations that answer with one of several types.
///
/// ```swift
/// let response = try await client.core.exchange(request)
/// switch response.status {
/// case 200: print(try response.value() as JSONValue)
/// case 202: print(try response.text())
/// default: print("no content")
/// }
/// ```
public struct CompletedResponse: Sendable {
    /// The response as received.
    public let raw: APIResponse

    init(_ raw: APIResponse) {
        self.raw = raw
    }

    /// The status code.
    public var status: Int { raw.status }

    /// The header fields as received.
    public var headers: HTTPFields { raw.headers }

    /// The content type without its parameters, in lower case, such as `application/json`. Nil when there is none.
    public var mediaType: String? { raw.mediaType }

    /// The body as received, content encodings removed.
    public var data: Data { raw.body }

    /// Whether the response has no content: by its status (RFC 9110, sections 15.3.5 and 15.3.6), or because its body is
    /// empty.
    public var isEmpty: Bool {
        status == 204 || status == 205 || raw.body.isEmpty
    }

    /// Reads the body as a value, in the client's decoding mode. What is odd about it is logged.
    ///
    /// - Throws: ``APIError`` of kind ``APIError/Kind/decoding``, with status, headers and body of the response.
    public func value<Value: JSONCodable>() throws -> Value {
        try raw.head.call.value(from: raw.body, as: MediaType(raw.headers[.contentType]), in: raw.head)
    }

    /// Reads the body as text, in the character encoding that its content type states; UTF-8 if it states none.
    ///
    /// UTF-8, US-ASCII, ISO-8859-1 and UTF-16 are known.
    ///
    /// - Throws: ``APIError`` of kind ``APIError/Kind/decoding`` for bytes that are no such text, and for other encodings.
    public func text() throws -> String {
        let charset = MediaType(raw.headers[.contentType])?.charset ?? TextEncoding.utf8.name
        guard let encoding = TextEncoding(charset) else {
            throw failure("the response is text in an unknown character encoding, '\(charset)'")
        }
        guard let text = encoding.decode(raw.body) else {
            throw failure("the response is not \(encoding.name) text")
        }
        return text
    }

    private func failure(_ message: String) -> APIError {
        raw.head.call.failure(.decoding, message, raw.body, in: raw.head)
    }
}
