import HTTPTypes
public import SDKRuntime

#if AsyncHTTPClient
    import SDKAsyncHTTPClient
#endif
#if URLSession
    import SDKURLSession
#endif

/// The transport that clients use unless they are given one: over URLSession on Apple platforms, over AsyncHTTPClient
/// elsewhere. Where the package trait of the first choice is off, it is the other.
///
/// With both traits off there is none: every request then fails with an error that says so.
///
/// - Parameter environment: Where the proxies come from that requests go through; see `ProxySettings`.
public func makeDefaultTransport(_ environment: ClientEnvironment = .process) -> any HTTPTransport {
    #if URLSession && canImport(Darwin)
        URLSessionTransport(proxies: ProxySettings(environment))
    #elseif AsyncHTTPClient
        AsyncHTTPClientTransport(proxies: ProxySettings(environment))
    #elseif URLSession
        URLSessionTransport(proxies: ProxySettings(environment))
    #else
        MissingTransport()
    #endif
}

/// Stands in for the transport that a build leaves out.
struct MissingTransport: HTTPTransport {
    func send(
        _ request: HTTPRequest,
        body: HTTPRequestBody,
        timeouts: TransportTimeouts
    ) async throws -> TransportResponse {
        throw APIError(
            .invalidArgument,
            "there is no transport: enable the package trait AsyncHTTPClient or URLSession, or set 'options.transport'"
        )
    }
}
