extension Array: JSONCodable where Element: JSONCodable {
    /// Reads an array. An element of the wrong type becomes its empty value, and an issue.
    public init(reading json: inout JSONReader) {
        self = Self.elements(reading: &json)
    }

    /// Writes an array.
    public func write(to json: inout JSONWriter) {
        json.beginArray()
        for element in self {
            json.separate()
            element.write(to: &json)
        }
        json.endArray()
    }

    /// The empty array.
    public static var emptyValue: [Element] { [] }

    /// Arrays.
    public static var acceptedKinds: JSONKinds { .array }
}

extension Dictionary: JSONCodable where Key == String, Value: JSONCodable {
    /// Reads an object as a map. The last of equal keys wins.
    public init(reading json: inout JSONReader) {
        self = [:]
        guard json.openObject() else { return }
        while let key = json.readKey() { self[key] = Value(reading: &json) }
    }

    /// Writes a map as an object, sorted by key, so that equal maps give equal bytes.
    public func write(to json: inout JSONWriter) {
        json.beginObject()
        for (key, value) in sorted(by: { $0.key < $1.key }) {
            json.writeKey(key)
            value.write(to: &json)
        }
        json.endObject()
    }

    /// The empty map.
    public static var emptyValue: [String: Value] { [:] }

    /// Objects.
    public static var acceptedKinds: JSONKinds { .object }
}

extension JSONValue: JSONCodable {
    /// Reads any value.
    public init(reading json: inout JSONReader) {
        self = json.readValue()
    }

    /// Writes any value. Numbers that are not finite cannot be written.
    public func write(to json: inout JSONWriter) {
        switch self {
        case .null: json.writeNull()
        case .bool(let value): json.write(value)
        case .number(let value): json.write(value)
        case .string(let value): json.write(value)
        case .array(let value): value.write(to: &json)
        case .object(let value): value.write(to: &json)
        }
    }

    /// `null`.
    public static var emptyValue: JSONValue { .null }

    /// Everything.
    public static var acceptedKinds: JSONKinds { .all }
}

extension JSONObject: JSONCodable {
    /// Reads an object. The last of equal keys wins.
    public init(reading json: inout JSONReader) {
        self = json.readObject()
    }

    /// Writes an object, its members in order.
    public func write(to json: inout JSONWriter) {
        json.beginObject()
        for (key, value) in self {
            json.writeKey(key)
            value.write(to: &json)
        }
        json.endObject()
    }

    /// The object without members.
    public static var emptyValue: JSONObject { JSONObject() }

    /// Objects.
    public static var acceptedKinds: JSONKinds { .object }
}
