extension JSONNumber: JSONCodable, Codable {
    /// Reads a number with its spelling, however many digits it has.
    public init(reading json: inout JSONReader) {
        self = json.readNumber("a number", "a number") { $0 } ?? 0
    }

    /// Writes the spelling. A number that is not finite cannot be written.
    public func write(to json: inout JSONWriter) {
        json.write(self)
    }

    /// Zero.
    public static var emptyValue: JSONNumber { 0 }

    /// Numbers.
    public static var acceptedKinds: JSONKinds { .number }

    /// Reads a number. Integers of 64 bits are exact; other numbers are as exact as the decoder.
    public init(from decoder: any Decoder) throws {
        guard case .number(let number) = try JSONValue(from: decoder) else {
            let context = DecodingError.Context(codingPath: decoder.codingPath, debugDescription: "expected a number")
            throw DecodingError.typeMismatch(JSONNumber.self, context)
        }
        self = number
    }

    /// Writes the number. Integers of 64 bits are exact; other numbers are as exact as the encoder.
    public func encode(to encoder: any Encoder) throws {
        try JSONValue.number(self).encode(to: encoder)
    }
}
