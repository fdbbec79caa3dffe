import HTTPTypes
import SDKRuntime

#if canImport(FoundationNetworking)
    import Foundation
    import FoundationNetworking
#else
    import Foundation
#endif

/// The sessions of a transport: a session sends all of its requests through one proxy, so that there is one for each.
final class TransportSessions: Sendable {
    private let configuration: URLSessionConfiguration
    private let proxies: ProxySettings?
    private let sessions = Locked<[ProxyServer?: TransportSession]>([:])

    /// - Parameter proxies: Which requests go through a proxy. Nil: as the configuration says.
    init(_ configuration: URLSessionConfiguration, _ proxies: ProxySettings?) {
        self.configuration = configuration
        self.proxies = proxies
    }

    /// The session for a request.
    ///
    /// - Throws: `APIError` of kind `invalidArgument` for a proxy that cannot be used.
    func session(for request: HTTPRequest) throws -> TransportSession {
        let proxy = try proxies?.proxy(for: request)
        if let proxy { try Self.check(proxy, for: request) }
        return sessions.withLock { sessions in
            if let session = sessions[proxy] { return session }
            let session = TransportSession(proxy.map(configuration.through) ?? configuration)
            sessions[proxy] = session
            return session
        }
    }

    /// A request is not sent past a proxy that cannot be used: that might be just what the proxy is to prevent.
    private static func check(_ proxy: ProxyServer, for request: HTTPRequest) throws {
        #if canImport(FoundationNetworking)
            guard try ofTheProcess.proxy(for: request) == proxy else {
                throw APIError(
                    .invalidArgument,
                    """
                    URLSession on Linux takes its proxies from the environment of the process alone, that for http from \
                    'http_proxy' in lower case: use AsyncHTTPClient for \(proxy)
                    """
                )
            }
        #else
            guard proxy.username == nil, proxy.scheme != .https else {
                throw APIError(
                    .invalidArgument,
                    "URLSession neither logs in to a proxy nor reaches one by TLS: \(proxy)"
                )
            }
        #endif
    }

    #if canImport(FoundationNetworking)
        /// What libcurl does, which is below FoundationNetworking and reads the variables by itself.
        private static let ofTheProcess = ProxySettings(
            .values(ProcessInfo.processInfo.environment.filter { $0.key != "HTTP_PROXY" })
        )
    #endif
}

extension URLSessionConfiguration {
    /// The same settings, with a proxy.
    fileprivate func through(_ proxy: ProxyServer) -> URLSessionConfiguration {
        guard let copy = copy() as? URLSessionConfiguration else { return self }
        var settings: [AnyHashable: Any] = [:]
        for key in proxy.scheme == .socks5 ? ["SOCKS"] : ["HTTP", "HTTPS"] {
            settings["\(key)Enable"] = 1
            settings["\(key)Proxy"] = proxy.host
            settings["\(key)Port"] = proxy.port
        }
        copy.connectionProxyDictionary = settings
        return copy
    }
}
