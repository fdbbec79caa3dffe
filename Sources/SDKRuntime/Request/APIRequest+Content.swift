#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension APIRequest {
    /// Sets the content to a value, written as JSON when the request is sent.
    public mutating func body(_ value: some JSONCodable) {
        body = .json(value)
    }

    /// Sets the content to bytes that are sent untouched.
    public mutating func body(bytes: Data, contentType: String) {
        body = .bytes(bytes, contentType: contentType)
    }

    /// Sets the content to a stream that is sent untouched, chunk by chunk.
    public mutating func body(stream: HTTPBodyStream, contentType: String) {
        body = .stream(stream, contentType: contentType)
    }
}
