public import HTTPTypes

/// A request as a ``Middleware`` sees it, and as it goes to the transport once it is signed.
///
/// The credential of the client is not in it: it is added for each exchange, after all middleware. A credential that the
/// caller has set as a header is.
public struct OutgoingRequest: Sendable {
    /// Method, scheme, authority, path with query, and header fields.
    public var head: HTTPRequest

    /// The content. Its length is no header field: the transport adds it.
    public var body: HTTPRequestBody

    /// Makes a request.
    public init(head: HTTPRequest, body: HTTPRequestBody = .none) {
        self.head = head
        self.body = body
    }

    /// The complete URL.
    public var url: String { Self.url(head.scheme, head.authority, head.path) }

    /// A URL of its parts.
    static func url(_ scheme: String?, _ authority: String?, _ path: String?) -> String {
        "\(scheme ?? "https")://\(authority ?? "")\(path ?? "/")"
    }
}

extension OutgoingRequest: CustomStringConvertible, CustomReflectable {
    /// The method and the URL without its query, which may have a credential.
    public var description: String {
        "\(head.method.rawValue) \(url.prefix { $0 != "?" })"
    }

    /// What a dump shows: no header field and no content.
    public var customMirror: Mirror { Mirror(self, children: ["request": description]) }
}
