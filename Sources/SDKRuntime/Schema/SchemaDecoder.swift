/// A decoder that hands out sample values and writes down what it is asked for.
struct SchemaDecoder: Decoder {
    let recording: SchemaRecording
    let node: SchemaNode
    let codingPath: [any CodingKey]
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(KeyedSchemaContainer(decoder: self, members: node.asMembers()))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        UnkeyedSchemaContainer(decoder: self, elements: node.asElements())
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer {
        SingleSchemaContainer(decoder: self, single: node.asSingle())
    }

    /// Finds out the schema of a type in this place, and gives a value of it.
    func record<Value: Decodable>(
        _ type: Value.Type,
        at key: (any CodingKey)? = nil,
        _ note: (JSONValue) -> Void
    ) throws -> Value {
        let path = codingPath + [key].compactMap(\.self)
        let recorded = try recording.record(type, at: path)
        note(recorded.schema)
        guard let value = recorded.value else {
            throw recording.failure("contains itself, with neither an optional nor an array in between", type, path)
        }
        return value
    }

    /// A decoder for what is inside.
    func nested(_ key: any CodingKey, _ note: (SchemaNode) -> Void) -> SchemaDecoder {
        let inner = SchemaNode()
        note(inner)
        return SchemaDecoder(recording: recording, node: inner, codingPath: codingPath + [key])
    }
}

extension SchemaNode {
    /// The members of the object that the type is; a type may ask for its container more than once.
    fileprivate func asMembers() -> Members {
        if case .members(let members) = shape { return members }
        let members = Members()
        shape = .members(members)
        return members
    }

    fileprivate func asElements() -> Elements {
        if case .elements(let elements) = shape { return elements }
        let elements = Elements()
        shape = .elements(elements)
        return elements
    }

    fileprivate func asSingle() -> Single {
        if case .single(let single) = shape { return single }
        let single = Single()
        shape = .single(single)
        return single
    }
}
