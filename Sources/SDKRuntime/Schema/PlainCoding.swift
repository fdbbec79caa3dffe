#if canImport(FoundationEssentials)
    package import FoundationEssentials
#else
    package import Foundation
#endif

extension JSONValue {
    /// Decodes the value as any type, by the conventions of ``init(schemaOf:)``: dates are RFC 3339 timestamps, data is
    /// base64.
    ///
    /// - Throws: `DecodingError`, ``ModelDecodingError`` and what the type's `init(from:)` throws, when the value does not
    ///   fit. ``CodingFailure`` puts them into words.
    package func decode<Value: Decodable>(codable type: Value.Type) throws -> Value {
        if let model = type as? any JSONCodable.Type, let value = try decode(as: model, mode: .strict) as? Value {
            return value
        }
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .custom { decoder in
            let text = try decoder.singleValueContainer().decode(String.self)
            do {
                return try JSONValue.string(text).decode(as: Date.self, mode: .strict)
            } catch {
                throw DecodingError.dataCorrupted(
                    .init(codingPath: decoder.codingPath, debugDescription: "'\(text)' is not an RFC 3339 timestamp")
                )
            }
        }
        return try decoder.decode(type, from: ModelEncoder().encode(self))
    }
}

extension Encodable {
    /// The value as JSON text by the same conventions, with members in the order of their names.
    package func plainJSON() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .custom { date, encoder in
            try JSONValue(encoding: date).encode(to: encoder)
        }
        return try encoder.encode(self)
    }
}
