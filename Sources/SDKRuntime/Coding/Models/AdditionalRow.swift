/// The row that takes the members which no other row declares.
struct AdditionalMembers {
    let index: Int
    let offset: Int
    let operations: any AdditionalRowOperations.Type

    /// Nil for any other row.
    init?(_ row: ModelRow, index: Int) {
        guard let operations = row.operations as? any AdditionalRowOperations.Type else { return nil }
        self.index = index
        offset = row.offset
        self.operations = operations
    }
}

/// What is written in place of an additional member.
enum AdditionalReplacement {
    /// The member itself.
    case none
    /// Nothing.
    case omitted
    /// This value.
    case value(JSONValue)
    /// This value, if the member still holds what it was decoded as.
    case original(JSONValue)
}

/// What the row of additional members does beyond other rows.
protocol AdditionalRowOperations: RowOperations {
    /// Reads a value and puts it under a key.
    static func insert(_ key: String, into members: UnsafeMutableRawPointer, from json: inout JSONReader)
    /// Writes the members sorted by key.
    static func write(
        _ members: UnsafeRawPointer,
        to json: inout JSONWriter,
        replacing replacement: (String) -> AdditionalReplacement
    )
    static func contains(_ key: String, in members: UnsafeRawPointer) -> Bool
    /// The members sorted by key.
    static func members(_ members: UnsafeRawPointer) -> [(key: String, value: any JSONCodable)]
}

/// `[String: V]`: each element is a member of the object.
enum AdditionalRow<Value: JSONCodable & Hashable>: StoredRow, AdditionalRowOperations {
    typealias Stored = [String: Value]

    static func read(_ json: inout JSONReader) -> Stored { Stored(reading: &json) }

    /// The members have keys of their own.
    static func write(_ value: Stored, key: UnsafeBufferPointer<UInt8>, to json: inout JSONWriter) {}

    static func value(of stored: Stored) -> (any JSONCodable)? { stored }

    static var missing: Stored { [:] }

    static func insert(_ key: String, into members: UnsafeMutableRawPointer, from json: inout JSONReader) {
        let value = Value(reading: &json)
        members.assumingMemoryBound(to: Stored.self).pointee[key] = value
    }

    static func write(
        _ members: UnsafeRawPointer,
        to json: inout JSONWriter,
        replacing replacement: (String) -> AdditionalReplacement
    ) {
        let stored = members.assumingMemoryBound(to: Stored.self).pointee
        for (key, value) in stored.sorted(by: { $0.key < $1.key }) {
            switch replacement(key) {
            case .omitted:
                continue
            case .value(let other):
                json.writeMember(key, other)
            case .original(let original) where original.decodes(as: value, { Value(reading: &$0) }):
                json.writeMember(key, original)
            case .none, .original:
                json.writeKey(key)
                value.write(to: &json)
            }
        }
    }

    static func members(_ members: UnsafeRawPointer) -> [(key: String, value: any JSONCodable)] {
        let stored = members.assumingMemoryBound(to: Stored.self).pointee
        return stored.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    static func contains(_ key: String, in members: UnsafeRawPointer) -> Bool {
        members.assumingMemoryBound(to: Stored.self).pointee[key] != nil
    }
}
