#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension JSONValue: Codable {
    /// Reads any value from any decoder. Integers of 64 bits are exact; other numbers are as exact as the decoder.
    public init(from decoder: any Decoder) throws {
        if let container = try? decoder.singleValueContainer(), let scalar = Self.scalar(in: container) {
            self = scalar
        } else if var container = try? decoder.unkeyedContainer() {
            var elements: [JSONValue] = []
            while !container.isAtEnd { elements.append(try container.decode(JSONValue.self)) }
            self = .array(elements)
        } else {
            let container = try decoder.container(keyedBy: AnyKey.self)
            var members = JSONObject()
            for key in container.allKeys {
                members[key.stringValue] = try container.decode(JSONValue.self, forKey: key)
            }
            self = .object(members)
        }
    }

    /// The scalar in a container, or nil if there is none. The order matters: some decoders take `1` for `true`'s
    /// number, and every decoder rounds an integer to a double.
    private static func scalar(in container: any SingleValueDecodingContainer) -> JSONValue? {
        if container.decodeNil() { return .null }
        if let value = try? container.decode(Bool.self) { return .bool(value) }
        if let value = try? container.decode(Int64.self) { return .number(JSONNumber(value)) }
        if let value = try? container.decode(UInt64.self) { return .number(JSONNumber(value)) }
        if let value = try? container.decode(Double.self) {
            // A decimal holds more digits than a double, but a smaller range.
            let decimal = (try? container.decode(Decimal.self)).flatMap { JSONNumber($0.description) }
            return .number(decimal?.double == value ? decimal ?? JSONNumber(value) : JSONNumber(value))
        }
        if let value = try? container.decode(String.self) { return .string(value) }
        return nil
    }

    /// Writes the value to any encoder. Integers of 64 bits are exact; other numbers are as exact as the encoder.
    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .array(let elements):
            var container = encoder.unkeyedContainer()
            for element in elements { try container.encode(element) }
        case .object(let members):
            var container = encoder.container(keyedBy: AnyKey.self)
            for (key, value) in members { try container.encode(value, forKey: AnyKey(stringValue: key)) }
        default:
            try encodeScalar(in: encoder.singleValueContainer())
        }
    }

    private func encodeScalar(in container: any SingleValueEncodingContainer) throws {
        var container = container
        switch self {
        case .bool(let value):
            try container.encode(value)
        case .string(let value):
            try container.encode(value)
        case .number(let number):
            if let value = number.plainInteger {
                try container.encode(value)
            } else if let value = number.uint64 {
                try container.encode(value)
            } else if let value = number.decimal, number.double.map({ JSONNumber($0).decimal != value }) ?? true {
                try container.encode(value)
            } else if let value = number.double {
                try container.encode(value)
            } else {
                let context = EncodingError.Context(
                    codingPath: container.codingPath,
                    debugDescription: "\(number) is out of the range of Double"
                )
                throw EncodingError.invalidValue(number, context)
            }
        case .null, .array, .object:
            try container.encodeNil()
        }
    }
}

extension JSONObject: Codable {
    /// Reads an object from any decoder.
    public init(from decoder: any Decoder) throws {
        guard case .object(let object) = try JSONValue(from: decoder) else {
            let context = DecodingError.Context(codingPath: decoder.codingPath, debugDescription: "expected an object")
            throw DecodingError.typeMismatch(JSONObject.self, context)
        }
        self = object
    }

    /// Writes the object to any encoder.
    public func encode(to encoder: any Encoder) throws {
        try JSONValue.object(self).encode(to: encoder)
    }
}

/// A coding key of any name.
struct AnyKey: CodingKey {
    let stringValue: String
    let intValue: Int?

    init(stringValue: String) {
        self.stringValue = stringValue
        intValue = nil
    }

    init(intValue: Int) {
        self.intValue = intValue
        stringValue = String(intValue)
    }

    init(_ component: CodingPathComponent) {
        switch component {
        case .key(let key): self.init(stringValue: key)
        case .index(let index): self.init(intValue: index)
        }
    }
}
