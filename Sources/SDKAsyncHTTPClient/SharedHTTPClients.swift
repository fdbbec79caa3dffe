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
            let connectTimeout: Duration
            /// How long a connection is kept that nobody uses.
            let idleTimeout: Duration
            let route: ConnectionRoute

            /// - Parameter connectTimeout: Rounded up to two digits, so that limits which a program works out for each of
            ///   its calls make some clients and not ever more.
            init(connectTimeout: Duration, idleTimeout: Duration, route: ConnectionRoute) {
                self.connectTimeout = connectTimeout.roundedUpToTwoDigits
                self.idleTimeout = idleTimeout
                self.route = route
            }
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
                decompression: .enabled(limit: .size(UnpackedBody.largest))
            )
            // The runtime repeats failed attempts by its own rules; the pool would try until the limit has passed.
            connectionPool.retryConnectionEstablishment = false
            connectionPool.idleTimeout = TimeAmount(clamping: settings.idleTimeout)
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

    extension Duration {
        /// The next duration of milliseconds with two digits that are not zero, such as 1.3 s of 1.234 s.
        fileprivate var roundedUpToTwoDigits: Duration {
            let (seconds, attoseconds) = components
            guard seconds < 1 << 32 else { return self }
            let milliseconds = seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
            var unit: Int64 = 1
            while milliseconds > unit * 99 { unit *= 10 }
            return .milliseconds((milliseconds + unit - 1) / unit * unit)
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
