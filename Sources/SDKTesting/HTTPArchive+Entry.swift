extension HTTPArchive {
    /// One request and its response.
    public struct Entry: Codable, Sendable, Hashable {
        /// When the exchange began, as an ISO 8601 timestamp.
        public var startedDateTime: String?
        /// How long it took, in milliseconds.
        public var time: Double?
        /// What was sent.
        public var request: Request
        /// What came back.
        public var response: Response
        /// Always empty: the format wants it.
        public var cache: Cache?
        /// How long the exchange's phases took.
        public var timings: Timings?

        /// Makes an entry by hand.
        public init(request: Request, response: Response) {
            self.request = request
            self.response = response
        }
    }

    /// A request.
    public struct Request: Codable, Sendable, Hashable {
        /// The method, such as `POST`.
        public var method: String
        /// The absolute URL.
        public var url: String
        /// The protocol's version.
        public var httpVersion: String?
        /// Always empty: cookies are in the headers.
        public var cookies: [Pair]?
        /// The header fields in order.
        public var headers: [Pair]
        /// The query, taken apart and decoded. Replaying reads it from ``url``.
        public var queryString: [Pair]?
        /// The content; nil when there is none.
        public var postData: PostData?
        /// The size of the header in bytes; −1 for unknown.
        public var headersSize: Int?
        /// The size of the content in bytes; −1 for unknown.
        public var bodySize: Int?

        /// Makes a request by hand.
        public init(method: String, url: String, headers: [Pair] = [], postData: PostData? = nil) {
            self.method = method
            self.url = url
            self.headers = headers
            self.postData = postData
        }
    }

    /// A response.
    public struct Response: Codable, Sendable, Hashable {
        /// The status code; 0 when the exchange failed.
        public var status: Int
        /// The reason phrase.
        public var statusText: String?
        /// The protocol's version.
        public var httpVersion: String?
        /// Always empty: cookies are in the headers.
        public var cookies: [Pair]?
        /// The header fields in order.
        public var headers: [Pair]
        /// The body.
        public var content: Content
        /// Where a redirect leads to; empty without one.
        public var redirectURL: String?
        /// The size of the header in bytes; −1 for unknown.
        public var headersSize: Int?
        /// The size of the body on the wire in bytes; −1 for unknown.
        public var bodySize: Int?

        /// Makes a response by hand.
        public init(status: Int, headers: [Pair] = [], content: Content = Content()) {
            self.status = status
            self.headers = headers
            self.content = content
        }
    }

    /// A name with its value.
    public struct Pair: Codable, Sendable, Hashable {
        /// The name.
        public var name: String
        /// The value.
        public var value: String

        /// Makes a pair.
        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// A cache's state, of which nothing is recorded.
    public struct Cache: Codable, Sendable, Hashable {}

    /// How long the phases of an exchange took, in milliseconds.
    public struct Timings: Codable, Sendable, Hashable {
        /// Sending the request.
        public var send: Double
        /// Waiting for the response's head.
        public var wait: Double
        /// Reading the response's body.
        public var receive: Double
    }
}
