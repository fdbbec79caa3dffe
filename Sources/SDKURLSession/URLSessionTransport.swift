public import HTTPTypes
public import SDKRuntime

#if canImport(FoundationNetworking)
    import Foundation
    public import FoundationNetworking
#else
    public import Foundation
#endif

/// A transport over Foundation's URLSession. It is the default on Apple platforms, and works on Linux too.
///
/// Responses are streamed. What has arrived and is not read yet waits in memory: unlike AsyncHTTPClient, URLSession
/// offers no way that works everywhere to slow the sender down. Request streams are read into memory before they are
/// sent. On Linux there is no `bytes(for:)` in FoundationNetworking, so that the session's delegate is used everywhere.
///
/// On Linux, prefer AsyncHTTPClient. FoundationNetworking is slow with big uploads, and cancelling its tasks is not safe:
/// a cancelled call throws at once there, but its exchange goes on in the background until it ends by itself.
public struct URLSessionTransport: HTTPTransport {
    private let session: TransportSession

    /// Makes a transport with a session of its own, which is invalidated with the last copy of the transport.
    ///
    /// - Parameter configuration: The session's settings. By default there is no cache and no cookie store, both of
    ///   which would keep an API's answers on disk.
    public init(configuration: URLSessionConfiguration = .ephemeral) {
        session = TransportSession(configuration)
    }

    /// Sends a request and returns when the head of its response has arrived.
    ///
    /// - Throws: `TransportError`, `CancellationError`, and what the request's own stream throws, unchanged.
    public func send(
        _ request: HTTPRequest,
        body: HTTPRequestBody,
        timeouts: TransportTimeouts
    ) async throws -> TransportResponse {
        try Task.checkCancellation()
        let exchange = session.start(try await URLRequest(request, body, timeouts))
        return try await exchange.response(timeouts)
    }
}
