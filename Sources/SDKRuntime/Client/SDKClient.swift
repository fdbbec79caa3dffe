/// A service's client: a value that can be copied and shared freely. Its copies share connections.
public protocol SDKClient: Sendable {
    /// Settings, credential and connections.
    var core: ClientCore { get }

    /// Makes a client of a core.
    init(core: ClientCore)
}

extension SDKClient {
    /// A client that differs in some options. This one stays as it is; both share their connections.
    ///
    /// ```swift
    /// let patient = client.withOptions { $0.maxRetries = 5 }
    /// ```
    ///
    /// Options that make no sense are reported by the first request. Credentials, base URL and environment are settled
    /// when a client is made, and stay.
    public func withOptions(_ change: (inout ClientOptions) throws -> Void) rethrows -> Self {
        var options = core.options
        try change(&options)
        return Self(core: core.with(options))
    }

    // <!-- swift
    // let id = "file_1"
    // -->
    /// Makes a call and returns its HTTP response beside its value.
    ///
    /// ```swift
    /// let (file, response) = try await client.withResponse { try await $0.beta.files.retrieveMetadata(fileID: id) }
    /// print(file.filename, response.requestID ?? "-", response.body.count)
    /// ```
    ///
    /// The call has to go through the client that the closure is given. Around several calls, the response is that of
    /// the one that ended last. Where the value is a stream or a download, the body of the response is empty: the value
    /// has it.
    ///
    /// - Throws: What the closure throws, and ``APIError`` when it makes no call.
    nonisolated(nonsending) public func withResponse<Value>(
        _ call: nonisolated(nonsending) (Self) async throws -> Value
    ) async throws -> (value: Value, response: APIResponse) {
        let recorder = ResponseRecorder()
        let value = try await call(Self(core: core.recording(recorder)))
        guard let response = await recorder.last else {
            throw APIError(
                .invalidArgument,
                "the closure of 'withResponse' made no call through the client it was given"
            )
        }
        return (value, response)
    }

    // <!-- swift
    // let id = "file_1"
    // -->
    /// Makes a call and returns its HTTP response with the body unread, in place of its value: to read large or unusual
    /// content as it arrives.
    ///
    /// ```swift
    /// let response = try await client.asResponse { try await $0.beta.files.retrieveMetadata(fileID: id) }
    /// for try await chunk in response.body {
    ///     print(chunk.count)
    /// }
    /// ```
    ///
    /// The call has to go through the client that the closure is given, and does not come back from there: the closure
    /// ends with its first call that succeeds.
    ///
    /// - Throws: What the closure throws before that, such as an ``APIError`` for a status that is no success, and
    ///   ``APIError`` when it makes no call.
    nonisolated(nonsending) public func asResponse<Value>(
        _ call: nonisolated(nonsending) (Self) async throws -> Value
    ) async throws -> UnreadResponse {
        let receiver = ResponseReceiver()
        do {
            _ = try await call(Self(core: core.handingOver(to: receiver)))
        } catch is ResponseHandedOver {
            // The receiver has what was asked for.
        }
        guard let response = await receiver.response else {
            throw APIError(
                .invalidArgument,
                "the closure of 'asResponse' made no call through the client it was given"
            )
        }
        return response
    }
}
