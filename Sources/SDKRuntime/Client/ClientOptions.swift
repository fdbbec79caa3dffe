public import Logging

/// How a client behaves. Every setting has a default.
///
/// Options are read when the client is made. ``SDKClient/withOptions(_:)`` derives a client that differs in some.
public struct ClientOptions: Sendable {
    /// How long each attempt may wait for the head of the response. It must be positive. Nil: 600 s.
    public var timeout: Duration?

    /// How long the body of a response may stay silent between two chunks. It must be positive. Nil: as ``timeout``.
    public var idleTimeout: Duration?

    /// How long a connection may take to be made. It must be positive; a transport may round it up to two digits. Nil: 5 s.
    public var connectTimeout: Duration?

    /// How often a failed attempt is repeated. It must not be negative.
    public var maxRetries: Int

    /// The longest time to wait before an attempt is repeated when the service asks for it. A longer one is cut to this. It
    /// must be positive. Nil: whatever the service asks for.
    public var maxRetryDelay: Duration?

    /// How many redirects in a row are followed. It must not be negative; 0: a redirect is an error with its status.
    public var maxRedirects: Int

    /// What each attempt of a call passes through, outermost first. That of a call comes after it.
    public var middleware: [any Middleware]

    /// Headers of every request. They replace the service's own of the same name; nil removes one.
    public var defaultHeaders: HeaderLayer

    /// Query parameters of every request. A call's own parameters replace them.
    public var defaultQuery: QueryLayer

    /// How much is logged. Nil: the environment's `…_LOG` variable, else ``ClientLogLevel/warn``.
    public var logLevel: ClientLogLevel?

    /// Where log lines go. ``logLevel`` decides which; the logger's own level is not asked.
    /// Nil: a logger of the process's logging system, labelled with the service's name.
    public var logger: Logger?

    /// What sends the requests. Nil: the package's transport for the platform.
    public var transport: (any HTTPTransport)?

    /// Where settings come from that the initialiser was not given.
    public var environment: ClientEnvironment

    /// Whether a response that departs from the description is an error.
    public var decoding: DecodingMode

    /// Whether requests carry the service's telemetry headers: language, platform, retry count and timeout.
    public var sendsTelemetry: Bool

    /// Where time and chance come from.
    public var clock: ClientClock

    /// Makes options. What is left out has its default.
    public init(
        timeout: Duration? = nil,
        idleTimeout: Duration? = nil,
        connectTimeout: Duration? = nil,
        maxRetries: Int = 2,
        maxRetryDelay: Duration? = nil,
        maxRedirects: Int = 10,
        middleware: [any Middleware] = [],
        defaultHeaders: HeaderLayer = [:],
        defaultQuery: QueryLayer = [:],
        logLevel: ClientLogLevel? = nil,
        logger: Logger? = nil,
        transport: (any HTTPTransport)? = nil,
        environment: ClientEnvironment = .process,
        decoding: DecodingMode = .lenient,
        sendsTelemetry: Bool = true,
        clock: ClientClock = .system
    ) {
        self.timeout = timeout
        self.idleTimeout = idleTimeout
        self.connectTimeout = connectTimeout
        self.maxRetries = maxRetries
        self.maxRetryDelay = maxRetryDelay
        self.maxRedirects = maxRedirects
        self.middleware = middleware
        self.defaultHeaders = defaultHeaders
        self.defaultQuery = defaultQuery
        self.logLevel = logLevel
        self.logger = logger
        self.transport = transport
        self.environment = environment
        self.decoding = decoding
        self.sendsTelemetry = sendsTelemetry
        self.clock = clock
    }
}
