import SDKRuntime

extension JSONOutputFormatParam {
    /// Asks for an answer in JSON that a type can be decoded from.
    ///
    /// The schema is that of `JSONValue.init(schemaOf:)`, in the part of JSON Schema that the API
    /// understands.
    ///
    /// - Throws: `APIError` of kind `invalidArgument` when there is no such schema. It names the type and the place.
    public init<Output: Decodable>(_ type: Output.Type) throws {
        self.init(schema: try StrictSchema.members(of: type))
    }
}

extension BetaJSONOutputFormatParam {
    /// Asks for an answer in JSON that a type can be decoded from; see ``JSONOutputFormatParam/init(_:)``.
    ///
    /// - Throws: `APIError` of kind `invalidArgument` when there is no such schema. It names the type and the place.
    public init<Output: Decodable>(_ type: Output.Type) throws {
        self.init(schema: try StrictSchema.members(of: type))
    }
}

extension StrictSchema {
    /// The schema of a type, for the API to hold the model's output to.
    fileprivate static func members<Output: Decodable>(of type: Output.Type) throws -> [String: JSONValue] {
        Dictionary(try StrictSchema(subject: "\(type)").strict(JSONValue(schemaOf: type)))
    }
}
