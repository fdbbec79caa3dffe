public import HTTPTypes

/// A response as a transport hands it over: the head, and a body that is still to be read.
public struct TransportResponse: Sendable {
    /// Status and header fields.
    public var head: HTTPResponse

    /// The content as it arrives, content encodings removed. It can be read once.
    public var body: HTTPBodyStream

    /// Makes a response.
    public init(head: HTTPResponse, body: HTTPBodyStream) {
        self.head = head
        self.body = body
    }
}
