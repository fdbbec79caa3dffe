#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// What a service sends on its own account, to a webhook or a callback.
public enum WebhookPayload {
    /// Reads the body of a request that a service has made.
    ///
    /// Whether it was that service is not checked here.
    ///
    /// - Parameters:
    ///   - type: The type that the API description states for the payload.
    ///   - body: The body as received.
    ///   - decoding: What happens to JSON that does not fit the type.
    /// - Throws: ``APIError`` of kind ``APIError/Kind/decoding`` with the body, if that is not JSON or, in strict mode, does
    ///   not fit the type.
    public static func decode<Value: JSONCodable>(
        _ type: Value.Type,
        from body: Data,
        decoding: DecodingMode = .lenient
    ) throws -> Value {
        do {
            return try ModelDecoder(mode: decoding).decode(type, from: body)
        } catch {
            throw APIError(
                kind: .decoding,
                message: "the payload is not a \(type): \(error)",
                content: body,
                underlyingError: error
            )
        }
    }
}
