public import HTTPTypes

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension TransportResponse {
    /// Makes a response of content that is there already, for a ``Middleware`` that answers by itself and for tests.
    ///
    /// - Parameters:
    ///   - status: The status.
    ///   - headers: The header fields.
    ///   - body: The content.
    public init(_ status: HTTPResponse.Status, headers: HTTPFields = [:], body: Data = Data()) {
        self.init(head: HTTPResponse(status: status, headerFields: headers), body: HTTPBodyStream(body))
    }

    /// Makes a response of a value in JSON.
    ///
    /// - Throws: When the value cannot be written, for a number that is not finite.
    public init(_ status: HTTPResponse.Status = .ok, headers: HTTPFields = [:], json value: some JSONCodable) throws {
        var headers = headers
        if headers[.contentType] == nil {
            headers[.contentType] = "application/json"
        }
        self.init(status, headers: headers, body: try ModelEncoder().encode(value))
    }

    /// Reads the body to its end, and puts what was read in its place, so that others can read it too.
    ///
    /// ```swift
    /// let failures = InlineMiddleware { request, _, next in
    ///     var response = try await next(request)
    ///     if response.head.status.kind != .successful {
    ///         let body = try await response.bufferBody()
    ///         print(String(decoding: body, as: UTF8.self))
    ///     }
    ///     return response
    /// }
    /// ```
    ///
    /// A stream of events has no end for a long time: leave it alone.
    ///
    /// - Returns: The body.
    /// - Throws: ``TransportError`` when the connection breaks, and `CancellationError`.
    @discardableResult
    public mutating func bufferBody() async throws -> Data {
        let bytes = try await body.collect()
        try Task.checkCancellation()
        body = HTTPBodyStream(bytes)
        return bytes
    }
}
