/// What has been found out of the schemas of a type and of those in it.
final class SchemaRecording {
    /// A type's schema, and a value of the type; none while the type is being recorded further up.
    struct Recorded<Value> {
        var schema: JSONValue
        var value: Value?
    }

    private let root: String
    private var open: [ObjectIdentifier] = []
    private var finished: [ObjectIdentifier: (schema: JSONValue, value: Any)] = [:]
    /// The names, under `$defs`, of types that contain themselves.
    private var names: [ObjectIdentifier: String] = [:]
    private var definitions = JSONObject()

    init(root: String) {
        self.root = root
    }

    /// A schema with the definitions that it refers to.
    func complete(_ schema: JSONValue) -> JSONValue {
        guard !definitions.isEmpty else { return schema }
        var object = schema.objectValue ?? [:]
        if let name = object["$ref"]?.stringValue?.split(separator: "/").last {
            // The schema of a tool's input has to be an object's, not a reference.
            object = definitions[String(name)]?.objectValue ?? object
        }
        object["$defs"] = .object(definitions)
        return .object(object)
    }

    /// Finds out the schema of a type.
    func record<Value: Decodable>(_ type: Value.Type, at path: [any CodingKey]) throws -> Recorded<Value> {
        if let known = try knownSchema(of: type, at: path) { return known }
        let id = ObjectIdentifier(type)
        if let earlier = finished[id] { return Recorded(schema: earlier.schema, value: earlier.value as? Value) }
        if open.contains(id) { return Recorded(schema: reference(to: type), value: nil) }
        guard open.count < Self.deepest else { throw failure("is nested too deeply", type, path) }

        open.append(id)
        defer { open.removeLast() }
        let node = SchemaNode()
        let value: Value
        var schema: JSONValue
        do {
            value = try Value(from: SchemaDecoder(recording: self, node: node, codingPath: path))
            schema = try node.schema(type as? any JSONSchemaDescribed.Type)
        } catch let error as APIError {
            throw error
        } catch {
            throw failure("cannot be looked into: \(CodingFailure.text(error))", type, path)
        }
        if let name = names[id] {
            definitions[name] = schema
            schema = reference(to: type)
        }
        finished[id] = (schema, value)
        return Recorded(schema: schema, value: value)
    }

    /// The schema of a type that is known without running its `init(from:)`; nil for others.
    private func knownSchema<Value: Decodable>(
        of type: Value.Type,
        at path: [any CodingKey]
    ) throws -> Recorded<Value>? {
        if let stated = type as? any JSONSchemaConvertible.Type {
            return Recorded(schema: stated.jsonSchema, value: try sample(type, of: stated.jsonSchema, path))
        }
        if let known = type as? any KnownSchema.Type {
            return Recorded(schema: try known.knownSchema(self, at: path), value: known.sampleValue as? Value)
        }
        if let cases = type as? any CaseIterable.Type, let schema = EnumerationSchema.schema(of: cases) {
            return Recorded(schema: schema, value: EnumerationSchema.firstCase(of: cases) as? Value)
        }
        if type is any JSONModel.Type || type is any JSONUnion.Type {
            throw failure("is a type of the API", type, path)
        }
        return nil
    }

    /// A value of a type that states its schema. The root needs none.
    private func sample<Value: Decodable>(
        _ type: Value.Type,
        of schema: JSONValue,
        _ path: [any CodingKey]
    ) throws -> Value? {
        guard !open.isEmpty else { return nil }
        do {
            return try schema.schemaSample.decode(codable: type)
        } catch {
            throw failure(
                "cannot be decoded from a value of its schema, whose 'examples' may have one (\(CodingFailure.text(error)))",
                type,
                path
            )
        }
    }

    private static let deepest = 100

    private func reference<Value>(to type: Value.Type) -> JSONValue {
        let id = ObjectIdentifier(type)
        let name = names[id] ?? newName("\(type)")
        names[id] = name
        return ["$ref": .string("#/$defs/\(name)")]
    }

    private func newName(_ text: String) -> String {
        let base = String(text.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
        let taken = Set(names.values)
        var name = base
        var number = 2
        while taken.contains(name) {
            name = "\(base)_\(number)"
            number += 1
        }
        return name
    }

    /// An error that names the type and the place, and says what to do about it.
    func failure(_ reason: String, _ type: Any.Type, _ path: [any CodingKey]) -> APIError {
        let place = CodingFailure.path(path)
        return APIError(
            .invalidArgument,
            "the JSON Schema of '\(root)' cannot be worked out: '\(type)'\(place.map { " at '\($0)'" } ?? "") \(reason); "
                + "conform '\(type)' to JSONSchemaConvertible to state its schema"
        )
    }
}
