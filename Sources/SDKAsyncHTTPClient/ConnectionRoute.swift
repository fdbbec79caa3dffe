#if AsyncHTTPClient
    import SDKRuntime

    /// The way that a request takes to the server.
    enum ConnectionRoute: Hashable, Sendable {
        /// Straight.
        case direct
        /// Through a connection that a proxy makes to the server and does not look into (RFC 9110, section 9.3.6; RFC 1928).
        case tunnel(ProxyServer)
        /// To a proxy that sends the request on (RFC 9112, section 3.2.2).
        case forward(ProxyServer)

        /// - Parameters:
        ///   - scheme: The scheme of the request's URL.
        ///   - proxy: The proxy that the request goes through, if any.
        /// - Throws: `APIError` of kind `.invalidArgument` for a proxy that AsyncHTTPClient cannot use. The
        ///   request is not sent another way, which might be just what the proxy is to prevent.
        init(scheme: String, proxy: ProxyServer?) throws {
            guard let proxy else {
                self = .direct
                return
            }
            switch proxy.scheme {
            case .socks5:
                guard proxy.username == nil else {
                    throw APIError(.invalidArgument, "AsyncHTTPClient cannot log in to a SOCKS proxy: \(proxy)")
                }
                self = .tunnel(proxy)
            case .http, .https:
                if scheme == "http" {
                    self = .forward(proxy)
                } else if proxy.scheme == .http {
                    self = .tunnel(proxy)
                } else {
                    throw APIError(
                        .invalidArgument,
                        "AsyncHTTPClient makes no tunnel through a proxy over TLS: \(proxy)"
                    )
                }
            }
        }
    }
#endif
