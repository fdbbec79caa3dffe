/// What a row does with the memory of its member. Every pointer is the address of that member.
protocol RowOperations {
    /// The type as which the member is stored.
    static var storedType: Any.Type { get }
    /// The type of the value.
    static var valueType: any JSONCodable.Type { get }
    /// Initializes the member with what comes next.
    static func read(_ member: UnsafeMutableRawPointer, from json: inout JSONReader)
    /// Initializes the member with what stands for a missing value.
    static func initializeEmpty(_ member: UnsafeMutableRawPointer)
    static func deinitialize(_ member: UnsafeMutableRawPointer)
    /// Writes key and value, or nothing if the member is left out.
    static func write(_ member: UnsafeRawPointer, key: UnsafeBufferPointer<UInt8>, to json: inout JSONWriter)
    /// The value as it is written; nil if the member is left out.
    static func value(of member: UnsafeRawPointer) -> (any JSONCodable)?
    static func areEqual(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer) -> Bool
    static func hash(_ member: UnsafeRawPointer, into hasher: inout Hasher)
    /// Whether the member holds what that JSON decodes as; nil stands for a missing value.
    static func holds(_ member: UnsafeRawPointer, decodedFrom original: JSONValue?) -> Bool
}

/// A row whose member is stored as a `Stored`: what is left to say is how that is read, written and left out.
protocol StoredRow: RowOperations {
    associatedtype Stored: Hashable
    associatedtype Value: JSONCodable
    static func read(_ json: inout JSONReader) -> Stored
    static func write(_ value: Stored, key: UnsafeBufferPointer<UInt8>, to json: inout JSONWriter)
    static func value(of stored: Stored) -> (any JSONCodable)?
    static var missing: Stored { get }
}

// These go into the witnesses of each kind of row, where `Stored` is known in terms of `Value`: elsewhere, each call would
// look up what it is.
extension StoredRow {
    static var storedType: Any.Type { Stored.self }

    static var valueType: any JSONCodable.Type { Value.self }

    @inline(__always)
    static func read(_ member: UnsafeMutableRawPointer, from json: inout JSONReader) {
        member.initializeMemory(as: Stored.self, to: read(&json))
    }

    @inline(__always)
    static func initializeEmpty(_ member: UnsafeMutableRawPointer) {
        member.initializeMemory(as: Stored.self, to: missing)
    }

    @inline(__always)
    static func deinitialize(_ member: UnsafeMutableRawPointer) {
        member.assumingMemoryBound(to: Stored.self).deinitialize(count: 1)
    }

    @inline(__always)
    static func write(_ member: UnsafeRawPointer, key: UnsafeBufferPointer<UInt8>, to json: inout JSONWriter) {
        write(member.assumingMemoryBound(to: Stored.self).pointee, key: key, to: &json)
    }

    static func value(of member: UnsafeRawPointer) -> (any JSONCodable)? {
        value(of: member.assumingMemoryBound(to: Stored.self).pointee)
    }

    @inline(__always)
    static func areEqual(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer) -> Bool {
        left.assumingMemoryBound(to: Stored.self).pointee == right.assumingMemoryBound(to: Stored.self).pointee
    }

    @inline(__always)
    static func hash(_ member: UnsafeRawPointer, into hasher: inout Hasher) {
        member.assumingMemoryBound(to: Stored.self).pointee.hash(into: &hasher)
    }

    static func holds(_ member: UnsafeRawPointer, decodedFrom original: JSONValue?) -> Bool {
        let current = member.assumingMemoryBound(to: Stored.self).pointee
        guard let original else { return current == missing }
        return original.decodes(as: current) { read(&$0) }
    }
}

extension JSONValue {
    /// Whether the value, read again, becomes that one.
    func decodes<Value: Equatable>(as value: Value, _ read: (inout JSONReader) -> Value) -> Bool {
        let decoded = try? JSONWriter.bytes(of: self) { bytes in
            try? JSONReader.read(bytes, mode: .lenient, read).value
        }
        return decoded == .some(value)
    }
}

/// `V`: always written.
enum RequiredRow<Value: JSONCodable & Hashable>: StoredRow {
    static func read(_ json: inout JSONReader) -> Value { Value(reading: &json) }

    static func write(_ value: Value, key: UnsafeBufferPointer<UInt8>, to json: inout JSONWriter) {
        json.writeEncoded(key)
        value.write(to: &json)
    }

    static func value(of stored: Value) -> (any JSONCodable)? { stored }

    static var missing: Value { .emptyValue }
}

/// `V?`: left out when nil.
enum OptionalRow<Value: JSONCodable & Hashable>: StoredRow {
    static func read(_ json: inout JSONReader) -> Value? {
        !Value.acceptedKinds.contains(.null) && json.readNull() ? nil : Value(reading: &json)
    }

    static func write(_ value: Value?, key: UnsafeBufferPointer<UInt8>, to json: inout JSONWriter) {
        guard let value else { return }
        json.writeEncoded(key)
        value.write(to: &json)
    }

    static func value(of stored: Value?) -> (any JSONCodable)? { stored }

    static var missing: Value? { nil }
}

/// `V?`: written as null when nil.
enum NullableRow<Value: JSONCodable & Hashable>: StoredRow {
    static func read(_ json: inout JSONReader) -> Value? { json.readNull() ? nil : Value(reading: &json) }

    static func write(_ value: Value?, key: UnsafeBufferPointer<UInt8>, to json: inout JSONWriter) {
        json.writeEncoded(key)
        if let value { value.write(to: &json) } else { json.writeNull() }
    }

    static func value(of stored: Value?) -> (any JSONCodable)? { Nullable(stored) }

    static var missing: Value? { nil }
}

/// `Nullable<V>?`: left out when nil.
enum OptionalNullableRow<Value: JSONCodable & Hashable>: StoredRow {
    static func read(_ json: inout JSONReader) -> Nullable<Value>? { Nullable<Value>(reading: &json) }

    static func write(_ value: Nullable<Value>?, key: UnsafeBufferPointer<UInt8>, to json: inout JSONWriter) {
        guard let value else { return }
        json.writeEncoded(key)
        value.write(to: &json)
    }

    static func value(of stored: Nullable<Value>?) -> (any JSONCodable)? { stored }

    static var missing: Nullable<Value>? { nil }
}

/// A constant: nothing is stored, so there is nothing to do.
enum ConstantRow: RowOperations {
    static var storedType: Any.Type { Void.self }
    static var valueType: any JSONCodable.Type { JSONValue.self }
    static func read(_ member: UnsafeMutableRawPointer, from json: inout JSONReader) {}
    static func initializeEmpty(_ member: UnsafeMutableRawPointer) {}
    static func deinitialize(_ member: UnsafeMutableRawPointer) {}
    static func write(_ member: UnsafeRawPointer, key: UnsafeBufferPointer<UInt8>, to json: inout JSONWriter) {
        json.writeEncoded(key)
    }
    static func value(of member: UnsafeRawPointer) -> (any JSONCodable)? { nil }
    static func areEqual(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer) -> Bool { true }
    static func hash(_ member: UnsafeRawPointer, into hasher: inout Hasher) {}
    static func holds(_ member: UnsafeRawPointer, decodedFrom original: JSONValue?) -> Bool { original != nil }
}
