#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Decodes models, and whatever else is ``JSONCodable``, from JSON text.
public struct ModelDecoder: Sendable {
    /// What happens to JSON that does not fit the declared types.
    public var mode: DecodingMode

    /// A decoder of that mode.
    public init(mode: DecodingMode = .lenient) {
        self.mode = mode
    }

    /// Decodes a value.
    ///
    /// A model lists what was odd as ``APIModel/decodingIssues``; for other types, use ``decodeListingIssues(_:from:)``.
    ///
    /// - Throws: If the data is not JSON, or in strict mode does not fit the declared types.
    public func decode<T: JSONCodable>(_ type: T.Type, from data: Data) throws(ModelDecodingError) -> T {
        try decodeListingIssues(type, from: data).value
    }

    /// Decodes a value, and lists what was odd about it (the first hundred issues).
    ///
    /// - Throws: If the data is not JSON, or in strict mode does not fit the declared types.
    public func decodeListingIssues<T: JSONCodable>(
        _ type: T.Type,
        from data: Data
    ) throws(ModelDecodingError) -> (value: T, issues: [DecodingIssue]) {
        try read(data) { T(reading: &$0) }
    }

    /// Reads the one value that the data consists of by hand.
    func read<Value>(
        _ data: Data,
        _ body: (inout JSONReader) -> Value
    ) throws(ModelDecodingError) -> (value: Value, issues: [DecodingIssue]) {
        let result = data.withUnsafeBytes { bytes in
            Result { () throws(ModelDecodingError) in
                try JSONReader.read(bytes, mode: mode, body)
            }
        }
        return try result.get()
    }
}

extension JSONValue {
    /// Decodes the value as a type, as if it had been received.
    ///
    /// - Throws: ``ModelDecodingError`` if it does not fit the type and the mode is strict; byte offsets count in the
    ///   compact text of the value. ``ModelEncodingError`` if it contains a number that is not finite.
    public func decode<T: JSONCodable>(as type: T.Type, mode: DecodingMode = .lenient) throws -> T {
        try JSONWriter.bytes(of: self) { bytes in
            Result { try JSONReader.read(bytes, mode: mode) { T(reading: &$0) }.value }
        }.get()
    }
}
