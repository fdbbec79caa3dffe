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

    /// Makes a call and returns its HTTP response beside its value.
    ///
    /// ```swift
    /// let (file, response) = try await client.withResponse { try await $0.beta.files.retrieveMetadata(fileID: id) }
    /// print(response.requestID ?? "-", response.body.count)
    /// ```
    ///
    /// The call has to go through the client that the closure is given. Around several calls, the response is that of
    /// the one that ended last.
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
}
