#if AsyncHTTPClient
    public import AsyncHTTPClient
    public import HTTPTypes
    import NIOCore
    import NIOHTTP1
    import NIOHTTPCompression
    public import SDKRuntime

    /// A transport over AsyncHTTPClient, which works wherever SwiftNIO does. It is the default on Linux.
    ///
    /// Bodies are streamed both ways, and a slow reader slows the sender down. The limits for the response's head and for
    /// silence apply to each request; the one for connecting is a setting of the `HTTPClient`.
    public struct AsyncHTTPClientTransport: HTTPTransport {
        private let client: HTTPClient

        /// Makes a transport over a client that all such transports of the process share. It needs no shutting down.
        public init() {
            client = .sharedWithoutRedirects
        }

        /// Makes a transport over a client of the caller's.
        ///
        /// - Parameter client: Its owner shuts it down. Its `redirectConfiguration` should be `.disallow`: the library's own
        ///   redirects carry credentials along to foreign origins.
        public init(_ client: HTTPClient) {
            self.client = client
        }

        /// Sends a request and returns when the head of its response has arrived.
        ///
        /// - Throws: `TransportError`, `CancellationError`, and what the request's own stream throws, unchanged.
        public func send(
            _ request: HTTPRequest,
            body: HTTPRequestBody,
            timeouts: TransportTimeouts
        ) async throws -> TransportResponse {
            do {
                let response = try await client.execute(
                    HTTPClientRequest(request, body),
                    deadline: timeouts.headers.map { .now() + TimeAmount(clamping: $0) } ?? .distantFuture
                )
                let reader = ResponseBodyReader(response.body, idle: timeouts.idle)
                return TransportResponse(
                    head: try HTTPResponse(response),
                    body: HTTPBodyStream(length: response.bodyLength) { .init { try await reader.next() } }
                )
            } catch {
                throw AsyncHTTPClientFailure.translate(error)
            }
        }
    }

    extension HTTPClient {
        /// `HTTPClient.shared` follows redirects and gives up after 90 s of silence, so there is one with other settings.
        /// Like that one it lives as long as the process.
        fileprivate static let sharedWithoutRedirects = HTTPClient(
            eventLoopGroup: HTTPClient.defaultEventLoopGroup,
            configuration: {
                var configuration = HTTPClient.Configuration(
                    redirectConfiguration: .disallow,
                    timeout: .init(connect: .seconds(5)),
                    decompression: .enabled(limit: .size(largestDecompressedBody))
                )
                // The runtime repeats failed attempts by its own rules; the pool would try until the limit has passed.
                configuration.connectionPool.retryConnectionEstablishment = false
                return configuration
            }()
        )

        /// A compressed body that grows beyond this is an attack rather than an answer.
        private static var largestDecompressedBody: Int { 256 << 20 }
    }

    extension TimeAmount {
        /// A duration as NIO's nanoseconds, which end after 292 years.
        init(clamping duration: Duration) {
            self =
                .seconds(min(duration.components.seconds, 1 << 32))
                + .nanoseconds(duration.components.attoseconds / 1_000_000_000)
        }
    }

    extension HTTPClientResponse {
        /// The number of bytes that the body will have; nil if the server does not say or has compressed it.
        fileprivate var bodyLength: Int64? {
            guard headers["content-encoding"].isEmpty else { return nil }
            return headers.first(name: "content-length").flatMap { Int64($0) }
        }
    }
#endif
