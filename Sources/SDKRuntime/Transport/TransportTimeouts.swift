/// How long the phases of one exchange may take. A limit that is nil does not apply.
///
/// There is no limit for the whole exchange: a stream may rightly run for hours. It must not fall silent, though.
public struct TransportTimeouts: Sendable, Hashable {
    /// Until the connection stands, name look-up and TLS handshake included.
    public var connect: Duration?

    /// From the start of the exchange until the head of the response has arrived.
    public var headers: Duration?

    /// Between two chunks of the response's body, and before the first one.
    public var idle: Duration?

    /// Makes a set of limits.
    public init(connect: Duration? = nil, headers: Duration? = nil, idle: Duration? = nil) {
        self.connect = connect
        self.headers = headers
        self.idle = idle
    }
}
