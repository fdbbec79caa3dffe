#if AsyncHTTPClient
    public import AsyncHTTPClient
    public import HTTPTypes
    import NIOCore
    import NIOHTTP1
    public import SDKRuntime

    /// A transport over AsyncHTTPClient, which works wherever SwiftNIO does. It is the default on Linux.
    ///
    /// Bodies are streamed both ways, and a slow reader slows the sender down. All limits of `TransportTimeouts` apply to
    /// each request. Compressed responses are unpacked up to 256 MiB each. Requests go by HTTP/1.1, over up to 1000
    /// connections to each server.
    public struct AsyncHTTPClientTransport: HTTPTransport {
        private let client: Client

        private enum Client: Sendable {
            case shared(ProxySettings, idleTimeout: Duration)
            case own(HTTPClient)
        }

        /// Makes a transport over clients that all such transports of the process share. It needs no shutting down.
        ///
        /// - Parameter proxies: Which requests go through a proxy. Those for `http` are handed to it, and those for `https`
        ///   go through a tunnel that it makes. A proxy that AsyncHTTPClient cannot use is an error of kind
        ///   `invalidArgument`: one over TLS for `https`, and one of SOCKS with a password.
        public init(proxies: ProxySettings = ProxySettings()) {
            self.init(proxies: proxies, idleTimeout: .seconds(60))
        }

        /// The same, with a time after which a connection is closed that nobody uses.
        package init(proxies: ProxySettings, idleTimeout: Duration) {
            client = .shared(proxies, idleTimeout: idleTimeout)
        }

        /// Makes a transport over a client of the caller's, whose own settings for connecting, proxies and unpacking hold.
        ///
        /// - Parameter client: Its owner shuts it down. Its `redirectConfiguration` should be `.disallow`: the library's own
        ///   redirects carry credentials along to foreign origins.
        public init(_ client: HTTPClient) {
            self.client = .own(client)
        }

        /// Sends a request and returns when the head of its response has arrived.
        ///
        /// - Throws: `TransportError`, `CancellationError`, `APIError` for a proxy that cannot be used, and what the
        ///   request's own stream throws, unchanged.
        public func send(
            _ request: HTTPRequest,
            body: HTTPRequestBody,
            timeouts: TransportTimeouts
        ) async throws -> TransportResponse {
            let upload: RequestUpload? = if case .stream(let stream) = body { RequestUpload(stream) } else { nil }
            do {
                let (client, route) = try self.client(for: request, timeouts)
                let response = try await client.execute(
                    HTTPClientRequest(request, body, upload, route),
                    deadline: timeouts.headers.map { .now() + TimeAmount(clamping: $0) } ?? .distantFuture
                )
                let hasContent = request.method != .head && ![204, 304].contains(response.status.code)
                let reader = ResponseBodyReader(response, idle: timeouts.idle, hasContent: hasContent, upload: upload)
                let head = try HTTPResponse(response)
                let length = hasContent ? UnpackedBody.length(head.headerFields) : 0
                let body = HTTPBodyStream(length: length) { .init { try await reader.next() } }
                return TransportResponse(head: head, body: body)
            } catch {
                upload?.cancel()
                throw AsyncHTTPClientFailure.translate(error)
            }
        }

        private func client(
            for request: HTTPRequest,
            _ timeouts: TransportTimeouts
        ) throws -> (HTTPClient, ConnectionRoute) {
            switch client {
            case .own(let client):
                return (client, .direct)
            case .shared(let proxies, let idleTimeout):
                let proxy = proxies.isEmpty ? nil : try proxies.proxy(for: request)
                let route = try ConnectionRoute(scheme: request.scheme ?? "https", proxy: proxy)
                let settings = SharedHTTPClients.Settings(
                    connectTimeout: timeouts.connect ?? .seconds(5),
                    idleTimeout: idleTimeout,
                    route: route
                )
                return (SharedHTTPClients.client(settings), route)
            }
        }
    }
#endif
