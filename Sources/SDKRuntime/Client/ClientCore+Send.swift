#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension ClientCore {
    /// Makes a call and reads its value from the response.
    ///
    /// - Throws: ``APIError``; `CancellationError` when the calling task is cancelled; and errors of the transport other
    ///   than ``TransportError``, unchanged.
    public func send<Value: JSONCodable>(_ request: APIRequest, _ options: RequestOptions = .init()) async throws
        -> Value
    {
        try await perform(request, options).value()
    }

    /// Makes a call whose response has no value.
    public func send(_ request: APIRequest, _ options: RequestOptions = .init()) async throws {
        _ = try await perform(request, options)
    }

    /// Makes a call whose response may have no value: nil for status 204 and 205, an empty body, and null.
    public func optional<Value: JSONCodable>(_ request: APIRequest, _ options: RequestOptions = .init()) async throws
        -> Value?
    {
        let response = try await perform(request, options)
        guard !response.isEmpty else { return nil }
        let value: Nullable<Value> = try response.value()
        return value.value
    }

    /// Makes a call whose value is the body of its response, as received.
    public func data(_ request: APIRequest, _ options: RequestOptions = .init()) async throws -> Data {
        try await perform(request, options).data
    }

    /// Makes a call whose value is the text of its response; see ``CompletedResponse/text()``.
    public func text(_ request: APIRequest, _ options: RequestOptions = .init()) async throws -> String {
        try await perform(request, options).text()
    }

    /// Makes a call that answers in one of several ways.
    ///
    /// - Throws: ``APIError``; `CancellationError` when the calling task is cancelled; and errors of the transport other
    ///   than ``TransportError``, unchanged.
    public func exchange(_ request: APIRequest, _ options: RequestOptions = .init()) async throws -> CompletedResponse {
        try await perform(request, options)
    }

    /// Makes a call whose value is its response, with the body as received.
    public func response(_ request: APIRequest, _ options: RequestOptions = .init()) async throws -> APIResponse {
        try await perform(request, options).raw
    }
}
