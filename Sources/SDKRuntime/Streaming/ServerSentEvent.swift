/// One event of a `text/event-stream` (WHATWG HTML, section 9.2), as it is before anything is made of its data.
public struct ServerSentEvent: Sendable, Hashable {
    /// The event's name. Nil when it has none, or an empty one.
    public let event: String?

    /// The data: its lines, joined by line feeds. Empty for an event that has a name alone.
    public let data: String

    /// The identifier of the event or, if it has none, of the last one before it that had. An empty one is a reset.
    public let id: String?

    /// How long to wait before connecting anew, in milliseconds: what the stream has said since the event before.
    public let retry: Int?

    /// Makes an event.
    public init(event: String? = nil, data: String = "", id: String? = nil, retry: Int? = nil) {
        self.event = event
        self.data = data
        self.id = id
        self.retry = retry
    }
}
