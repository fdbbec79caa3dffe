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

    /// Makes a call that is answered with bytes to be read while they arrive. It returns when the response has begun.
    ///
    /// - Throws: When the response is no success. What happens later is thrown by the download.
    public func download(_ request: APIRequest, _ options: RequestOptions = .init()) async throws -> Download {
        Download(try await open(request, options))
    }
}
