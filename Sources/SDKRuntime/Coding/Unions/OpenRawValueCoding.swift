/// What the types with open sets of values have in common. None of it can be seen from other modules, so that nothing of
/// it is copied into the code of every such type, which doubled what these cost to compile.
enum OpenRawValueCoding {
    static func value<Value: OpenRawValue>(_ rawValue: Value.RawValue) -> Value {
        Value(rawValue: rawValue)
    }

    static func allKnownValues<Value: OpenRawValue>() -> [Value] {
        Value.knownRawValues.map { Value(rawValue: $0) }
    }

    static func isKnown<Value: OpenRawValue>(_ value: Value) -> Bool {
        // Numbers among values of several kinds are the same however they are spelled.
        if let json = value.rawValue as? JSONValue, let known = Value.knownRawValues as? [JSONValue] {
            return known.contains { $0.isSame(as: json) }
        }
        return Value.knownRawValues.contains(value.rawValue)
    }

    static func noDeprecatedValues<RawValue>() -> [RawValue: String] { [:] }

    static func description<Value: OpenRawValue>(of value: Value) -> String {
        value.rawValue.description
    }

    static func emptyValue<Value: OpenRawValue>() -> Value {
        Value(rawValue: .emptyValue)
    }

    static func acceptedKinds<Value: OpenRawValue>(of type: Value.Type) -> JSONKinds {
        Value.RawValue.acceptedKinds
    }

    // MARK: - Coding

    static func read<Value: OpenRawValue>(_ json: inout JSONReader) -> Value {
        Value(rawValue: Value.RawValue(reading: &json))
    }

    /// Reads a string without looking up what is asked of any raw value: nearly all these types are of strings.
    static func readString<Value: OpenEnum>(_ json: inout JSONReader) -> Value {
        Value(rawValue: json.readString())
    }

    static func write<Value: OpenRawValue>(_ value: Value, to json: inout JSONWriter) {
        value.rawValue.write(to: &json)
        if json.notesDeprecatedValues, let message = Value.deprecatedValues[value.rawValue] {
            json.note(DeprecatedValue(type: "\(Value.self)", value: value.description, message: message))
        }
    }

    static func decode<Value: OpenRawValue>(from decoder: any Decoder) throws -> Value {
        Value(rawValue: try decoder.singleValueContainer().decode(Value.RawValue.self))
    }

    static func encode<Value: OpenRawValue>(_ value: Value, to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value.rawValue)
    }

    // MARK: - Comparing

    static func areEqual<Value: OpenRawValue>(_ left: Value, _ right: Value) -> Bool {
        left.rawValue == right.rawValue
    }

    static func hash<Value: OpenRawValue>(_ value: Value, into hasher: inout Hasher) {
        value.rawValue.hash(into: &hasher)
    }

    static func hashValue<Value: OpenRawValue>(of value: Value) -> Int {
        value.rawValue.hashValue
    }
}
