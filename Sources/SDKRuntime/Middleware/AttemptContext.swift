/// What a ``Middleware`` is told about the attempt that it is part of.
public struct AttemptContext: Sendable, Hashable {
    /// The name of the service, such as `Anthropic`.
    public let service: String

    /// Which call it is, without the values of its parameters: `POST /v1/sessions/{session_id}/resources`.
    public let operation: String

    /// How many attempts of the call came before this one: 0 for the first.
    public let attempt: Int

    /// How many attempts may follow the first one.
    public let maxRetries: Int

    /// Makes a context, for tests of middleware.
    public init(service: String, operation: String, attempt: Int = 0, maxRetries: Int = 0) {
        self.service = service
        self.operation = operation
        self.attempt = attempt
        self.maxRetries = maxRetries
    }
}
