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
/// offers no way that works everywhere to slow the sender down. Request streams are read before they are sent: what is
/// more than 1 MiB is kept in a temporary file meanwhile. On Linux there is no `bytes(for:)` in FoundationNetworking, so
/// that the session's delegate is used everywhere.
///
/// On Linux, prefer AsyncHTTPClient. FoundationNetworking keeps all that it sends in memory and takes a processor's whole time
/// while it waits, and cancelling its tasks is not safe: a cancelled call throws at once there, but its exchange goes on in the
/// background until it ends by itself. Proxies come from the environment of the process alone there, and a request that is to
/// go through another one is refused.
///
/// There is no limit of its own for connecting: that for the response's head ends the wait. Compressed responses are
/// unpacked up to 256 MiB each.
public struct URLSessionTransport: HTTPTransport {
    private let sessions: TransportSessions

    /// Makes a transport with sessions of its own, which are invalidated with the last copy of the transport. They have no
    /// cache and no cookie store, both of which would keep an API's answers on disk.
    ///
    /// - Parameter proxies: Which requests go through a proxy.
    public init(proxies: ProxySettings = ProxySettings()) {
        let configuration = URLSessionConfiguration.ephemeral
        // A request that waits for one of few connections uses up its time.
        configuration.httpMaximumConnectionsPerHost = 1000
        sessions = TransportSessions(configuration, proxies)
    }

    /// Makes a transport with a session of its own, which is invalidated with the last copy of the transport.
    ///
    /// - Parameter configuration: The session's settings, proxies among them.
    public init(configuration: URLSessionConfiguration) {
        sessions = TransportSessions(configuration, nil)
    }

    /// Sends a request and returns when the head of its response has arrived.
    ///
    /// - Throws: `TransportError`, `CancellationError`, `APIError` for a proxy that cannot be used, and what the request's
    ///   own stream throws, unchanged.
    public func send(
        _ request: HTTPRequest,
        body: HTTPRequestBody,
        timeouts: TransportTimeouts
    ) async throws -> TransportResponse {
        try Task.checkCancellation()
        let session = try sessions.session(for: request)
        let urlRequest = try URLRequest(request, timeouts)
        var timeouts = timeouts
        var content: CollectedContent?
        switch body {
        case .none: break
        case .bytes(let bytes): content = .bytes(bytes)
        case .stream(let stream):
            let start = ContinuousClock.now
            content = try await CollectedContent.reading(stream, within: timeouts.headers)
            // The time until the head begins with the exchange, as everywhere.
            timeouts.headers = timeouts.headers.map { max($0 - (ContinuousClock.now - start), .zero) }
        }
        return try await session.start(urlRequest, sending: content).response(timeouts)
    }
}
