#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension APIError {
    /// The value of a header field of the response by its name, in any case: `header("retry-after")`. Nil when there is none.
    public func header(_ name: String) -> String? { headers.value(name) }

    // <!-- swift
    // typealias ValidationProblem = JSONValue
    // -->
    /// Reads the body of the error response as the type that the API description states for it.
    ///
    /// ```swift
    /// do {
    ///     let model = try await client.models.retrieve(modelID: "claude")
    ///     print(model.displayName)
    /// } catch let error as APIError where error.status == 422 {
    ///     let problem = try error.body(as: ValidationProblem.self)
    ///     print(problem)
    /// }
    /// ```
    ///
    /// What does not fit the type takes an empty value, whatever the client's decoding mode.
    ///
    /// - Throws: ``APIError`` of kind ``Kind/decoding``, with status and headers of this one, when there is no body or it
    ///   is no JSON.
    public func body<Value: JSONCodable>(as type: Value.Type) throws -> Value {
        guard body != nil else { throw unreadable("the error has no body", nil) }
        do {
            let mediaType = MediaType(headers[.contentType])
            return try ResponseDecoding(mode: .lenient).decode(type, from: bodyBytes, as: mediaType).value
        } catch {
            throw unreadable("the body of the error is not a \(type): \(error)", error)
        }
    }

    /// Reads the header fields of the error response as a model; see ``ResponseHead/headers(as:)``. What does not fit the
    /// type takes an empty value, whatever the client's decoding mode. An error without a response has no headers.
    ///
    /// - Throws: ``APIError`` of kind ``Kind/decoding``.
    public func headers<Headers: APIModel>(as type: Headers.Type) throws -> Headers {
        do {
            return try HeaderModel(headers).object(for: type).decode(as: type)
        } catch {
            throw unreadable("the header of the error is not a \(type): \(error)", error)
        }
    }

    private func unreadable(_ message: String, _ underlyingError: (any Error)?) -> APIError {
        APIError(.decoding, message, of: self, underlyingError: underlyingError)
    }
}
