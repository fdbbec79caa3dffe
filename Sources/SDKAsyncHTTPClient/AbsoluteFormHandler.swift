#if AsyncHTTPClient
    import AsyncHTTPClient
    import NIOCore
    import NIOHTTP1
    import SDKRuntime

    /// Makes requests on a connection to a proxy such as the proxy sends on: with the whole URL in place of its path
    /// (RFC 9112, section 3.2.2).
    ///
    /// AsyncHTTPClient itself makes a tunnel for `http` as well, which many proxies allow for `https` alone.
    final class AbsoluteFormHandler: ChannelOutboundHandler {
        typealias OutboundIn = HTTPClientRequestPart
        typealias OutboundOut = HTTPClientRequestPart

        private let credentials: String?

        private init(credentials: String?) {
            self.credentials = credentials
        }

        /// Puts the handler in its place: requests pass it on their way to what writes their bytes.
        static func add(to channel: any Channel, credentials: String?) -> EventLoopFuture<Void> {
            channel.eventLoop.makeCompletedFuture {
                let pipeline = channel.pipeline.syncOperations
                let encoder = try pipeline.handler(type: HTTPRequestEncoder.self)
                try pipeline.addHandler(AbsoluteFormHandler(credentials: credentials), position: .after(encoder))
            }
        }

        func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
            guard case .head(var head) = unwrapOutboundIn(data) else {
                context.write(data, promise: promise)
                return
            }
            head.uri = "http://\(head.headers.first(name: "host") ?? "")\(head.uri)"
            if let credentials {
                head.headers.replaceOrAdd(name: "Proxy-Authorization", value: "Basic \(credentials)")
            }
            context.write(wrapOutboundOut(.head(head)), promise: promise)
        }
    }
#endif
