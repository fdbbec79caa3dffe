#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Encodes models, and whatever else is ``JSONCodable``, as compact JSON text in UTF-8.
///
/// The same value gives the same bytes in every process. Slashes are not escaped.
public struct ModelEncoder: Sendable {
    /// An encoder.
    public init() {}

    /// Encodes a value.
    ///
    /// - Throws: If the value contains something that JSON cannot express: a number that is infinite or not a number, or
    ///   a date outside the years 0 to 9999.
    public func encode<T: JSONCodable>(_ value: T) throws(ModelEncodingError) -> Data {
        try JSONWriter.bytes(of: value) { Data($0) }
    }
}

extension JSONValue {
    /// The JSON that a value is encoded as.
    ///
    /// - Throws: ``ModelEncodingError`` as ``ModelEncoder/encode(_:)`` does; ``ModelDecodingError`` if the value is nested
    ///   deeper than can be read.
    public init<T: JSONCodable>(encoding value: T) throws {
        self = try JSONWriter.bytes(of: value) { bytes in
            Result { try JSONReader.read(bytes, mode: .lenient) { $0.readValue() }.value }
        }.get()
    }
}
