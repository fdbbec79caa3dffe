#if AsyncHTTPClient
    import AsyncHTTPClient
    import NIOCore
    import NIOHTTPCompression
    import SDKRuntime

    /// The HTTP clients of the process: one for each set of what AsyncHTTPClient cannot set for a single request.
    ///
    /// All transports share them, and so their connections. Like `HTTPClient.shared`, which follows redirects and gives up
    /// after 90 s of silence, they live as long as the process, so that nobody has to shut them down. A program has few
    /// of them, and one that is not used keeps no connection open.
    enum SharedHTTPClients {
        /// What one client has for all of its requests.
        struct Settings: Hashable, Sendable {
            /// How long a connection may take to be made.
            var connectTimeout: Duration
            var route: ConnectionRoute
        }

        private static let clients = Locked<[Settings: HTTPClient]>([:])

        /// The client with these settings.
        static func client(_ settings: Settings) -> HTTPClient {
            clients.withLock { clients in
                if let client = clients[settings] { return client }
                let client = HTTPClient(
                    eventLoopGroup: HTTPClient.defaultEventLoopGroup,
                    configuration: HTTPClient.Configuration(settings)
                )
                clients[settings] = client
                return client
            }
        }
    }

    extension HTTPClient.Configuration {
        fileprivate init(_ settings: SharedHTTPClients.Settings) {
            self.init(
                redirectConfiguration: .disallow,
                timeout: .init(connect: TimeAmount(clamping: settings.connectTimeout)),
                decompression: .enabled(limit: .size(Self.largestDecompressedBody))
            )
            // The runtime repeats failed attempts by its own rules; the pool would try until the limit has passed.
            connectionPool.retryConnectionEstablishment = false
            // A call that waits in the pool uses up its time to connect. So no call waits: neither for one of few
            // connections, nor, as with HTTP/2 here, for one of the streams of the only connection.
            connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = Self.mostConnections
            httpVersion = .http1Only
            switch settings.route {
            case .direct:
                break
            case .tunnel(let proxy):
                self.proxy = Proxy(tunnel: proxy)
            case .forward(let proxy):
                http1_1ConnectionDebugInitializer = { channel in
                    AbsoluteFormHandler.add(to: channel, credentials: proxy.basicCredentials)
                }
            }
        }

        /// The connections to one server that are open at a time.
        private static var mostConnections: Int { 1000 }

        /// A compressed body that grows beyond this is an attack rather than an answer.
        private static var largestDecompressedBody: Int { 256 << 20 }
    }

    extension HTTPClient.Configuration.Proxy {
        fileprivate init(tunnel proxy: ProxyServer) {
            switch proxy.scheme {
            case .socks5: self = .socksServer(host: proxy.host, port: proxy.port)
            case .http, .https:
                self = .server(
                    host: proxy.host,
                    port: proxy.port,
                    authorization: proxy.basicCredentials.map { .basic(credentials: $0) }
                )
            }
        }
    }

    extension TimeAmount {
        /// A duration as NIO's nanoseconds, which end after 292 years.
        init(clamping duration: Duration) {
            self =
                .seconds(min(duration.components.seconds, 1 << 32))
                + .nanoseconds(duration.components.attoseconds / 1_000_000_000)
        }
    }
#endif
