import SDKAsyncHTTPClient
import SDKRuntime
import SDKURLSession

/// The transports, which all behave alike.
enum TransportKind: CaseIterable, CustomStringConvertible {
    case asyncHTTPClient
    case urlSession

    /// Those that end an exchange for which nobody waits any more.
    static var closing: [TransportKind] {
        #if canImport(Darwin)
            allCases
        #else
            [.asyncHTTPClient]
        #endif
    }

    /// Those that live through a head that is never complete: FoundationNetworking stops the program when its connection
    /// ends.
    static var resilient: [TransportKind] { closing }

    /// Those that send requests through a proxy of the test's.
    static var proxying: [TransportKind] { closing }

    func make(proxies: ProxySettings = ProxySettings(.none)) -> any HTTPTransport {
        switch self {
        // A test may wait for the machine between two calls: its connections are not to be closed meanwhile.
        case .asyncHTTPClient: AsyncHTTPClientTransport(proxies: proxies, idleTimeout: .seconds(3600))
        case .urlSession: URLSessionTransport(proxies: proxies)
        }
    }

    var description: String {
        switch self {
        case .asyncHTTPClient: "AsyncHTTPClient"
        case .urlSession: "URLSession"
        }
    }
}

extension HTTPTransport {
    /// Sends a request to a test's server.
    func send(
        _ method: HTTPRequest.Method,
        _ authority: String,
        _ path: String,
        scheme: String = "http",
        headers: HTTPFields = [:],
        body: HTTPRequestBody = .none,
        timeouts: TransportTimeouts = .init()
    ) async throws -> TransportResponse {
        let request = HTTPRequest(
            method: method,
            scheme: scheme,
            authority: authority,
            path: path,
            headerFields: headers
        )
        return try await send(request, body: body, timeouts: timeouts)
    }
}
