import HTTPTypes

extension APIRequest {
    /// Makes a request with an HTTP method that has no name here (OpenAPI 3.2, section 4.9, `additionalOperations`).
    ///
    /// - Parameters:
    ///   - method: The method as it goes on the wire, a token (RFC 9110, section 9.1). Any other text is reported when the
    ///     request is sent.
    ///   - template: The path, as in ``init(_:_:)``.
    public init(method: String, _ template: String) {
        self.init(HTTPRequest.Method(method) ?? .get, template)
        if HTTPRequest.Method(method) == nil {
            let reason = APIError(.invalidArgument, "'\(method)' is no token")
            fail(.invalidArgument, "the HTTP method", reason)
        }
    }
}
