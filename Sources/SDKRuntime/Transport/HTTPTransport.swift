public import HTTPTypes

/// What sends one HTTP request and hands over its response: the seam between the runtime and a networking library.
///
/// The package brings transports over AsyncHTTPClient and URLSession. To use another library, conform a type of your
/// own and set it as ``ClientOptions/transport``:
///
/// - One call is one exchange. A transport does not retry, and does not follow redirects: a 3xx response is returned
///   like any other. The runtime does both, because it alone knows which headers are credentials.
/// - Return as soon as the response head has arrived. The body is read from ``TransportResponse/body`` as it comes in.
///   When the last reference to that stream goes away unread, close the exchange, so that no connection leaks.
/// - Decode the content encodings (`gzip`, `deflate`) that the transport itself asked for.
/// - Stop when the calling task is cancelled, whether it is connecting, sending, waiting or reading, and throw
///   `CancellationError`.
/// - Throw ``TransportError`` when no response came. Any other error reaches the caller of the operation unchanged.
/// - Send the header fields as given, add only what the protocol requires (`Host`, `Content-Length`,
///   `Transfer-Encoding`), and log none of them: some are credentials.
public protocol HTTPTransport: Sendable {
    /// Sends a request and returns when the head of its response has arrived.
    ///
    /// - Parameters:
    ///   - request: Method, scheme, authority, path with query, and header fields, all ready to send.
    ///   - body: The request's content.
    ///   - timeouts: The limits of this exchange. A transport applies those that it can.
    /// - Throws: ``TransportError``, or `CancellationError` when the calling task is cancelled.
    func send(
        _ request: HTTPRequest,
        body: HTTPRequestBody,
        timeouts: TransportTimeouts
    ) async throws -> TransportResponse
}
