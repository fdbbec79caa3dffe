/// The members of an object, as a type asks for them.
struct KeyedSchemaContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let decoder: SchemaDecoder
    let members: SchemaNode.Members

    var codingPath: [any CodingKey] { decoder.codingPath }
    var allKeys: [Key] { [] }

    /// A member that is looked for before it is read may be missing. `decodeIfPresent` does so for scalars.
    func contains(_ key: Key) -> Bool {
        members.makeOptional(key.stringValue)
        return true
    }

    func decodeNil(forKey key: Key) -> Bool {
        members.makeOptional(key.stringValue)
        return false
    }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try decoder.record(type, at: key) { members.add(key.stringValue, .settled($0)) }
    }

    func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
        members.makeOptional(key.stringValue)
        let recorded = try decoder.recording.record(type, at: codingPath + [key])
        members.add(key.stringValue, .settled(recorded.schema))
        return recorded.value
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type,
        forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
        try nested(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try nested(key).unkeyedContainer()
    }

    func superDecoder() -> any Decoder { nested(AnyKey(stringValue: "super")) }

    func superDecoder(forKey key: Key) -> any Decoder { nested(key) }

    private func nested(_ key: any CodingKey) -> SchemaDecoder {
        decoder.nested(key) { members.add(key.stringValue, .node($0)) }
    }
}

/// The elements of an array: there seems to be one.
struct UnkeyedSchemaContainer: UnkeyedDecodingContainer {
    let decoder: SchemaDecoder
    let elements: SchemaNode.Elements

    private(set) var currentIndex = 0

    init(decoder: SchemaDecoder, elements: SchemaNode.Elements) {
        self.decoder = decoder
        self.elements = elements
    }

    var codingPath: [any CodingKey] { decoder.codingPath }
    var count: Int? { nil }
    var isAtEnd: Bool { currentIndex > 0 }

    func decodeNil() -> Bool {
        elements.isNullable = true
        return false
    }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        let value = try decoder.record(type, at: key) { elements.parts.append(.settled($0)) }
        currentIndex += 1
        return value
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> {
        try nested().container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try nested().unkeyedContainer()
    }

    mutating func superDecoder() -> any Decoder { nested() }

    private var key: any CodingKey { AnyKey(intValue: currentIndex) }

    private mutating func nested() -> SchemaDecoder {
        defer { currentIndex += 1 }
        return decoder.nested(key) { elements.parts.append(.node($0)) }
    }
}

/// A single value.
struct SingleSchemaContainer: SingleValueDecodingContainer {
    let decoder: SchemaDecoder
    let single: SchemaNode.Single

    var codingPath: [any CodingKey] { decoder.codingPath }

    func decodeNil() -> Bool {
        single.isNullable = true
        return false
    }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        try decoder.record(type) { single.schema = $0 }
    }
}
