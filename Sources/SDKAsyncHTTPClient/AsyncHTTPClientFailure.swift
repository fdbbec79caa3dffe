#if AsyncHTTPClient
    import AsyncHTTPClient
    import NIOCore
    import SDKRuntime

    /// What the stream of a request's body threw while it was sent.
    struct RequestStreamFailure: Error {
        let error: any Error
    }

    enum AsyncHTTPClientFailure {
        /// What the transport throws for an error of AsyncHTTPClient and the libraries below it.
        static func translate(_ error: any Error) -> any Error {
            switch error {
            case let failure as RequestStreamFailure:
                failure.error
            case is CancellationError, is TransportError:
                error
            case _ where Task.isCancelled:
                CancellationError()
            case let error as HTTPClientError where timeouts.contains(error):
                TransportError(.timeout, "no answer in time", underlyingError: error)
            case ChannelError.connectTimeout:
                TransportError(.timeout, "no connection in time", underlyingError: error)
            default:
                TransportError(.connection, "the connection failed", underlyingError: error)
            }
        }

        private static let timeouts: [HTTPClientError] = [
            .connectTimeout, .deadlineExceeded, .getConnectionFromPoolTimeout, .httpProxyHandshakeTimeout, .readTimeout,
            .socksHandshakeTimeout, .tlsHandshakeTimeout, .writeTimeout,
        ]
    }
#endif
