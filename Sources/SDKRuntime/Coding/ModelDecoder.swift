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
    /// A model lists what was odd as ``JSONModel/decodingIssues``; for other types, use ``decodeListingIssues(_:from:)``.
    ///
    /// - Throws: If the data is not JSON, or in strict mode does not fit the declared types.
    public func decode<T: JSONCodable>(_ type: T.Type, from data: Data) throws(ModelDecodingError) -> T {
        var json = reader(of: data)
        let value = T(reading: &json)
        try json.finish()
        return value
    }

    /// Decodes a value, and lists what was odd about it (the first hundred issues).
    ///
    /// - Throws: If the data is not JSON, or in strict mode does not fit the declared types.
    public func decodeListingIssues<T: JSONCodable>(
        _ type: T.Type,
        from data: Data
    ) throws(ModelDecodingError) -> (value: T, issues: [DecodingIssue]) {
        var json = reader(of: data)
        let value = T(reading: &json)
        try json.finish()
        return (value, json.issues)
    }

    /// Reads the one value that the data consists of by hand.
    func read<Value>(
        _ data: Data,
        _ body: (inout JSONReader) -> Value
    ) throws(ModelDecodingError) -> (value: Value, issues: [DecodingIssue]) {
        var json = reader(of: data)
        let value = body(&json)
        try json.finish()
        return (value, json.issues)
    }

    /// Nothing of this depends on the type that is decoded: looking up the metadata of generic types takes longer than
    /// reading a small value.
    private func reader(of data: Data) -> JSONReader {
        JSONReader(data.withUnsafeBytes { JSONReader.PaddedText($0) }, mode: mode)
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
