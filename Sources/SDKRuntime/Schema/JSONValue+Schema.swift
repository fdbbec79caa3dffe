extension JSONValue {
    /// The JSON Schema (draft 2020-12) of the JSON that a type is decoded from.
    ///
    /// The type's `init(from:)` is run, and what it asks for is written down: the members of its objects, those that may
    /// be left out, arrays, maps with string keys, and nested types. Dates are RFC 3339 timestamps and data is base64. An
    /// enumeration with raw values has to be `CaseIterable`. A type that contains itself, through an optional or an array,
    /// becomes a reference into `$defs`.
    ///
    /// ``JSONSchemaConvertible`` states the schema of a type that this cannot find out, and ``JSONSchemaDescribed`` adds
    /// words.
    ///
    /// - Throws: ``APIError`` of kind ``APIError/Kind/invalidArgument`` that names the type and the place.
    public init<Value: Decodable>(schemaOf type: Value.Type) throws {
        let recording = SchemaRecording(root: "\(type)")
        self = recording.complete(try recording.record(type, at: []).schema)
    }
}
