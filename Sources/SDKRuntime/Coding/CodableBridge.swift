/// Lets types that read and write JSON directly work with any `Decoder` and `Encoder`, by way of ``JSONValue``.
///
/// What fails in between becomes a `DecodingError` or an `EncodingError` whose coding path continues the coder's.
enum CodableBridge {
    static func decode<T: JSONCodable>(from decoder: any Decoder) throws -> T {
        let value = try JSONValue(from: decoder)
        do {
            return try value.decode(as: T.self)
        } catch let error as ModelDecodingError {
            let path = decoder.codingPath + error.path.map(AnyKey.init)
            throw DecodingError.dataCorrupted(.init(codingPath: path, debugDescription: error.reason))
        }
    }

    static func encode(_ value: some JSONCodable, to encoder: any Encoder) throws {
        do {
            try JSONValue(encoding: value).encode(to: encoder)
        } catch let error as ModelEncodingError {
            throw invalid(value, encoder.codingPath + error.path.map(AnyKey.init), error.reason)
        } catch let error as ModelDecodingError {
            throw invalid(value, encoder.codingPath + error.path.map(AnyKey.init), error.reason)
        }
    }

    private static func invalid(_ value: Any, _ path: [any CodingKey], _ reason: String) -> EncodingError {
        .invalidValue(value, .init(codingPath: path, debugDescription: reason))
    }
}
