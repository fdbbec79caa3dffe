import HTTPTypes

// <!-- swift
// let id = "file_1"
// typealias Session = JSONValue
// -->
/// Calls by their path, for what the generated methods do not offer: endpoints that are newer than the module, and
/// values of one's own types.
///
/// ```swift
/// let file: JSONValue = try await client.get("/v1/files/\(id)", query: ["beta": true])
/// let session: Session = try await client.post("/v1/sessions", body: ["title": "Tidy up", "agent": .null])
/// let response = try await client.delete("/v1/files/\(id)")
/// print(response.status, response.requestID ?? "-")
/// ```
///
/// Such a call has all that other calls have: credentials, default headers, middleware, retries, limits and errors, and it
/// works in ``withResponse(_:)`` and ``asResponse(_:)``.
///
/// - The path is appended to the client's base URL. It may have a query. It is sent as it is, except that characters which no
///   URL can have are percent-encoded: values that may contain a slash or a question mark are the caller's to encode. A path
///   with a segment `.` or `..` is refused.
/// - A complete URL overrides the base URL. Credentials and default headers go along only to the origin of the base URL.
/// - Query parameters of `query` and headers of `headers` count as the call's own: they replace those of the client, nil
///   takes one out, and those of `options` replace them.
/// - The value is read as JSON into the type that the caller expects: any model of the module, ``JSONValue``, or arrays and
///   dictionaries of these. Where an ``APIResponse`` is expected, or nothing, the body is kept as received.
extension SDKClient {
    /// Makes a `GET` call and reads its value.
    ///
    /// - Parameters:
    ///   - path: The path below the base URL, or a complete URL.
    ///   - query: Query parameters.
    ///   - headers: Header fields.
    ///   - options: What the call does differently from the client.
    /// - Throws: ``APIError``, also for a status that is no success; `CancellationError` when the calling task is cancelled.
    public func get<Value: JSONCodable>(
        _ path: String,
        query: QueryLayer = [:],
        headers: HeaderLayer = [:],
        options: RequestOptions = .init()
    ) async throws -> Value {
        let call = PathCall(.get, path, .none, query, headers, options)
        return try await core.send(call.request, call.options)
    }

    /// Makes a `GET` call and returns its response, read to the end.
    ///
    /// - Parameters:
    ///   - path: The path below the base URL, or a complete URL.
    ///   - query: Query parameters.
    ///   - headers: Header fields.
    ///   - options: What the call does differently from the client.
    /// - Throws: ``APIError``, also for a status that is no success; `CancellationError` when the calling task is cancelled.
    @discardableResult
    public func get(
        _ path: String,
        query: QueryLayer = [:],
        headers: HeaderLayer = [:],
        options: RequestOptions = .init()
    ) async throws -> APIResponse {
        let call = PathCall(.get, path, .none, query, headers, options)
        return try await core.response(call.request, call.options)
    }

    /// Makes a `POST` call and reads its value.
    ///
    /// - Parameters:
    ///   - path: The path below the base URL, or a complete URL.
    ///   - body: The content.
    ///   - query: Query parameters.
    ///   - headers: Header fields.
    ///   - options: What the call does differently from the client.
    /// - Throws: ``APIError``, also for a status that is no success; `CancellationError` when the calling task is cancelled.
    public func post<Value: JSONCodable>(
        _ path: String,
        body: APIRequestBody = .none,
        query: QueryLayer = [:],
        headers: HeaderLayer = [:],
        options: RequestOptions = .init()
    ) async throws -> Value {
        let call = PathCall(.post, path, body, query, headers, options)
        return try await core.send(call.request, call.options)
    }

    /// Makes a `POST` call and returns its response, read to the end.
    ///
    /// - Parameters:
    ///   - path: The path below the base URL, or a complete URL.
    ///   - body: The content.
    ///   - query: Query parameters.
    ///   - headers: Header fields.
    ///   - options: What the call does differently from the client.
    /// - Throws: ``APIError``, also for a status that is no success; `CancellationError` when the calling task is cancelled.
    @discardableResult
    public func post(
        _ path: String,
        body: APIRequestBody = .none,
        query: QueryLayer = [:],
        headers: HeaderLayer = [:],
        options: RequestOptions = .init()
    ) async throws -> APIResponse {
        let call = PathCall(.post, path, body, query, headers, options)
        return try await core.response(call.request, call.options)
    }

    /// Makes a `PUT` call and reads its value.
    ///
    /// - Parameters:
    ///   - path: The path below the base URL, or a complete URL.
    ///   - body: The content.
    ///   - query: Query parameters.
    ///   - headers: Header fields.
    ///   - options: What the call does differently from the client.
    /// - Throws: ``APIError``, also for a status that is no success; `CancellationError` when the calling task is cancelled.
    public func put<Value: JSONCodable>(
        _ path: String,
        body: APIRequestBody = .none,
        query: QueryLayer = [:],
        headers: HeaderLayer = [:],
        options: RequestOptions = .init()
    ) async throws -> Value {
        let call = PathCall(.put, path, body, query, headers, options)
        return try await core.send(call.request, call.options)
    }

    /// Makes a `PUT` call and returns its response, read to the end.
    ///
    /// - Parameters:
    ///   - path: The path below the base URL, or a complete URL.
    ///   - body: The content.
    ///   - query: Query parameters.
    ///   - headers: Header fields.
    ///   - options: What the call does differently from the client.
    /// - Throws: ``APIError``, also for a status that is no success; `CancellationError` when the calling task is cancelled.
    @discardableResult
    public func put(
        _ path: String,
        body: APIRequestBody = .none,
        query: QueryLayer = [:],
        headers: HeaderLayer = [:],
        options: RequestOptions = .init()
    ) async throws -> APIResponse {
        let call = PathCall(.put, path, body, query, headers, options)
        return try await core.response(call.request, call.options)
    }

    /// Makes a `PATCH` call and reads its value.
    ///
    /// - Parameters:
    ///   - path: The path below the base URL, or a complete URL.
    ///   - body: The content.
    ///   - query: Query parameters.
    ///   - headers: Header fields.
    ///   - options: What the call does differently from the client.
    /// - Throws: ``APIError``, also for a status that is no success; `CancellationError` when the calling task is cancelled.
    public func patch<Value: JSONCodable>(
        _ path: String,
        body: APIRequestBody = .none,
        query: QueryLayer = [:],
        headers: HeaderLayer = [:],
        options: RequestOptions = .init()
    ) async throws -> Value {
        let call = PathCall(.patch, path, body, query, headers, options)
        return try await core.send(call.request, call.options)
    }

    /// Makes a `PATCH` call and returns its response, read to the end.
    ///
    /// - Parameters:
    ///   - path: The path below the base URL, or a complete URL.
    ///   - body: The content.
    ///   - query: Query parameters.
    ///   - headers: Header fields.
    ///   - options: What the call does differently from the client.
    /// - Throws: ``APIError``, also for a status that is no success; `CancellationError` when the calling task is cancelled.
    @discardableResult
    public func patch(
        _ path: String,
        body: APIRequestBody = .none,
        query: QueryLayer = [:],
        headers: HeaderLayer = [:],
        options: RequestOptions = .init()
    ) async throws -> APIResponse {
        let call = PathCall(.patch, path, body, query, headers, options)
        return try await core.response(call.request, call.options)
    }

    /// Makes a `DELETE` call and reads its value.
    ///
    /// - Parameters:
    ///   - path: The path below the base URL, or a complete URL.
    ///   - body: The content.
    ///   - query: Query parameters.
    ///   - headers: Header fields.
    ///   - options: What the call does differently from the client.
    /// - Throws: ``APIError``, also for a status that is no success; `CancellationError` when the calling task is cancelled.
    public func delete<Value: JSONCodable>(
        _ path: String,
        body: APIRequestBody = .none,
        query: QueryLayer = [:],
        headers: HeaderLayer = [:],
        options: RequestOptions = .init()
    ) async throws -> Value {
        let call = PathCall(.delete, path, body, query, headers, options)
        return try await core.send(call.request, call.options)
    }

    /// Makes a `DELETE` call and returns its response, read to the end.
    ///
    /// - Parameters:
    ///   - path: The path below the base URL, or a complete URL.
    ///   - body: The content.
    ///   - query: Query parameters.
    ///   - headers: Header fields.
    ///   - options: What the call does differently from the client.
    /// - Throws: ``APIError``, also for a status that is no success; `CancellationError` when the calling task is cancelled.
    @discardableResult
    public func delete(
        _ path: String,
        body: APIRequestBody = .none,
        query: QueryLayer = [:],
        headers: HeaderLayer = [:],
        options: RequestOptions = .init()
    ) async throws -> APIResponse {
        let call = PathCall(.delete, path, body, query, headers, options)
        return try await core.response(call.request, call.options)
    }
}

/// A call whose path is written out.
private struct PathCall {
    let request: APIRequest
    let options: RequestOptions

    init(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ body: APIRequestBody,
        _ query: QueryLayer,
        _ headers: HeaderLayer,
        _ options: RequestOptions
    ) {
        // The braces of a path that is written out are no places for values.
        var request = APIRequest(method, path.replacing("{", with: "%7B").replacing("}", with: "%7D"))
        request.body = body.content
        request.headers = headers
        self.request = request
        var options = options
        options.query = query.merging(options.query)
        self.options = options
    }
}

extension QueryLayer {
    /// This layer with what another one says, which counts where both say something.
    fileprivate func merging(_ other: QueryLayer) -> QueryLayer {
        guard !isEmpty else { return other }
        return QueryLayer((entries + other.entries).map { ($0.name, $0.value) })
    }
}
