#if AsyncHTTPClient
    import AsyncHTTPClient
    import NIOCore
    import NIOHTTPCompression
    import SDKRuntime

    enum AsyncHTTPClientFailure {
        /// What the transport throws for an error of AsyncHTTPClient and the libraries below it.
        static func translate(_ error: any Error) -> any Error {
            switch error {
            case let failure as RequestStreamFailure:
                failure.error
            case is CancellationError, is TransportError, is APIError:
                error
            case _ where Task.isCancelled:
                CancellationError()
            case let error as HTTPClientError where timeouts.contains(error):
                TransportError(.timeout, "no answer in time", underlyingError: error)
            case let error as HTTPClientError where error == .connectTimeout:
                TransportError(.timeout, "no connection in time", underlyingError: error)
            case NIOHTTPDecompression.DecompressionError.limit:
                TransportError(.content, "the response grows beyond measure when unpacked", underlyingError: error)
            case is NIOHTTPDecompression.DecompressionError, is NIOHTTPDecompression.ExtraDecompressionError:
                TransportError(.content, "the response cannot be unpacked", underlyingError: error)
            default:
                TransportError(.connection, "the connection failed", underlyingError: error)
            }
        }

        private static let timeouts: [HTTPClientError] = [
            .deadlineExceeded, .getConnectionFromPoolTimeout, .httpProxyHandshakeTimeout, .readTimeout,
            .socksHandshakeTimeout, .tlsHandshakeTimeout, .writeTimeout,
        ]
    }
#endif
