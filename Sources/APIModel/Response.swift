/// What a call that succeeds is answered with.
package struct Response: Hashable, Sendable {
    package var content: ResponseContent
    /// The media types that the call asks for, where that is not JSON.
    package var accept: String?
    /// What the spec says of it.
    package var text: String?
    /// The type of the header fields, where the spec describes some.
    package var headers: TypeID?

    package init(
        content: ResponseContent = .empty,
        accept: String? = nil,
        text: String? = nil,
        headers: TypeID? = nil
    ) {
        self.content = content
        self.accept = accept
        self.text = text
        self.headers = headers
    }
}

extension Response {
    /// Whether the answer comes in pieces, which are read while they arrive.
    package var isStream: Bool {
        switch content {
        case .events, .jsonLines: true
        case .empty, .json, .optional, .text, .bytes, .choice: false
        }
    }
}

/// What a successful call gives.
package indirect enum ResponseContent: Hashable, Sendable {
    case empty
    case json(TypeReference, isNullable: Bool)
    /// A value, or nothing where the API answers with null or without content.
    case optional(ResponseContent)
    case text
    /// Bytes, which are read while they arrive.
    case bytes
    /// Server-sent events.
    case events(TypeReference, EventFormat)
    /// A JSON value a line.
    case jsonLines(TypeReference)
    /// One of several, by status.
    case choice([ResponseCase])
}

/// What is said of the events of a stream.
package struct EventFormat: Hashable, Sendable {
    /// Whether a value is the event, with its name and id, in place of its data.
    package var isWholeEvent: Bool
    /// The data that ends the stream.
    package var terminator: String?
    /// Names of events that are passed over.
    package var ignoredEvents: [String]
    /// Names of events that report an error.
    package var errorEvents: [String]
}

/// What a call gives for one status.
package struct ResponseCase: Hashable, Sendable {
    /// The name in the SDK, in the spec's spelling: `no_content`.
    package var name: String
    /// The status code or the range, `204`, `2XX`.
    package var status: String
    package var content: ResponseContent
    package var text: String?
}

/// What a call that fails is answered with, for one status.
package struct ErrorResponse: Hashable, Sendable {
    /// The status code, the range, or `default`.
    package var status: String
    package var text: String?
    /// The type of the body; nil for one without.
    package var type: TypeReference?
}
