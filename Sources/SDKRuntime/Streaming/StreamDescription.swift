/// What the description of an API says about one of its event streams.
public struct StreamDescription: Sendable, Hashable {
    /// What of an event the stream's values are.
    public enum Payload: Sendable, Hashable {
        /// The JSON in the event's data. Events without data are passed over.
        case data
        /// The event itself: an object of `event`, `data`, `id` and `retry` (OpenAPI 3.2, section 4.14.4), whose `data`
        /// is a string or, where the type wants that, the JSON in it.
        case event
    }

    /// The data that ends the stream, such as `[DONE]`. Nil: it ends where the response does.
    public let terminator: String?

    /// The names of events that are passed over.
    public let ignoredEvents: Set<String>

    /// The names of events that report an error, which the stream throws.
    public let errorEvents: Set<String>

    /// What of an event the stream's values are.
    public let payload: Payload

    /// Describes a stream.
    public init(
        terminator: String? = nil,
        ignoredEvents: Set<String> = [],
        errorEvents: Set<String> = [],
        payload: Payload = .data
    ) {
        self.terminator = terminator
        self.ignoredEvents = ignoredEvents
        self.errorEvents = errorEvents
        self.payload = payload
    }
}
