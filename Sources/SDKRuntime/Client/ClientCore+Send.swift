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
        let exchange = try await perform(request, options)
        return try value(of: exchange)
    }

    /// Makes a call whose response has no value.
    public func send(_ request: APIRequest, _ options: RequestOptions = .init()) async throws {
        _ = try await perform(request, options)
    }

    /// Makes a call whose value is the body of its response, as received.
    public func data(_ request: APIRequest, _ options: RequestOptions = .init()) async throws -> Data {
        try await perform(request, options).response.body
    }
}
