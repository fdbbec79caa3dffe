import SDKRuntime

/// The part of JSON Schema that the API holds a model's output to.
///
/// Objects have no further members, `oneOf` becomes `anyOf`, and what the API does not know is told to the model in the
/// description: the bounds of a number, the length of a string, a pattern.
struct StrictSchema {
    /// What the schema is of, for messages.
    let subject: String

    private static let formats: Set<String> = [
        "date-time", "time", "date", "duration", "email", "hostname", "uri", "ipv4", "ipv6", "uuid",
    ]

    /// The schema in what the API understands.
    ///
    /// - Throws: `APIError` of kind `invalidArgument` with the place of a schema that has no type, or that is a map.
    func strict(_ schema: JSONValue, at path: [String] = []) throws -> JSONObject {
        guard var rest = schema.objectValue else { throw failure("is no schema object", path) }
        if let reference = rest["$ref"] { return try strictReference(reference, with: rest, path) }
        var strict = JSONObject()
        func keep(_ key: String) {
            strict[key] = rest[key]
            rest[key] = nil
        }
        try takeDefinitions(of: &rest, into: &strict, path)
        for key in ["type", "enum", "const", "title", "description", "default"] { keep(key) }
        for (key, strictKey) in [("anyOf", "anyOf"), ("oneOf", "anyOf"), ("allOf", "allOf")] {
            guard let variants = rest[key]?.arrayValue, strict[strictKey] == nil else { continue }
            rest[key] = nil
            strict[strictKey] = .array(try variants.map { .object(try self.strict($0, at: path)) })
        }
        guard ["type", "enum", "const", "anyOf", "allOf"].contains(where: { strict[$0] != nil }) else {
            throw failure("says nothing about the type", path)
        }
        if hasType("object", strict) || rest["properties"] != nil { try takeMembers(of: &rest, into: &strict, path) }
        if let items = rest["items"], items.objectValue != nil {
            rest["items"] = nil
            strict["items"] = .object(try self.strict(items, at: path + ["[]"]))
        }
        if let count = rest["minItems"]?.intValue, count == 0 || count == 1 { keep("minItems") }
        if let format = rest["format"]?.stringValue, Self.formats.contains(format) { keep("format") }
        tell(rest, in: &strict)
        return strict
    }

    /// A reference. It is one alternative of a schema that has the words, as others might not be looked at beside it.
    private func strictReference(_ reference: JSONValue, with rest: JSONObject, _ path: [String]) throws -> JSONObject {
        var rest = rest
        var definitions = JSONObject()
        try takeDefinitions(of: &rest, into: &definitions, path)
        rest["$ref"] = nil
        var strict: JSONObject = rest.isEmpty ? ["$ref": reference] : ["anyOf": [["$ref": reference]]]
        for key in ["title", "description"] {
            strict[key] = rest[key]
            rest[key] = nil
        }
        tell(rest, in: &strict)
        for (key, value) in definitions { strict[key] = .some(value) }
        return strict
    }

    private func hasType(_ type: JSONValue, _ schema: JSONObject) -> Bool {
        schema["type"] == type || schema["type"]?.arrayValue?.contains(type) == true
    }

    private func takeDefinitions(
        of rest: inout JSONObject,
        into strict: inout JSONObject,
        _ path: [String]
    ) throws {
        for key in ["$defs", "definitions"] {
            guard let definitions = rest[key]?.objectValue else { continue }
            rest[key] = nil
            strict[key] = .object(try schemas(definitions, at: path + [key]))
        }
    }

    private func takeMembers(of rest: inout JSONObject, into strict: inout JSONObject, _ path: [String]) throws {
        if rest["additionalProperties"]?.objectValue != nil {
            throw failure(
                "is a map, whose keys the model may choose: the output can have named members and arrays only",
                path
            )
        }
        strict["properties"] = .object(try schemas(rest["properties"]?.objectValue ?? [:], at: path))
        strict["required"] = rest["required"]
        strict["additionalProperties"] = false
        for key in ["properties", "required", "additionalProperties"] { rest[key] = nil }
    }

    private func schemas(_ schemas: JSONObject, at path: [String]) throws -> JSONObject {
        JSONObject(try schemas.map { ($0.key, .object(try strict($0.value, at: path + [$0.key]))) })
    }

    /// Puts into words what the API would refuse.
    private func tell(_ rest: JSONObject, in strict: inout JSONObject) {
        guard !rest.isEmpty else { return }
        let text = "{" + rest.map { "\($0.key): \($0.value)" }.joined(separator: ", ") + "}"
        strict["description"] = .string(
            [strict["description"]?.stringValue, text].compactMap(\.self).joined(separator: "\n\n")
        )
    }

    private func failure(_ reason: String, _ path: [String]) -> APIError {
        let place = path.isEmpty ? "it" : "'\(path.joined(separator: "."))'"
        return APIError(
            .invalidArgument,
            "the JSON Schema of '\(subject)' cannot be asked for as output: \(place) \(reason)"
        )
    }
}
