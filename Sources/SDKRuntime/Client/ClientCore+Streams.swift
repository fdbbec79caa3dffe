extension ClientCore {
    /// Makes a call that is answered with server-sent events. It returns when the response has begun.
    ///
    /// - Parameters:
    ///   - request: The call.
    ///   - options: What the call does differently from the client.
    ///   - description: Which events mean something of their own, and what of an event the values are.
    /// - Throws: As ``exchange(_:_:)`` does, when the response is no success. What happens later is thrown by the stream.
    public func events<Value: JSONCodable>(
        _ request: APIRequest,
        _ options: RequestOptions = .init(),
        _ description: StreamDescription = .init()
    ) async throws -> EventStream<Value> {
        EventStream(try await open(request, options), description)
    }

    /// Makes a call that is answered with JSON Lines. It returns when the response has begun.
    ///
    /// - Throws: When the response is no success. What happens later is thrown by the stream.
    public func jsonLines<Value: JSONCodable>(
        _ request: APIRequest,
        _ options: RequestOptions = .init()
    ) async throws -> JSONLinesStream<Value> {
        JSONLinesStream(try await open(request, options))
    }

    /// Reads JSON Lines at a URL that an earlier response has named, such as that of a batch's results.
    ///
    /// Credentials and default headers of the client go along only to the origin of its base URL.
    ///
    /// - Parameters:
    ///   - request: The call. Its headers go along; its path and query give way to those of the URL.
    ///   - url: The URL, absolute. Nil: the service has not named one yet.
    ///   - state: How far the service says that it is, for the message of the error: `in_progress`.
    ///   - options: What the call does differently from the client.
    /// - Throws: ``APIError`` of kind ``APIError/Kind/resultsNotReady`` when there is no URL; else as
    ///   ``jsonLines(_:_:)`` does.
    public func results<Value: JSONCodable>(
        _ request: APIRequest,
        at url: String?,
        state: String?,
        _ options: RequestOptions = .init()
    ) async throws -> JSONLinesStream<Value> {
        guard let url, !url.isEmpty else {
            throw APIError(
                .resultsNotReady,
                "there are no results yet" + (state.map { ": the state is '\($0)'" } ?? "")
            )
        }
        let target = try RequestURL(parsing: url, subject: "the URL of the results")
        let (request, options) = try moved(request, options, to: target)
        return try await jsonLines(request, options)
    }

    /// Makes a call that is answered with bytes to be read while they arrive. It returns when the response has begun.
    ///
    /// - Throws: When the response is no success. What happens later is thrown by the download.
    public func download(_ request: APIRequest, _ options: RequestOptions = .init()) async throws -> Download {
        Download(try await open(request, options))
    }
}
